import { canBeAskedFor, dayFault, draftRequest, missingFrom, mostUnits, type RequestDraft, type Wanted } from '../../models/service-request/index.ts';
import type { FoundService } from '../../models/service/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { dateIn } from './date-fields.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';
import { timesText } from './service-words.ts';

const parts = ['morning', 'afternoon', 'evening'] as const;
const rounds = [1, 2, 4] as const;

/** What was typed of how much, when and how often, as a request that can be read back whole; or what has to be mended first. */
export function wantedIn(form: Asked['form'], found: FoundService, today: LocalDate): { readonly draft: RequestDraft } | { readonly faults: readonly Fault[] } {
  const [amount, day, part] = [textIn(form['units']), dateIn(form, 'on'), parts.find((each) => each === form['part'])];
  const everyWeeks = rounds.find((weeks) => String(weeks) === form['every']);
  const units = amount === '' ? undefined : Number(amount);
  const on = day === 'no-date' ? undefined : day;
  const wanted: Wanted = { ...(units !== undefined && { units }), ...(on !== undefined && { on }), ...(part !== undefined && { partOfDay: part }), ...(everyWeeks !== undefined && { everyWeeks }) };
  const draft = draftRequest(found, wanted, today);
  const missing = missingFrom(draft);
  const faults: Fault[] = [];
  if (missing === 'units') faults.push({ field: 'units', message: `Enter how many ${draft.unit}s, like 2` });
  else if (draft.units !== undefined && !canBeAskedFor(draft.units)) faults.push({ field: 'units', message: `Enter whole or half ${draft.unit}s, at most ${mostUnits}` });
  if (day === 'no-date') faults.push({ field: 'on-day', message: 'Enter a day that is in the calendar, like 8 12 2026' });
  else if (missing !== undefined && missingFrom({ ...draft, units: 1 }) === 'day') faults.push({ field: 'on-day', message: 'Enter the day it is for' });
  if (on !== undefined) faults.push(...dayFaults(found, on, today));
  return faults.length > 0 ? { faults } : { draft };
}

function dayFaults(found: FoundService, on: LocalDate, today: LocalDate): readonly Fault[] {
  const fault = dayFault(found, on, today);
  if (fault === undefined) return [];
  return [{ field: 'on-day', message: fault === 'gone-by' ? 'Enter a day that has not gone by' : `It is not there on that day. It is there ${timesText(found.usualTimes).join(', and ')}` }];
}
