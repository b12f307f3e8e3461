import { bringUp as keepBroughtUp } from '../../models/message/index.ts';
import { worthBringingUp, type WorthBringingUp } from '../../models/person-record/index.ts';
import type { Answer } from '../answer.ts';
import { goesBack, offerIdeas } from '../budget/taken-back.ts';
import { comesWords } from '../care-visit/speech.ts';
import { isGuarded } from '../household/private-answers.ts';
import type { Turn } from '../turn.ts';
import { isShortEnough } from './short-enough.ts';

/**
 * One short sentence about something nobody asked for, at the end of an answer that leaves room for it. Once in a talk, and
 * never the same thing twice in a day: it is kept on the record before it is said. Undefined when there is nothing to say.
 */
export async function bringUp(turn: Turn, answer: Answer): Promise<Answer | undefined> {
  if (turn.intent === 'SetReminderIntent' || turn.memory.pending?.kind === 'set-reminder') return undefined;
  if (!isRightMoment(turn, answer)) return undefined;
  const { record, now, zone } = turn;
  for (const thing of worthBringingUp(record, now, zone)) {
    const after = isKnown(turn, answer, thing) ? undefined : sayIt(turn, answer, thing);
    if (after === undefined || !isShortEnough(turn, after)) continue;
    const messageBook = keepBroughtUp(record.messageBook, thing.id, now, zone);
    const saved = await turn.services.records.save(record, { idempotencyKey: `${turn.actionId}-brought-up`, at: now, messageBook, audit: [] });
    return saved.kind === 'saved' || saved.kind === 'already-done' ? after : undefined;
  }
  return undefined;
}

/** Not after a misunderstanding, a receipt, or a no; not in distress; not while private answers are locked. */
function isRightMoment(turn: Turn, answer: Answer): boolean {
  const { memory } = turn;
  if (memory.hasNudged === true || memory.misses > 0 || answer.isMiss === true || answer.hasKept === true || isGuarded(turn)) return false;
  return answer.tell.length > 0 && !unfit.includes(turn.intent);
}

const unfit: readonly string[] = ['AMAZON.NoIntent', 'INeedHelpIntent', 'FeelingLowIntent', 'AMAZON.HelpIntent', 'AMAZON.RepeatIntent', 'WhyIntent', 'UnlinkSpeakerIntent'];

/** What the greeting or this very answer has told already. */
function isKnown({ memory, intent }: Turn, answer: Answer, thing: WorthBringingUp): boolean {
  switch (thing.kind) {
    case 'visit': return memory.isGreeted === true || answer.focus?.visitId === thing.visit.id || visitTalk.includes(intent);
    case 'message': return memory.isGreeted === true || intent === 'MessagesIntent';
    case 'taken-back': return intent === 'TakenBackIntent';
  }
}

const visitTalk: readonly string[] = ['NextCareVisitIntent', 'WhoIsComingIntent', 'CareVisitsOnDayIntent', 'WhereIsMyCarerIntent', 'CareVisitPurposeIntent', 'CancelCareVisitIntent', 'MoveCareVisitIntent'];

function sayIt(turn: Turn, answer: Answer, thing: WorthBringingUp): Answer | undefined {
  switch (thing.kind) {
    case 'visit': return { ...answer, tell: [...answer.tell, `${comesWords(turn.record.visitBook, thing.visit, turn.today)}.`], hasNudged: true };
    case 'message': return {
      ...answer, tell: [...answer.tell, `There’s a message from ${thing.message.fromName}.`], hasNudged: true,
      ask: { words: 'Would you like to hear it?', pending: { kind: 'hear-message', messageId: thing.message.id }, reprompt: 'Say yes please and I’ll read it out, or no thank you and I’ll keep it for you.' },
    };
    case 'taken-back': return { ...answer, ...offerIdeas([...answer.tell, goesBack(thing.facts, turn)]), hasNudged: true };
  }
}
