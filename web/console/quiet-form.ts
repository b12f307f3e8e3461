import { mostQuietHours, quietMinutes, type QuietHours } from '../../models/alert/index.ts';
import { isLocalTime } from '../../models/shared/index.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';

type Typed = { readonly hours: QuietHours | undefined } | { readonly fault: Fault };

/** Quiet hours as typed: none where both fields are empty. More than fourteen hours are refused: ordinary news has to come at some time of the day. */
export function quietHoursIn(form: Asked['form']): Typed {
  const [from, to] = [textIn(form['quietFrom']), textIn(form['quietTo'])];
  if (from === '' && to === '') return { hours: undefined };
  if (from === '' || to === '') return { fault: { field: from === '' ? 'quietFrom' : 'quietTo', message: 'Enter both times, or leave both empty' } };
  if (!isLocalTime(from)) return { fault: { field: 'quietFrom', message: 'Enter a time, like 21:00' } };
  if (!isLocalTime(to)) return { fault: { field: 'quietTo', message: 'Enter a time, like 07:30' } };
  const minutes = quietMinutes({ from, to });
  if (minutes === 0) return { fault: { field: 'quietTo', message: 'Enter another time than the first' } };
  if (minutes > mostQuietHours * 60) return { fault: { field: 'quietTo', message: `Quiet is at most ${mostQuietHours} hours: news of visits has to come at some time of the day` } };
  return { hours: { from, to } };
}
