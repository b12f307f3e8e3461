import { mayDo } from '../../../models/access/index.ts';
import { page } from '../page.ts';
import { stateText } from '../visits-in-words.ts';
import { momentText } from '../words.ts';

const mostRuns = 20;

/** Where visits come from, and what was sent lately. */
export const visitsInPage = page({
  name: 'visits-in', path: '/visits-in', rule: 'see-visits-in',
  view: async ({ services, identity, now }) => {
    const [sources, all, calendars] = await Promise.all([services.visitsIn.sources(), services.visitsIn.runs(), services.rotaCalendars.all()]);
    // Calendars are read each hour, and have a page of their own: here is what somebody sent, and what waits.
    const runs = all.filter(({ calendarId, state }) => calendarId === undefined || state === 'waiting');
    const zone = services.council.timeZone;
    const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? 'A source that is not there any more';
    const lastOf = (id: string) => all.find((run) => run.sourceId === id && run.state === 'done')?.finishedAt;
    return { template: 'console/pages/visits-in.njk', title: 'Visits in', model: {
      mayBring: mayDo(identity, 'bring-visits-in', { councilId: services.council.id }),
      calendars: calendars.length, calendarsFailed: calendars.filter(({ failure }) => failure !== undefined).length,
      sources: sources.map(({ id, name, provider, heardEveryHours }) => {
        const last = lastOf(id);
        return [{ text: name, href: `/visits-in/sources/${id}` }, { text: provider.name }, { text: last === undefined ? 'Nothing yet' : `${momentText(last, zone)}${now - last > heardEveryHours * 3_600_000 ? `: longer ago than ${heardEveryHours} hours` : ''}` }];
      }),
      runs: runs.slice(0, mostRuns).map(({ id, sourceId, fileName, state, startedAt, visits, faults }) => [
        { text: fileName, href: `/visits-in/runs/${id}` }, { text: nameOf(sourceId) }, { text: momentText(startedAt, zone) }, { text: stateText[state] }, { text: String(visits), format: 'numeric' }, { text: String(faults), format: 'numeric' },
      ]),
    } };
  },
});
