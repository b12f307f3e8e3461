import { localDate, localTime, type Instant, type LocalDate, type LocalTime, type Pence } from '../../models/shared/index.ts';

/** Dates, times and money as GOV.UK's content style writes them. */
export const london = 'Europe/London';

/** "1 December 2026" */
export function dateText(day: LocalDate): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T12:00:00Z`));
}

/** "1 Dec", where there is little room. */
export function dayText(day: LocalDate): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(new Date(`${day}T12:00:00Z`)).replace('Sept', 'Sep');
}

/** "December 2026", of a month written 2026-12 */
export function monthText(month: string): string {
  return dateText(`${month}-01` as LocalDate).replace(/^1 /, '');
}

/** "Tuesday 1 December 2026" */
export function weekdayText(day: LocalDate): string {
  return `${new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${day}T12:00:00Z`))} ${dateText(day)}`;
}

/** "8:30am", "5pm", "midday" */
export function timeText(time: LocalTime): string {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "1 December 2026, 8:30am" */
export function momentText(at: Instant, zone: string): string {
  return `${dateText(localDate(at, zone))}, ${timeText(localTime(at, zone))}`;
}

/** "£12", "£12.50", "-£3.20" */
export function moneyText(amount: Pence): string {
  const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: amount % 100 === 0 ? 0 : 2 });
  return pounds.format(amount / 100);
}

export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** A row of a CSV file. What a spreadsheet could take for a formula is made plain text by a leading apostrophe. */
export function csvRow(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }).join(',')}\r\n`;
}

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
