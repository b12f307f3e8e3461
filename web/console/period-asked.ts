import { lastWholeWeek, type Period } from '../../models/figures/index.ts';
import { addDays, localDate, type LocalDate } from '../../models/shared/index.ts';
import { periodText } from './figure-table.ts';
import type { Asked } from './page.ts';
import { dateText } from './words.ts';

/** A stretch of whole weeks: the Mondays of its first and last, its last day, and how the address names it. */
interface PeriodAsked {
  readonly period: Period;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly lastDay: LocalDate;
  /** "From 2 November 2026 to 29 November 2026" */
  readonly text: string;
  readonly query: string;
  readonly choices: readonly { readonly text: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** The stretch that an address asks for, of those there are; the shortest where it asks for none. */
export function periodAsked({ query, now, services }: Pick<Asked<'signed-in'>, 'query' | 'now' | 'services'>, of: readonly Period[]): PeriodAsked {
  const period = of.find((each) => String(each) === query['weeks']) ?? of[0] ?? 4;
  const to = lastWholeWeek(localDate(now, services.council.timeZone));
  const [from, lastDay] = [addDays(to, -7 * (period - 1)), addDays(to, 6)];
  return {
    period, from, to, lastDay, text: `From ${dateText(from)} to ${dateText(lastDay)}`, query: `?weeks=${period}`,
    choices: of.map((each) => ({ text: periodText[each], href: `?weeks=${each}`, isCurrent: each === period })),
  };
}
