import { mayDo } from '../../../models/access/index.ts';
import { calendarName, shortAddress, type RotaCalendar, type VisitRun, type VisitSource } from '../../../models/visits-in/index.ts';
import type { Instant, PersonId } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { page } from '../page.ts';
import { broughtText, failureText } from '../rota-calendar-words.ts';
import { momentText } from '../words.ts';

interface Around { readonly sources: readonly VisitSource[]; readonly runs: readonly VisitRun[]; readonly nameOf: (id: PersonId) => string; readonly now: Instant; readonly zone: string }

/** The calendars that are read from their addresses: what each brought, and what went wrong. */
export const rotaCalendarsPage = page({
  name: 'rota-calendars', path: '/visits-in/calendars', rule: 'see-visits-in', submitRule: 'bring-visits-in',
  view: async ({ services, identity, now }) => {
    const [calendars, sources, runs, people] = await Promise.all([services.rotaCalendars.all(), services.visitsIn.sources(), services.visitsIn.runs(), services.people.find('')]);
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    const around: Around = { sources, runs, now, zone: services.council.timeZone, nameOf: (id) => names.get(id) ?? 'Somebody who is not listed any more' };
    const shown = calendars.map((calendar) => calendarShown(calendar, around)).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB', { numeric: true }));
    return { template: 'console/pages/rota-calendars.njk', title: 'Calendars that are read', model: { mayBring: mayDo(identity, 'bring-visits-in', { councilId: services.council.id }), hasSources: sources.length > 0, calendars: shown } };
  },
  submit: async ({ services, form }) => {
    const [go, id] = ['/visits-in/calendars', textIn(form['calendar']).slice(0, 80)];
    if (form['do'] === 'stop') return { go, said: await services.rotaCalendars.stop(id) === 'kept' ? 'calendar-stopped' : 'uncertain' };
    if (form['do'] !== 'look-now') return { faults: [{ field: 'calendar', message: 'Choose what to do with the calendar' }] };
    const asked = await services.rotaCalendars.lookNow(id);
    return asked === 'gone' ? { faults: [{ field: 'calendar', message: 'That calendar is not read any more' }] } : { go, said: asked === 'kept' ? 'calendar-asked' : 'uncertain' };
  },
});

function calendarShown(calendar: RotaCalendar, { sources, runs, nameOf, now, zone }: Around) {
  const { id, sourceId, personId, last, failure, nextAt } = calendar;
  const source = sources.find((each) => each.id === sourceId);
  const whose = personId ?? last?.forPerson;
  const at = (moment: Instant) => momentText(moment, zone);
  const run = runs.find((each) => each.id === last?.runId);
  const isStale = source !== undefined && now - (last?.confirmedAt ?? calendar.addedAt) > source.heardEveryHours * 3_600_000;
  return {
    id, sourceId, name: calendarName({ name: source?.name ?? sourceId }, calendar), address: shortAddress(calendar), personId: whose, whose: whose === undefined ? undefined : nameOf(whose), isByName: personId === undefined,
    readAt: last === undefined ? undefined : at(last.confirmedAt), staleHours: isStale ? source.heardEveryHours : undefined, brought: last === undefined ? undefined : broughtText(last), faults: last?.faults ?? 0, runId: run?.id,
    failure: failure === undefined ? undefined : { words: failureText(failure), at: at(failure.at), since: at(failure.since) }, nextAt: nextAt <= now ? undefined : at(nextAt),
  };
}
