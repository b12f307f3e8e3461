import { askForService, type AskForService, type AskResult, type RequestBook, type RequestDraft, type RequestSetting } from '../../models/service-request/index.ts';
import type { Budget } from '../../models/budget/index.ts';
import { pounds, type Instant } from '../../models/shared/index.ts';
import { day, eight, margaret } from '../budget/margarets-budget.ts';

export { at, day, eight, ledger, margaret, nothingYet, settings } from '../budget/margarets-budget.ts';

const today = day('2026-12-01');
export const emptyBook: RequestBook = { requests: [] };
export const setting: RequestSetting = {
  budget: margaret, requestBook: emptyBook, excluded: ['alcohol', 'pet care'],
  goals: [{ words: 'keeping my home nice', covers: ['gardening', 'cleaning'] }, { words: 'getting out and seeing people', covers: ['social club', 'transport'] }],
};

/** Two hours with Green Fingers next Tuesday morning: 30 pounds. */
export const gardening: RequestDraft = {
  serviceId: 'green-fingers', serviceName: 'Green Fingers', providerName: 'Green Fingers', what: 'gardening', category: 'gardening', isProviderApproved: true,
  unit: 'hour', unitPence: pounds(15), units: 2, on: day('2026-12-08'), partOfDay: 'morning',
};
export const cleaner: RequestDraft = {
  serviceId: 'sparkle', serviceName: 'Sparkle Cleaning', providerName: 'Sparkle', what: 'cleaning', category: 'cleaning', isProviderApproved: true,
  unit: 'hour', unitPence: pounds(15), units: 1, everyWeeks: 1,
};
export const freeGardening: RequestDraft = {
  serviceId: 'helping-hands', serviceName: 'Harrow Helping Hands', providerName: 'Harrow Helping Hands', what: 'gardening', category: 'gardening', isProviderApproved: false, unit: 'free',
};

export function ask(draft: RequestDraft, with_: Partial<RequestSetting> = {}, command: Partial<AskForService> = {}, now: Instant = eight): AskResult {
  return askForService({ draft, id: draft.serviceId, reference: 'robin four', by: 'person', confirmed: true, ...command }, { ...setting, ...with_ }, now, today);
}

type Asked = Extract<AskResult, { kind: 'asked' | 'asked-for-review' }>;

/** The record once it has been asked for, at once or for review. */
export function asked(draft: RequestDraft, with_: Partial<RequestSetting> = {}, command: Partial<AskForService> = {}, now: Instant = eight): { readonly requestBook: RequestBook; readonly budget: Budget; readonly result: Asked } {
  const result = ask(draft, with_, command, now);
  if (result.kind !== 'asked' && result.kind !== 'asked-for-review') throw new Error(`It was ${result.kind}`);
  const before = with_.budget ?? margaret;
  return { requestBook: result.requestBook, budget: result.kind === 'asked' ? result.budget?.after ?? before : before, result };
}
