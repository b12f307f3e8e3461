import type { CareVisit, VisitBook, VisitRound } from '../../models/care-visit/index.ts';
import { toInstant, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';

export const london = 'Europe/London';

/** Tuesday 1 December 2026 unless another day is given. */
export function at(time: string, day = '2026-12-01'): Instant {
  return toInstant(day as LocalDate, time as LocalTime, london);
}

export const day = (text: string) => text as LocalDate;
export const time = (text: string) => text as LocalTime;

export function round(of: Partial<Omit<VisitRound, 'startsOn' | 'endsOn' | 'from'>> & { id: string; from: string; startsOn?: string; endsOn?: string }): VisitRound {
  const { startsOn, endsOn, from, ...rest } = of;
  return {
    days: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, minutes: 30, workerIds: ['priya'], tasks: [], isTimeCritical: false, ...rest,
    from: time(from), startsOn: day(startsOn ?? '2026-01-05'), ...(endsOn === undefined ? {} : { endsOn: day(endsOn) }),
  };
}

export const breakfast = round({ id: 'breakfast', days: [1, 2, 3, 5, 6, 7], from: '08:30', minutes: 45, tasks: ['help with washing', 'breakfast'] });
export const tea = round({ id: 'tea', days: [1, 2, 5, 6, 7], from: '18:00', workerIds: ['sam'], tasks: ['tea', 'tablets'] });
export const lunch = round({ id: 'lunch', days: [4], from: '12:00', workerIds: ['blessing'], tasks: ['help with lunch', 'your tablets'] });
export const hoist = round({ id: 'hoist', from: '19:00', workerIds: ['sam', 'blessing'], tasks: ['hoist'] });

export function bookOf(rounds: readonly VisitRound[] = [breakfast, tea, lunch], changes: Partial<VisitBook> = {}): VisitBook {
  return {
    provider: { id: 'kindly', name: 'Kindly Care', phone: '020 7946 0010', officeContact: 'Ann', lateAfterMinutes: 15 },
    workers: [{ id: 'priya', firstName: 'Priya' }, { id: 'sam', firstName: 'Sam' }, { id: 'blessing', firstName: 'Blessing' }],
    rounds, visits: [], backupPlan: { tellAfterMinutes: 30, tell: ['ann', 'susan'] }, changeRequests: [], ...changes,
  };
}

/** "08:30 priya, 18:00 sam": a day at a glance. */
export function glance(visits: readonly CareVisit[]): string {
  return visits.map((visit) => `${visit.from} ${visit.workerIds.join('+') || 'nobody'}${visit.status === 'planned' ? '' : ` ${visit.status}`}`).join(', ');
}
