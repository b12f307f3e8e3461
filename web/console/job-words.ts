import { mayTakeBack, type Job, type JobChange, type JobDoer, type JobKind } from '../../models/job/index.ts';
import { memberFor, type Identity } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { localDate, localTime, type Instant } from '../../models/shared/index.ts';
import { momentText, timeText, weekdayText } from './words.ts';

export const jobKindText: Readonly<Record<JobKind, string>> = { shopping: 'Shopping', lift: 'A lift', company: 'Company', other: 'Something else' };

/** As whom somebody changes a job of this person: the person, or their place in the circle. Staff do not. */
export function jobDoer(identity: Identity, { household }: PersonRecord): JobDoer | undefined {
  if (identity.kind === 'person') return { kind: 'person', name: household.name.preferred };
  const [member] = memberFor(identity, household);
  return member === undefined ? undefined : { kind: 'member', memberId: member.id, name: member.name };
}

/** "Tuesday 1 December 2026, 10:30am" */
export function jobWhenText({ on, at }: Pick<Job, 'on' | 'at'>): string {
  return at === undefined ? `${weekdayText(on)}, at any time` : `${weekdayText(on)}, ${timeText(at)}`;
}

/** Who has it, or did it: "Susan has taken it". */
export function jobStateText({ state, takenBy, on }: Job, today: string): string {
  const who = takenBy?.name ?? 'Somebody';
  switch (state) {
    case 'open': return on < today ? 'Nobody took it' : 'Nobody has taken it yet';
    case 'taken': return on < today ? `${who} took it. Nobody has said that it was done` : `${who} has taken it`;
    case 'done': return takenBy === undefined ? 'Done' : `Done by ${takenBy.name}`;
    case 'dropped': return 'Not needed any more';
  }
}

const deedText = { offered: 'offered it', taken: 'took it', 'given-back': 'gave it back', 'taken-back': 'took it back for somebody else', done: 'said that it was done', dropped: 'said that it is not needed any more' } as const;

/** All that became of a job, newest first: "Susan took it, 1 December 2026, 9am". */
export function jobSteps({ history }: Job, zone: string): readonly string[] {
  return history.toReversed().map(({ deed, by, at }) => `${by.name} ${deedText[deed]}, ${momentText(at, zone)}`);
}

/** The buttons that somebody has for a job, the likeliest first. */
export function jobButtons(job: Job, doer: JobDoer | undefined, now: Instant, zone: string): readonly { readonly change: JobChange; readonly text: string; readonly isMain: boolean }[] {
  if (doer === undefined || (job.state !== 'open' && job.state !== 'taken')) return [];
  const isTheirs = doer.kind === 'member' && job.takenBy?.memberId === doer.memberId;
  const hasBegun = job.on < localDate(now, zone) || (job.on === localDate(now, zone) && (job.at === undefined || job.at <= localTime(now, zone)));
  const button = (change: JobChange, text: string, isMain = false) => ({ change, text, isMain });
  return [
    ...(job.state === 'open' && doer.kind === 'member' ? [button('take', 'I will do it', true)] : []),
    ...(job.state === 'taken' && (isTheirs || hasBegun) ? [button('done', 'It is done', isTheirs)] : []),
    ...(job.state === 'open' && hasBegun ? [button('done', 'It is done')] : []),
    ...(isTheirs ? [button('give-back', 'I cannot do it after all')] : []),
    ...(job.state === 'taken' && !isTheirs && mayTakeBack(job, doer) ? [button('take-back', `Ask somebody else than ${job.takenBy?.name ?? 'them'}`)] : []),
    ...(mayTakeBack(job, doer) ? [button('drop', 'It is not needed any more')] : []),
  ];
}
