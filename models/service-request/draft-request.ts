import { needWords, type FoundService, type UsualTime } from '../service/index.ts';
import { addDays, weekdayOf, type LocalDate } from '../shared/index.ts';
import type { RequestDraft } from './service-request.ts';

/** What was said or typed of it so far. */
export type Wanted = Partial<Pick<RequestDraft, 'units' | 'on' | 'at' | 'partOfDay' | 'everyWeeks'>>;

/**
 * A request for a service as its record stands, with what is wanted. What is not counted is one; something weekly is an hour or a day of it
 * unless said otherwise; something on one day of the week only is for the next such day.
 */
export function draftRequest(found: FoundService, wanted: Wanted, today: LocalDate): RequestDraft {
  const { units: said, on: day, ...rest } = wanted;
  const priced = priceOf(found);
  const units = isCounted(priced) ? said ?? (wanted.everyWeeks === undefined ? undefined : 1) : 1;
  const on = day ?? nextTime(found.usualTimes, today);
  return {
    serviceId: found.service.id, serviceName: found.name, providerName: found.providerName, what: needWords(found.category), category: found.category,
    ...priced, ...(units !== undefined && { units }), ...(on !== undefined && { on }), ...rest,
  };
}

/** The first thing that has to be known before it can be read back; undefined once nothing is missing. */
export function missingFrom(draft: RequestDraft): 'units' | 'day' | undefined {
  if (draft.units === undefined) return 'units';
  return draft.on === undefined && draft.everyWeeks === undefined && draft.unit !== 'item' ? 'day' : undefined;
}

/** Why a service cannot be had on a day. Silence in its record shuts no day out. */
export function dayFault({ usualTimes }: Pick<FoundService, 'usualTimes'>, day: LocalDate, today: LocalDate): 'gone-by' | 'not-that-day' | undefined {
  if (day < today) return 'gone-by';
  return usualTimes.length === 0 || usualTimes.some(({ days }) => days.includes(weekdayOf(day))) ? undefined : 'not-that-day';
}

export const mostUnits = 40;

/** Whether so many hours or days can be asked for: whole or half ones. */
export function canBeAskedFor(units: number): boolean {
  return units > 0 && units <= mostUnits && Number.isInteger(units * 2);
}

/** Whether one says how many of it: hours and days. */
export function isCounted({ unit }: Pick<RequestDraft, 'unit'>): boolean {
  return unit === 'hour' || unit === 'day';
}

/**
 * The same draft at the price and approval that the service's record gives now; undefined when they are the ones it has. What was read back at
 * another price was not agreed to at this one.
 */
export function atPriceNow({ unitPence, ...draft }: RequestDraft, found: FoundService): RequestDraft | undefined {
  const now = priceOf(found);
  if (now.unit === draft.unit && now.unitPence === unitPence && now.isProviderApproved === draft.isProviderApproved) return undefined;
  const { units, ...rest } = draft;
  const isSameUnit = now.unit === draft.unit;
  return { ...rest, ...now, ...(isSameUnit && units !== undefined ? { units } : isCounted(now) ? {} : { units: 1 }) };
}

function priceOf({ cost, isApproved }: FoundService): Pick<RequestDraft, 'unit' | 'unitPence' | 'isProviderApproved'> {
  const unit = cost.kind === 'free' ? 'free' : cost.kind === 'unknown' || cost.unit === 'unknown' || cost.unit === 'week' ? 'unknown' : cost.unit;
  return { isProviderApproved: isApproved, unit, ...(cost.kind === 'priced' && { unitPence: cost.pence }) };
}

/** Something that comes round on one day only needs no asking which: the next such day after today. */
function nextTime(times: readonly UsualTime[], today: LocalDate): LocalDate | undefined {
  const [only] = times;
  const day = only?.days[0];
  if (times.length !== 1 || only === undefined || only.days.length !== 1 || only.ofMonth !== undefined || only.everyWeeks !== 1 || day === undefined) return undefined;
  const tomorrow = addDays(today, 1);
  return addDays(tomorrow, (day - weekdayOf(tomorrow) + 7) % 7);
}
