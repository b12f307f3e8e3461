import { jobsTakenOn, type Job, type JobBook } from '../../models/job/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { listWords, timeWords } from '../words/index.ts';

/** More than that of whoever offered it is too long to be heard beside the day's visits. */
const mostOwnWords = 6;

/**
 * "Susan is bringing the shopping today, and Ann is coming too." What somebody has taken on for today and has still to do; undefined when there
 * is nothing. Where there is little room, the first alone and without its time.
 */
export function jobsTodayWords(book: JobBook, today: LocalDate, time: LocalTime, room: 'some' | 'little'): string | undefined {
  const [first, ...rest] = jobsTakenOn(book, today).filter(({ state, at }) => state === 'taken' && (at === undefined || at >= time));
  if (first === undefined) return undefined;
  if (room === 'little') return `${jobWords(first, '')}.`;
  const others = [...new Set(rest.map(({ takenBy }) => takenBy?.name ?? ''))].filter((name) => name !== '' && name !== first.takenBy?.name).slice(0, 2);
  const when = first.at === undefined ? ' today' : ` at ${timeWords(first.at)}`;
  return `${jobWords(first, when)}${others.length === 0 ? '' : `, and ${listWords(others)} ${others.length === 1 ? 'is' : 'are'} coming too`}.`;
}

/** "Susan is giving you a lift at ten" */
function jobWords({ kind, words, takenBy }: Job, when: string): string {
  const name = takenBy?.name ?? 'Somebody';
  const own = words.replaceAll(/\s+/g, ' ').replace(/[.!?;, ]+$/, '');
  switch (kind) {
    case 'shopping': return `${name} is bringing the shopping${when}`;
    case 'lift': return `${name} is giving you a lift${when}`;
    case 'company': return `${name} is coming to keep you company${when}`;
    case 'other': return own.split(' ').length > mostOwnWords ? `${name} is coming to help${when}` : `${name} is helping${when} with this: ${own}`;
  }
}
