import { whereIsMyCarer as lookUp, type WhereIsMyCarer } from '../../models/care-visit/index.ts';
import { localDate, localTime, type Instant } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { askSomebodyElse } from '../household/somebody-else.ts';
import { leaveWordFor } from '../message/leave-word.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { agoWords, timeWords } from '../words/index.ts';
import { namedInPlan } from './backup-plan.ts';
import { nextWords, upperFirst, workerWords } from './speech.ts';
import { visitFacts } from './visit-facts.ts';
import { workerIdFor } from './who-is-coming.ts';

type Found = Exclude<WhereIsMyCarer, { kind: 'none' }>;

/** "Where's my carer?" What the agency has told us, and when; silence is never called a missed visit. */
export function whereIsMyCarer(turn: Turn): Answer {
  const { worker } = turn.slots;
  const { visitBook } = turn.record;
  const found = lookUp(visitBook, turn.now, turn.zone, worker === undefined ? undefined : workerIdFor(turn, worker));
  if (found.kind === 'none') return tell('Nobody is due just now.', found.next === undefined ? 'I have no more visits booked.' : `Your next visit is ${nextWords(visitBook, found.next, turn.today)}.`);
  const answer = isWaitedFor(found) ? waiting(turn, found) : tell(...settled(turn, found));
  const { 'in-short': _, ...facts } = visitFacts(turn, [found.visit]);
  return { ...answer, focus: { visitId: found.visit.id }, facts };
}

const isWaitedFor = ({ kind }: Found) => kind === 'not-heard' || kind === 'running-late';

function waiting(turn: Turn, found: Found): Answer {
  const { visitBook } = turn.record;
  const who = workerWords(visitBook, found.visit);
  const facts = [`I have not heard that ${who} ${found.visit.workerIds.length > 1 ? 'have' : 'has'} arrived.`];
  if (found.kind === 'running-late' && found.lastHeardAt !== undefined) facts.push(`${upperFirst(clock(turn, found.lastHeardAt))} the agency said ${lateWords(found)}.`);
  const first = namedInPlan(turn, found.tell)[0];
  if (found.backupPlanAt === undefined || first === undefined) return tell(...facts, `You can ring ${visitBook.provider.name} on ${visitBook.provider.phone}.`);
  if (found.backupPlanAt > turn.now) facts.push(`If nobody comes by ${timeWords(localTime(found.backupPlanAt, turn.zone))}, the plan is ${namedInPlan(turn, found.tell).map(({ name }) => name).join(', then ')}.`);
  return ask(
    facts, `Shall I leave word for ${first.name} now?`, { kind: 'tell-backup', visitId: found.visit.id, memberId: first.id },
    `Say yes please and I’ll leave word for ${first.name}, or no thank you and I’ll wait.`,
  );
}

function lateWords(found: Found): string {
  const late = found.visit.lastReport?.lateByMinutes;
  return late === undefined ? 'it was running late' : `about ${late} minutes late`;
}

function settled(turn: Turn, found: Found): string[] {
  const { visitBook } = turn.record;
  const who = upperFirst(workerWords(visitBook, found.visit));
  const are = found.visit.workerIds.length > 1 ? 'are' : 'is';
  const next = found.next === undefined ? [] : [`Your next visit is ${nextWords(visitBook, found.next, turn.today)}.`];
  switch (found.kind) {
    case 'arrived': return [`The agency says ${who} ${are} with you now.`];
    case 'on-the-way': return [`${who} ${are} on the way, and should be with you ${band(turn, found)}.`];
    case 'not-due-yet': return [`${who} ${are}n’t due yet.`, `Look out for ${found.visit.workerIds.length > 1 ? 'them' : who} ${found.visit.on === turn.today ? band(turn, found) : nextWords(visitBook, found.visit, turn.today)}.`];
    case 'cancelled': return [`That visit was cancelled${found.visit.cancelled === undefined ? '' : ` by ${cancelledBy[found.visit.cancelled.by]}`}.`, ...next];
    case 'missed': return ['The agency says nobody came to that visit.', ...next];
    case 'done': return [`The agency says ${who}’s visit is finished.`, ...next];
    default: return next;
  }
}

const cancelledBy = { person: 'you', family: 'your family', agency: 'the agency', council: 'the council' } as const;

function band(turn: Turn, found: Found): string {
  if (found.between === undefined) return `at ${timeWords(found.visit.from)}`;
  return `between ${timeWords(localTime(found.between.from, turn.zone))} and ${timeWords(localTime(found.between.to, turn.zone))}`;
}

function clock(turn: Turn, at: Instant): string {
  return agoWords(localDate(at, turn.zone), localTime(at, turn.zone), turn.today);
}

/** "Shall I leave word for Ann now?" Word left is not word heard, and we say so. */
export function replyToTellBackup(turn: Turn, { memberId, visitId }: PendingOf<'tell-backup'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('All right. I’ll leave it for now.');
  if (reply.kind === 'meant') return askSomebodyElse(turn, reply, 'visits', ({ id }) => ({ kind: 'tell-backup', visitId, memberId: id }));
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, (now) => leaveWordFor(now, memberId, 'visit', 'Nobody has come yet. Please ring.'));
}
