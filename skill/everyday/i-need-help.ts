import { raiseHelp } from '../alert/help-wanted.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { sureEnough } from './is-that-right.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';

/**
 * Distress, in any words, whatever else is going on: the safety words, and who is being told. Nobody is said to be coming.
 * Where it may have been nothing of the kind, it is asked first; heard a second time, however unsure, it is told.
 */
export async function iNeedHelp(turn: Turn): Promise<Answer> {
  if (turn.confidence < sureEnough && !isAsking(turn)) return areYouHurt();
  const { careLinePhone } = turn.record.household.council;
  const raised = await raiseHelp(turn);
  return raised === 'not-kept' ? safetyWords(careLinePhone) : { ...raised, screen: safetyScreen(careLinePhone) };
}

const intent = 'INeedHelpIntent';

function isAsking({ memory: { pending } }: Turn): boolean {
  return pending?.kind === 'is-that-right' && pending.intent === intent;
}

function areYouHurt(): Answer {
  return ask(['I’m not sure I heard that right.'], 'Are you hurt, or in danger?', { kind: 'is-that-right', intent, slots: {} }, 'If you are, ring 999 or press your alarm now. Or say yes please, and I’ll tell somebody.');
}

/** The same where we cannot tell whose voice it is, or something went wrong: we can tell nobody, and say so. */
export function safetyWords(careLine: string): Answer {
  return {
    ...tell('I can’t ring anyone for you.', 'If you’re hurt or in danger, ring 999 or press your alarm now.', say`For other help, ring ${phone(careLine)}.`),
    isGoodbye: true,
    screen: safetyScreen(careLine),
  };
}

function safetyScreen(careLine: string): NonNullable<Answer['screen']> {
  return { kind: 'detail', title: 'If you need help now', lines: ['Ring 999, or press your alarm.', `For other help, ring ${careLine}.`] };
}
