import { randomUUID } from 'node:crypto';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { plainClient } from '../../models/visits-in/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { VisitsInDesk } from '../../web/console/visits-in-port.ts';
import { engineLog } from '../alerts/engine-log.ts';
import { reportVisit } from '../alerts/visit-report.ts';
import type { Services } from '../services.ts';
import { listedNow } from '../store/listed-people.ts';
import { providersOf } from '../store/provider-rows.ts';
import { visitRunStore } from '../store/visit-run-rows.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { appointmentBundle } from '../visits-in/fhir/write-appointments.ts';
import { visitRuns } from '../visits-in/visit-runs.ts';

const mostFound = 20;
const plainWords = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** One council's visits from other systems, for its console. */
export function visitsInDesk(services: Services, council: CouncilId): VisitsInDesk {
  const { table } = services;
  const [sources, store, runs] = [visitSourceStore(table), visitRunStore(table), visitRuns(services, council, randomUUID)];
  return {
    sources: () => sources.all(council),
    source: (id) => sources.find(council, id),
    keepSource: (source, version) => sources.keep(council, source, version),
    agencies: async () => (await providersOf(table, council)).filter(({ id }) => id !== 'none'),
    clients: (sourceId) => sources.clients(council, sourceId),
    link: (sourceId, client, person) => sources.link(council, sourceId, client, person),
    findPeople: async (words) => {
      const [number, wanted] = [plainClient(words), plainWords(words).split(/\s+/).filter((word) => word !== '')];
      return (await listedNow(table, council)).filter(({ name, preferred, councilNumber }) => (councilNumber !== undefined && plainClient(councilNumber) === number) || wanted.every((word) => plainWords(`${name} ${preferred}`).includes(word))).slice(0, mostFound);
    },
    runs: () => store.list(council),
    run: async (id) => (await store.read(council, id))?.run,
    lines: ({ id, lineRows }) => store.lines(council, id, lineRows),
    rows: async ({ id }) => {
      const [faults, notes] = await Promise.all([store.faults(council, id, 'fault'), store.faults(council, id, 'note')]);
      return { faults, notes };
    },
    check: (source, file, by) => runs.check({ source, fileName: file.name, bytes: file.bytes, by }),
    goOn: async (id) => { await runs.goOn(id); },
    bringIn: async (id) => {
      const isBegun = await runs.bringIn(id);
      if (isBegun) await runs.goOn(id);
      return isBegun;
    },
    throwAway: (id) => runs.throwAway(id),
    appointments: ({ household, visitBook }, from, to) => appointmentBundle(household, visitBook, visitsBetween(visitBook, from, to, household.timeZone).filter(({ forRequestId }) => forRequestId === undefined)),
    settle: async ({ id, lineRows }, visits, how, at) => {
      const rules = how === 'cancelled' ? await services.rules.of(council) : [];
      const settled = new Set<string>();
      for (const { personId, visitId } of visits) {
        if (how === 'cancelled') {
          const report = { visitId, at, said: 'cancelled', by: 'agency', reason: 'no longer in the agency’s rota' } as const;
          const outcome = await reportVisit({ councilId: council, personId, report, idempotencyKey: `visits-gone-${id}-${visitId}` }, { ...services, log: engineLog(services.log), rules });
          if (outcome.kind === 'unknown') continue;
        }
        settled.add(`${personId} ${visitId}`);
      }
      const isKept = await store.changeLine(council, id, lineRows, (line) => (line.kind === 'missing' && settled.has(`${line.personId} ${line.missing.visitId}`) ? { ...line, settled: how } : undefined));
      return { uncertain: isKept ? visits.length - settled.size : visits.length };
    },
  };
}
