import { askToMoveVisit, partOfDay, type CareVisit, type PartOfDay } from '../../models/care-visit/index.ts';
import { minutesOf, timeAt, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { newReference } from '../new-reference.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, timeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { capitalised, clockWords, dayWords, timeWords } from '../words/index.ts';
import { askedTheAgency, changeRefused } from './cancel-care-visit.ts';
import { visitsById } from './care-visits-on-day.ts';
import { workerWords } from './speech.ts';
import { anotherVisit, visitToChange } from './visit-to-change.ts';

/** "Can she come a bit later?" "Move Tuesday's visit to three o'clock." */
export function moveCareVisit(turn: Turn): Answer {
  return visitToChange(turn, 'move', (visit) => {
    const on = dayIn(turn.slots['newDay']?.value, turn.today);
    const time = timeIn(turn.slots['time']?.value);
    if (time !== undefined) return readBackMove(turn, visit, on ?? visit.on, nearest(time, visit.from));
    return askWhen(visit, on);
  });
}

function askWhen(visit: CareVisit, on: LocalDate | undefined, part?: PartOfDay): Answer {
  return {
    ...ask(['I can ask the agency.'], part === undefined || part === 'night' ? 'What time would suit you?' : `What time in the ${part} would suit you?`, { kind: 'move-to-when', visitId: visit.id, ...(on !== undefined && { on }) }, 'You could say: about one o’clock. Or a day and a time.'),
    focus: { visitId: visit.id },
  };
}

export function replyToMoveToWhen(turn: Turn, pending: PendingOf<'move-to-when'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  const visit = visitsById(turn, [pending.visitId])[0];
  if (visit === undefined) return tell('I can’t find that visit any more.', 'Nothing has changed.');
  const on = (reply.kind === 'day' ? reply.day : undefined) ?? pending.on ?? visit.on;
  const time = reply.kind === 'time' || reply.kind === 'day' ? reply.time : reply.kind === 'amount' ? hour(reply.number) : undefined;
  if (time !== undefined) return readBackMove(turn, visit, on, nearest(time, visit.from, reply.kind === 'amount' ? undefined : partIn(reply)));
  if (reply.kind === 'day' && (reply.day !== undefined || reply.partOfDay !== undefined)) return askWhen(visit, on, reply.partOfDay);
  return reply.kind === 'meant' || reply.kind === 'next' ? anotherVisit(turn, visit, 'move', reply, (other) => askWhen(other, pending.on), pending.on === undefined ? {} : { on: pending.on }) ?? 'not-an-answer' : 'not-an-answer';
}

const partIn = (reply: Reply) => (reply.kind === 'time' || reply.kind === 'day' ? reply.partOfDay : undefined);
const hour = (number: number | undefined) => (number !== undefined && number <= 12 ? timeAt(number * 60) : undefined);

/** "One o'clock" is said of a clock with twelve hours: the one nearer the visit's own time is meant, unless a part of the day was named. */
function nearest(time: LocalTime, to: LocalTime, part?: PartOfDay): LocalTime {
  const minutes = minutesOf(time);
  if (minutes >= 13 * 60 || minutes < 60) return time;
  const other = (minutes + 12 * 60) % (24 * 60);
  if (part !== undefined) return timeAt(part === 'morning' ? minutes % (12 * 60) : (minutes % (12 * 60)) + 12 * 60);
  return Math.abs(other - minutesOf(to)) < Math.abs(minutes - minutesOf(to)) ? timeAt(other) : time;
}

/** The move in full, with what it is instead of. */
export function readBackMove(turn: Turn, visit: CareVisit, on: LocalDate, from: LocalTime): Answer {
  const who = workerWords(turn.record.visitBook, visit);
  const instead = on === visit.on ? `, instead of ${timeWords(visit.from)}` : `, instead of ${dayWords(visit.on, turn.today)} at ${timeWords(visit.from)}`;
  return {
    ...ask(
      [`I’ll ask for ${who} at ${clockWords(from)} ${dayWords(on, turn.today)}${instead}.`], 'Shall I send that?',
      { kind: 'send-move', visitId: visit.id, on, from }, 'Say yes please and I’ll ask the agency, or leave it and the visit stays as it is.',
    ),
    focus: { visitId: visit.id }, facts: { time: `${capitalised(clockWords(from))}.`, day: `${capitalised(dayWords(on, turn.today))}.`, who: `${capitalised(who)}.` },
  };
}

export function replyToSendMove(turn: Turn, pending: PendingOf<'send-move'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind === 'yes') return carryOut(turn, (now) => sendMove(now, pending));
  const [visit] = visitsById(turn, [pending.visitId]);
  if (visit === undefined) return tell('I can’t find that visit any more.', 'Nothing has changed.');
  const toOther = (other: CareVisit) => readBackMove(turn, other, pending.on === visit.on ? other.on : pending.on, pending.from);
  const moved = { from: pending.from, ...(pending.on !== visit.on && { on: pending.on }) };
  if (reply.kind === 'meant' || reply.kind === 'next') return anotherVisit(turn, visit, 'move', reply, toOther, moved) ?? 'not-an-answer';
  if (reply.kind !== 'day' || reply.time !== undefined) return replyToMoveToWhen(turn, { kind: 'move-to-when', visitId: visit.id, on: pending.on }, reply);
  if (reply.day !== undefined && onlyNamedTheVisit(turn)) return anotherVisit(turn, visit, 'move', reply, toOther, moved) ?? 'not-an-answer';
  const from = reply.partOfDay === undefined ? pending.from : hourIn(reply.partOfDay, pending.from);
  return from === undefined ? askWhen(visit, reply.day ?? pending.on, reply.partOfDay) : readBackMove(turn, visit, reply.day ?? pending.on, from);
}

/** "Move Tuesday’s visit to three": the day that was said is the visit's own, and so is one that puts it right. */
const onlyNamedTheVisit = ({ memory: { asked } }: Turn) => asked?.intent === 'MoveCareVisitIntent' && asked.slots['day'] !== undefined && asked.slots['newDay'] === undefined;

/** The same hour of a clock with twelve hours in that part of the day, if there is one. */
function hourIn(part: PartOfDay, time: LocalTime): LocalTime | undefined {
  return [time, timeAt((minutesOf(time) + 12 * 60) % (24 * 60))].find((each) => partOfDay(each) === part);
}

function sendMove(turn: Turn, { visitId, on, from }: PendingOf<'send-move'>): Decision {
  const result = askToMoveVisit({ id: turn.actionId, reference: newReference(turn), visitId, on, from }, turn.record.visitBook, turn.now, turn.zone);
  if (result.kind === 'refused') return { answer: changeRefused(turn, result) };
  return {
    answer: askedTheAgency(result.request.reference),
    change: { visitBook: result.book, unfinished: null, audit: [{ action: 'visit-move-asked', by: 'person', about: visitId }] },
  };
}

