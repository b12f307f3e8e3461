import { randomUUID } from 'node:crypto';
import type { CouncilId } from '../../models/shared/index.ts';
import type { JobsDesk } from '../../web/console/jobs-port.ts';
import type { Services } from '../services.ts';
import { forgetOldJobs, olderJobs } from '../store/job-rows.ts';

const mostTries = 6;

/** One council's jobs of the circle, for its console. */
export function jobsDesk({ records, table, clock, wake }: Services, council: CouncilId): JobsDesk {
  return {
    older: (person) => olderJobs(table, council, person, clock()),
    change: async (person, by, what, decide) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const record = await records.byPerson(council, person);
        if (record === undefined) return { kind: 'unknown' };
        const decided = decide(record);
        if ('refused' in decided) return { kind: 'refused', refused: decided.refused };
        const { book, job } = decided;
        if (book === record.jobBook) return { kind: 'kept', job };
        const saved = await records.save(record, { idempotencyKey: `console-${randomUUID()}`, at: clock(), jobBook: book, audit: [{ action: `job-${what}`, by, about: job.id }] });
        if (saved.kind === 'changed-meanwhile') continue;
        if (saved.kind === 'unknown') return saved;
        wake();
        await forgetOldJobs(table, council, person, clock());
        return { kind: 'kept', job };
      }
      return { kind: 'unknown' };
    },
  };
}
