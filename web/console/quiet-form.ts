import { isLocalTime, type LocalTime } from '../../models/shared/index.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';

interface Hours { readonly from: LocalTime; readonly to: LocalTime }
type Typed = { readonly hours: Hours | undefined } | { readonly fault: Fault };

const mostMinutes = 14 * 60;

/** Quiet hours as typed: none where both fields are empty. More than fourteen hours are refused: ordinary news has to come at some time of the day. */
export function quietHoursIn(form: Asked['form']): Typed {
  const [from, to] = [textIn(form['quietFrom']), textIn(form['quietTo'])];
  if (from === '' && to === '') return { hours: undefined };
  if (from === '' || to === '') return { fault: { field: from === '' ? 'quietFrom' : 'quietTo', message: 'Enter both times, or leave both empty' } };
  if (!isLocalTime(from)) return { fault: { field: 'quietFrom', message: 'Enter a time, like 21:00' } };
  if (!isLocalTime(to)) return { fault: { field: 'quietTo', message: 'Enter a time, like 07:30' } };
  const minutes = (minutesOf(to) - minutesOf(from) + dayMinutes) % dayMinutes;
  if (minutes === 0) return { fault: { field: 'quietTo', message: 'Enter another time than the first' } };
  if (minutes > mostMinutes) return { fault: { field: 'quietTo', message: 'Quiet is at most 14 hours: news of visits has to come at some time of the day' } };
  return { hours: { from, to } };
}

/** Whether a time lies in the quiet. */
export function isQuietAt({ from, to }: Hours, time: LocalTime): boolean {
  return to < from ? time >= from || time < to : time >= from && time < to;
}

const dayMinutes = 24 * 60;

function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
