import { nextVisit, type CareVisit } from '../../models/care-visit/index.ts';
import { tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { placeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { visitsById } from './care-visits-on-day.ts';
import { aboutHowLong, purposeWords, upperFirst, workerWords } from './speech.ts';
import { visitFacts } from './visit-facts.ts';
import { workerIdFor } from './who-is-coming.ts';

/** "What's that one for?" "What's Sam coming for?" */
export function careVisitPurpose(turn: Turn): Answer {
  const visit = visitMeant(turn);
  return visit === undefined ? tell('I don’t know which visit you mean.', 'You could say: who’s coming today.') : purposeOf(turn, visit);
}

export function replyToHearVisit(turn: Turn, { visitId }: PendingOf<'hear-visit'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  const visit = visitsById(turn, [visitId])[0];
  return reply.kind === 'yes' && visit !== undefined ? purposeOf(turn, visit) : 'not-an-answer';
}

/** The visit a turn is about: by name, by place in what was last read out, or the one we were talking of. */
function visitMeant(turn: Turn): CareVisit | undefined {
  const { worker } = turn.slots;
  const { pending, focus } = turn.memory;
  if (worker !== undefined) return nextVisit(turn.record.visitBook, turn.now, turn.zone, { workerId: workerIdFor(turn, worker) ?? 'nobody' });
  const listed = pending?.kind === 'hear-purposes' ? pending.visitIds : [];
  const place = placeIn(turn.slots);
  const id = place === undefined ? focus?.visitId : listed[place - 1];
  return id === undefined ? nextVisit(turn.record.visitBook, turn.now, turn.zone) : visitsById(turn, [id])[0];
}

function purposeOf(turn: Turn, visit: CareVisit): Answer {
  const words = `${upperFirst(purposeWords(visit, turn.record.household.passport))}, ${aboutHowLong(visit)}.`;
  return {
    ...tell(words), focus: { visitId: visit.id }, facts: { ...visitFacts(turn, [visit]), 'in-short': words },
    screen: { kind: 'detail', title: upperFirst(workerWords(turn.record.visitBook, visit)), lines: [words] },
  };
}
