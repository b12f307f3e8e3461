import { isLocalDate, type LocalDate } from '../../models/shared/index.ts';
import { textIn } from './form-text.ts';
import type { Asked } from './page.ts';

/** A date typed as GOV.UK's three fields, `<name>-day` and so on: undefined where all are empty, `no-date` for what the calendar has not. */
export function dateIn(form: Asked['form'], name: string): LocalDate | 'no-date' | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textIn(form[`${name}-${part}`]));
  if (day === '' && month === '' && year === '') return undefined;
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d$/.test(text) && isLocalDate(text) ? text : 'no-date';
}

/** The items of GOV.UK's date input, with what was typed, or else this day. */
export function dateItems(form: Asked['form'], name: string, day: LocalDate | undefined, isFaulty: boolean) {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  const error = isFaulty ? ' govuk-input--error' : '';
  return [['day', String(Number(date) || ''), 2], ['month', String(Number(month) || ''), 2], ['year', year, 4]].map(([part, value, width]) => ({ name: part, value: form[`${name}-${part}`] === undefined ? value : textIn(form[`${name}-${part}`]), classes: `govuk-input--width-${width}${error}` }));
}
