import type { Routine } from '../../models/routine/index.ts';
import { dateText, dayNames, timeText } from './words.ts';

const places = { speakers: ', on speakers', screens: ', on screens' } as const;

/** When a routine comes round, in words: "11am, Monday to Friday, until 31 December 2026". */
export function whenText({ does, days, at, bankHolidays, endsOn, devices }: Routine): string {
  const where = devices === undefined ? '' : places[devices];
  if (does.kind === 'before-visits') return `${does.leadMinutes} minutes before each visit${where}`;
  const which = days.length === 7 ? 'every day' : days.length === 5 && days.every((day) => day <= 5) ? 'Monday to Friday' : days.map((day) => dayNames[day - 1]).join(', ');
  return `${timeText(at)}, ${which}${bankHolidays.rule === 'not' ? ', not on bank holidays' : ''}${endsOn === undefined ? '' : `, until ${dateText(endsOn)}`}${where}`;
}
