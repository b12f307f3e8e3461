import { tell, type Answer } from '../answer.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';

/**
 * The safety answer: to distress in any words, from anyone, whatever else is going on. We cannot ring anybody, so we say
 * so first; nobody is said to be coming.
 */
export function iNeedHelp(turn: Turn): Answer {
  return safetyWords(turn.record.household.council.careLinePhone);
}

export function safetyWords(careLine: string): Answer {
  return {
    ...tell('I can’t ring anyone for you.', 'If you’re hurt or in danger, ring 999 or press your alarm now.', say`For other help, ring ${phone(careLine)}.`),
    isGoodbye: true,
    screen: { kind: 'detail', title: 'If you need help now', lines: ['Ring 999, or press your alarm.', `For other help, ring ${careLine}.`] },
  };
}
