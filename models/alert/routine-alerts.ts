import { isAwaited, visitsBetween, type VisitBook } from '../care-visit/index.ts';
import { mayRun, mustBeAsked, occurrencesBetween, type Routine, type RoutineBook } from '../routine/index.ts';
import { addDays, localDate, type CouncilId, type Instant, type PersonId } from '../shared/index.ts';
import type { PlannedAlert } from './new-alert.ts';

interface Whose { readonly councilId: CouncilId; readonly personId: PersonId; readonly book: VisitBook; readonly routines: RoutineBook; readonly zone: string }

const minuteMs = 60_000;
/** A briefing or a plain word is worth nothing an hour later. */
const passesAfterMs = 60 * minuteMs;

/** What routines have to say or ask between two moments, and which of them the person is to be asked about first. */
export function planRoutineAlerts(whose: Whose, from: Instant, until: Instant): readonly PlannedAlert[] {
  return whose.routines.routines.flatMap((routine) => [...(mayRun(routine) ? alertsOf(routine, whose, from, until) : []), ...(mustBeAsked(routine, from) ? [consentFor(routine, whose, from)] : [])]);
}

function alertsOf(routine: Routine, { councilId, personId, book, zone }: Whose, from: Instant, until: Instant): readonly PlannedAlert[] {
  const { does, id, devices } = routine;
  if (does.kind === 'before-visits') {
    return visitsBetween(book, addDays(localDate(from, zone), -1), addDays(localDate(until, zone), 1), zone).filter(isAwaited).flatMap((visit): readonly PlannedAlert[] => {
      const at = (visit.startsAt - does.leadMinutes * minuteMs) as Instant;
      return at < from || at >= until ? [] : [{
        councilId, personId, kind: 'visit-reminder', occursAt: visit.startsAt, name: `${id}.${visit.id.replaceAll(/[^A-Za-z0-9:@_-]/g, '-')}`.slice(0, 110), thread: `visit.${visit.id.replaceAll(/[^A-Za-z0-9:@_-]/g, '-')}`,
        plannedFor: at, expiresAt: visit.startsAt, facts: { routineId: id, visitId: visit.id, startsAt: visit.startsAt, ...(devices !== undefined && { devices }) },
      }];
    });
  }
  return occurrencesBetween(routine, from, until, zone).map(({ at, isShifted }): PlannedAlert => {
    const planned = { councilId, personId, occursAt: at, name: id, plannedFor: at };
    const facts = { routineId: id, ...(isShifted && { isShifted }), ...(devices !== undefined && { devices }) };
    if (does.kind === 'question') {
      return { ...planned, kind: 'check-in', facts: { ...facts, words: does.words, about: does.about, isMedicine: does.isMedicine, ...(does.tell !== undefined && { toMember: does.tell }) } };
    }
    return { ...planned, kind: 'routine-prompt', expiresAt: (at + passesAfterMs) as Instant, facts: { ...facts, ...(does.kind === 'say' ? { words: does.words } : { isBriefing: true }) } };
  });
}

/** "Susan would like me to ask you each day at nine whether …": asked once a day until there is an answer. */
function consentFor(routine: Routine, { councilId, personId, zone }: Whose, from: Instant): PlannedAlert {
  const { id, setByName, at, does, days } = routine;
  const dayStart = (Math.floor(from / 86_400_000) * 86_400_000) as Instant;
  return {
    councilId, personId, kind: 'routine-consent', occursAt: dayStart, name: `${id}.${localDate(from, zone)}`, thread: `consent.${id}`, plannedFor: from,
    expiresAt: (from + 20 * passesAfterMs) as Instant,
    facts: { routineId: id, setByName, at, does: does.kind, isEveryDay: days.length === 7, ...(does.kind === 'question' && { about: does.about }) },
  };
}
