import type { Job, JobBook } from '../job/index.ts';
import { addDays, toInstant, type CouncilId, type Instant, type LocalTime, type PersonId } from '../shared/index.ts';
import type { Alert } from './alert.ts';
import type { PlannedAlert } from './new-alert.ts';

interface Whose { readonly councilId: CouncilId; readonly personId: PersonId; readonly zone: string; readonly jobBook: JobBook }

const hourMs = 3_600_000;
/** Whoever offers something, or gives it back, at the last moment has time to ask around first. */
const afterOfferMs = hourMs;
/** Told so much late and no later: what a plan missed altogether is seen on the page. */
const lateMs = 12 * hourMs;
const morning = '10:00' as LocalTime;
const endOfDay = '20:00' as LocalTime;

/** Jobs that nobody has taken by the day before, at ten in the morning; those offered later than that, an hour after. Each once, and again once it was given back. */
export function planJobAlerts({ councilId, personId, zone, jobBook }: Whose, from: Instant, until: Instant): readonly PlannedAlert[] {
  return jobBook.jobs.filter(({ state }) => state === 'open').flatMap((job): readonly PlannedAlert[] => {
    const freed = job.history.findLast(({ deed }) => deed === 'offered' || deed === 'given-back' || deed === 'taken-back');
    if (freed === undefined) return [];
    const at = Math.max(toInstant(addDays(job.on, -1), morning, zone), freed.at + afterOfferMs) as Instant;
    const over = overAt(job, zone);
    if (at >= until || at < from - lateMs || over <= from || at >= over) return [];
    const times = job.history.filter(({ deed }) => deed !== 'taken').length;
    const name = `${job.id.replaceAll(/[^A-Za-z0-9:@_-]/g, '-').slice(0, 100)}.${times}`;
    return [{ councilId, personId, kind: 'job-not-taken', occursAt: at, name, thread: `job.${name}`, plannedFor: at, expiresAt: over, facts: { jobId: job.id } }];
  });
}

/** Whether the job that an alert is about still waits for somebody. */
export function stillTrueOfJob({ facts }: Pick<Alert, 'facts'>, { jobs }: JobBook): boolean {
  return jobs.some(({ id, state }) => id === facts['jobId'] && state === 'open');
}

function overAt({ on, at }: Job, zone: string): Instant {
  return toInstant(on, at ?? endOfDay, zone);
}
