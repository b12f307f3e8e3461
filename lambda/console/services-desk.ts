import { randomInt } from 'node:crypto';
import { catalogue, type CatalogueLine, type Directory } from '../../models/service/index.ts';
import { makeReference } from '../../models/service-request/index.ts';
import type { CouncilId, LocalDate } from '../../models/shared/index.ts';
import type { ServicesDesk } from '../../web/console/services-port.ts';
import type { Services } from '../services.ts';
import { directoryReport } from '../store/directory-report-rows.ts';

/** One council's directory for its console. */
export function servicesDesk({ table, directory, recordedDirectory, corrections }: Services, council: CouncilId): ServicesDesk {
  let made: { readonly from: Directory; readonly today: LocalDate; readonly lines: readonly CatalogueLine[] } | undefined;
  return {
    directory: () => directory(council),
    recorded: () => recordedDirectory(council),
    lines: async (today) => {
      const from = await directory(council);
      // Thousands of names are put in order once, until a service or the day is another.
      if (made?.from !== from || made.today !== today) made = { from, today, lines: catalogue(from, today) };
      return made.lines;
    },
    lastReading: () => directoryReport(table, council),
    correction: (serviceId) => corrections.find(council, serviceId),
    correct: (change) => corrections.change(council, change),
    reference: (taken) => makeReference((below) => randomInt(below), taken),
  };
}
