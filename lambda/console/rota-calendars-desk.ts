import type { CouncilId } from '../../models/shared/index.ts';
import type { RotaCalendarsDesk } from '../../web/console/rota-calendars-port.ts';
import type { Services } from '../services.ts';
import { rotaCalendarStore } from '../store/rota-calendar-rows.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { calendarGone, calendarHeard } from '../visits-in/rota-calendars/calendar-heard.ts';

const mostCalendars = 500;
const mostTries = 4;

/** One council's calendars that are read from their addresses, for its console. Whoever reads them finds in the store what is asked here. */
export function rotaCalendarsDesk(services: Pick<Services, 'table' | 'clock' | 'alerts'>, council: CouncilId, newId: () => string): RotaCalendarsDesk {
  const [store, sources] = [rotaCalendarStore(services.table), visitSourceStore(services.table)];
  const all = async () => (await store.all(council)).map(({ calendar }) => calendar);
  return {
    all,
    add: async (asked) => {
      const [there, found] = await Promise.all([all(), sources.find(council, asked.sourceId)]);
      if (found === undefined) return 'unknown';
      if (there.some(({ secretAddress }) => secretAddress === asked.secretAddress)) return 'same-address';
      const ofSource = there.filter(({ sourceId }) => sourceId === asked.sourceId);
      // Two of one person would each miss the other's visits.
      if (asked.personId !== undefined && ofSource.some(({ personId, last }) => (personId ?? last?.forPerson) === asked.personId)) return 'same-person';
      if (there.length >= mostCalendars) return 'too-many';
      const calendar = { ...asked, id: newId(), number: Math.max(0, ...ofSource.map(({ number }) => number)) + 1, addedAt: services.clock(), nextAt: services.clock() };
      if (await store.keep(council, calendar, 0) !== 'kept') return 'unknown';
      // One that can never be read is told of as well.
      await calendarHeard({ calendar, source: found.source, council, services });
      return 'kept';
    },
    lookNow: async (id) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const kept = await store.find(council, id);
        if (kept === undefined) return 'gone';
        const result = await store.keep(council, { ...kept.calendar, nextAt: services.clock() }, kept.version);
        if (result !== 'changed-meanwhile') return result;
      }
      return 'unknown';
    },
    stop: async (id) => {
      const result = await store.remove(council, id);
      if (result === 'kept') await calendarGone({ id }, council, services);
      return result;
    },
  };
}
