import type { RequestDraft } from '../../models/service-request/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { countWord, dayWords, fullDayWords, timeOfDayWords } from '../words/index.ts';

const every: Readonly<Record<number, string>> = { 1: 'every week', 2: 'every fortnight', 4: 'every four weeks' };

/** What is asked for and of whom: "two hours of gardening with Green Fingers". */
export function whatWords(draft: RequestDraft): string {
  const often = draft.everyWeeks === undefined ? '' : ` ${every[draft.everyWeeks] ?? ''}`;
  if (draft.unit === 'hour' || draft.unit === 'day') return `${unitsWords(draft.units ?? 1, draft.unit)} of ${draft.what} with ${draft.serviceName}${often}`;
  if (draft.unit === 'item') return `${draft.serviceName}${often}`;
  return `${draft.serviceName}${often}`;
}

/** ", Tuesday the 8th of December, in the morning". */
export function whenWantedWords(draft: RequestDraft, today: LocalDate): string {
  if (draft.on === undefined) return '';
  const time = draft.at !== undefined ? `, at ${timeOfDayWords(draft.at)}` : draft.partOfDay === undefined ? '' : `, in the ${draft.partOfDay}`;
  return `, ${draft.everyWeeks === undefined ? '' : 'from '}${fullDayWords(draft.on, today)}${time}`;
}

/** For taking it up again: "asking Green Fingers for two hours on Tuesday the 8th of December". */
export function askingWords(draft: RequestDraft, today: LocalDate): string {
  const amount = draft.unit === 'hour' || draft.unit === 'day' ? `for ${unitsWords(draft.units ?? 1, draft.unit)}` : `about ${draft.what}`;
  const day = draft.on === undefined ? '' : ` ${dayWords(draft.on, today)}`;
  return `asking ${draft.serviceName} ${amount}${day}`;
}

/** "two hours out of four hours" */
export function partWords(units: number, ofUnits: number, unit: string): string {
  return `${unitsWords(units, unit)} out of ${unitsWords(ofUnits, unit)}`;
}

function unitsWords(units: number, unit: string): string {
  const whole = Math.floor(units);
  const half = units - whole === 0.5;
  if (whole === 0) return `half an ${unit}`;
  if (half) return `${countWord(whole)} and a half ${unit}s`;
  return `${countWord(whole)} ${unit}${whole === 1 ? '' : 's'}`;
}
