import { randomUUID } from 'node:crypto';
import type { CouncilId } from '../../../models/shared/index.ts';
import { rotaCalendarStore } from '../../store/rota-calendar-rows.ts';
import { lookAgain } from '../look-again.ts';
import type { BringingServices } from '../person-looked-at.ts';
import { fetchSafely } from './fetch-calendar.ts';
import { lookAtCalendar, type LookingAtCalendars } from './look-at-calendar.ts';

const atOnce = 4;
/** No more are begun after that: whoever looks next goes on. */
const beginsWithinMs = 120_000;

/** Looks at every calendar that is due, the longest due first. One that fails stands in no other's way. Says how many were looked at. */
export async function lookAtCalendars(needs: LookingAtCalendars): Promise<number> {
  const { services: { table, clock, log }, council } = needs;
  const startedAt = clock();
  const due = (await rotaCalendarStore(table).all(council)).filter(({ calendar }) => calendar.nextAt <= startedAt).toSorted((one, other) => one.calendar.nextAt - other.calendar.nextAt);
  let count = 0;
  const work = async () => {
    for (let next = due.shift(); next !== undefined && clock() - startedAt < beginsWithinMs; next = due.shift()) {
      try {
        if (await lookAtCalendar(next, needs)) count += 1;
      } catch (cause) {
        log.fault('rota-calendar-not-read', {}, cause);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return count;
}

const everyMs = 15_000;

/** On one machine: looks again and again at what is due. */
export function watchCalendars(services: BringingServices, council: CouncilId): { stop(): Promise<void> } {
  return lookAgain(everyMs, () => lookAtCalendars({ services, council, newId: randomUUID, fetch: fetchSafely }), (cause) => { services.log.fault('rota-calendars-failed', {}, cause); });
}
