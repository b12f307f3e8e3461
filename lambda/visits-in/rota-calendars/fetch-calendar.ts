import { createHash } from 'node:crypto';
import type { CalendarFailed, CalendarMarks, RotaCalendar } from '../../../models/visits-in/index.ts';
import { safeFetch, type Fetched } from '../../outside/safe-fetch.ts';

/** Fetches an address; with 304 where it is still as it was marked. */
export type CalendarFetch = (address: string, unless: CalendarMarks) => Promise<Fetched>;

export type FetchedCalendar =
  | { readonly kind: 'calendar'; readonly text: string; readonly digest: string; readonly marks: CalendarMarks }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly why: CalendarFailed; readonly status?: number };

const [withinMs, mostBytes] = [10_000, 5_000_000];

/** From outside alone, by https at every hop. */
export const fetchSafely: CalendarFetch = (address, unless) => safeFetch(address, { secureOnly: true, withinMs, mostBytes, accept: 'text/calendar', unless });

/** What lies at a calendar's address, or why nothing of it can be taken. */
export async function fetchCalendar({ secretAddress, last }: Pick<RotaCalendar, 'secretAddress' | 'last'>, isWhole: boolean, fetch: CalendarFetch): Promise<FetchedCalendar> {
  const answer = await fetch(secretAddress, isWhole ? {} : last?.marks ?? {});
  if (answer.kind !== 'fetched') return { kind: 'failed', why: answer.why };
  const { status, text, marks = {} } = answer;
  if (status === 304 && !isWhole) return { kind: 'unchanged' };
  if (status !== 200) return { kind: 'failed', why: 'answered', status };
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 200))) return { kind: 'failed', why: 'no-calendar' };
  const digest = digestOf(text);
  return !isWhole && digest === last?.digest ? { kind: 'unchanged' } : { kind: 'calendar', text, digest, marks };
}

/** Many servers write the calendar anew for everybody who asks: when it was written says nothing about the visits. */
function digestOf(text: string): string {
  return createHash('sha256').update(text.replaceAll(/^DTSTAMP[:;].*$/gim, '')).digest('hex');
}
