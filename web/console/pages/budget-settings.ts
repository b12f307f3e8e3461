import { actorOf, mayDo } from '../../../models/access/index.ts';
import { budgetBases, budgetMechanisms, fourFacts, periodOf, setBudget, type BudgetSettings, type SetBudgetResult } from '../../../models/budget/index.ts';
import { addDays, localDate, type LocalDate } from '../../../models/shared/index.ts';
import { dateIn, dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { poundsIn, poundsTyped } from '../pounds-field.ts';
import { dateText, moneyText } from '../words.ts';

type Here = Asked<'see-person'>;
const mechanismText: Readonly<Record<BudgetSettings['mechanism'], string>> = {
  'direct-payment': 'Direct payment: they or somebody for them run it', 'council-managed': 'The council manages it', 'council-commissioned': 'The council arranges and pays for the services', 'individual-service-fund': 'A provider holds it for them', 'self-funder': 'They pay for themselves',
};
const basisText: Readonly<Record<BudgetSettings['basis'], string>> = { net: 'Net: their own share is paid in by them', gross: 'Gross: all of it is paid in, and they are billed for their share' };
const refusalText: Readonly<Record<Exclude<Extract<SetBudgetResult, { kind: 'refused' }>['reason'], 'limit-too-high'>, Fault>> = {
  'period-is-running': { field: 'periodWeeks', message: 'Money has come in for the periods as they are, so they stay as they are' }, 'period-of-no-weeks': { field: 'periodWeeks', message: 'Enter a whole number of weeks, from 1 to 52' },
  'surplus-weeks': { field: 'surplusWeeks', message: 'Enter a whole number of weeks, from 0 to 52' }, 'review-has-gone-by': { field: 'review-day', message: 'Enter a day that has not gone by' },
};
const usualYear = 364;

/** How a budget is run: how much for each period, what is agreed to at once, what may be taken back and when. It moves no money. */
export const budgetSettingsPage = personPage({
  name: 'budget-settings', path: '/people/:personId/budget-settings', rule: 'change-budget-settings',
  view: ({ services, record: { budget, household }, form, identity, now }) => {
    const today = localDate(now, household.timeZone);
    const known = budget?.settings;
    const typed = (name: string, kept: string) => (form[name] === undefined ? kept : textIn(form[name]));
    const facts = budget === undefined ? undefined : fourFacts(budget, today);
    const period = known === undefined ? undefined : periodOf(known, today);
    return Promise.resolve({ template: 'console/pages/budget-settings.njk', title: 'Budget settings', model: {
      maySeeRules: mayDo(identity, 'see-rules', { councilId: services.council.id }), isNew: budget === undefined, isRunning: (budget?.lastEntryNumber ?? 0) > 0,
      period: period === undefined || known === undefined ? undefined : `${known.periodWeeks} weeks, now from ${dateText(period.from)} to ${dateText(period.to)}`,
      takenBack: facts?.takenBack === undefined ? 'As it stands nothing would go back.' : `As it stands ${moneyText(facts.takenBack.amountPence)} may go back on ${dateText(facts.takenBack.on)}.`,
      bases: budgetBases.map((value) => ({ value, text: basisText[value] })), mechanisms: budgetMechanisms.map((value) => ({ value, text: mechanismText[value] })),
      values: {
        basis: typed('basis', known?.basis ?? 'net'), mechanism: typed('mechanism', known?.mechanism ?? 'council-managed'), perPeriod: typed('perPeriod', known === undefined ? '' : poundsTyped(known.perPeriodPence)), periodWeeks: typed('periodWeeks', String(known?.periodWeeks ?? 4)),
        surplusWeeks: typed('surplusWeeks', String(known?.surplusWeeksLimit ?? 8)), limit: typed('limit', known === undefined ? '50' : poundsTyped(known.autoApproveLimitPence)),
      },
      anchor: (isFaulty: boolean) => dateItems(form, 'anchor', known?.periodAnchor ?? today, isFaulty), review: (isFaulty: boolean) => dateItems(form, 'review', known?.reviewOn ?? addDays(today, usualYear), isFaulty),
    } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const today = localDate(now, record.household.timeZone);
    const read = settingsIn(form, record.budget?.settings, (record.budget?.lastEntryNumber ?? 0) > 0);
    if ('faults' in read) return { faults: read.faults };
    const result = setBudget(record.budget, read.settings, today, services.council.twoAgreeAbovePence);
    if (result.kind === 'refused') return { faults: [result.reason === 'limit-too-high' ? { field: 'limit', message: `Enter at most ${moneyText(services.council.twoAgreeAbovePence)}: above that two people decide` } : refusalText[result.reason]] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, budget: { after: result.budget, entries: [] }, audit: [{ action: record.budget === undefined ? 'budget-begun' : 'budget-settings-changed', by: actorOf(identity), about: 'budget' }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'perPeriod', message: 'Something changed while you were writing, so nothing was kept. Look again, and send it once more' }] };
    return { go: `/people/${record.personId}/budget-settings`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

/** `isRunning`: the period and its first day are as they were, whatever was sent. */
function settingsIn(form: Here['form'], known: BudgetSettings | undefined, isRunning: boolean): { readonly settings: BudgetSettings } | { readonly faults: readonly Fault[] } {
  const basis = budgetBases.find((each) => each === form['basis']);
  const mechanism = budgetMechanisms.find((each) => each === form['mechanism']);
  const [perPeriodPence, autoApproveLimitPence] = [poundsIn(textIn(form['perPeriod'])), poundsIn(textIn(form['limit']))];
  const [periodWeeks, surplusWeeksLimit] = [isRunning && known !== undefined ? known.periodWeeks : wholeIn(form['periodWeeks']), wholeIn(form['surplusWeeks'])];
  const periodAnchor = isRunning && known !== undefined ? known.periodAnchor : dateIn(form, 'anchor');
  const reviewOn = dateIn(form, 'review');
  const faults: readonly Fault[] = [
    ...(perPeriodPence === undefined ? [{ field: 'perPeriod', message: 'Enter a sum in pounds, like 160 or 160.50' }] : []),
    ...(periodWeeks === undefined ? [refusalText['period-of-no-weeks']] : []),
    ...(isDay(periodAnchor) ? [] : [{ field: 'anchor-day', message: 'Enter a day that is in the calendar, like 7 12 2026' }]),
    ...(basis === undefined ? [{ field: 'basis', message: 'Choose net or gross' }] : []),
    ...(mechanism === undefined ? [{ field: 'mechanism', message: 'Choose how it is run' }] : []),
    ...(autoApproveLimitPence === undefined ? [{ field: 'limit', message: 'Enter a sum in pounds, like 50. Enter 0 to decide everything yourselves' }] : []),
    ...(surplusWeeksLimit === undefined ? [refusalText['surplus-weeks']] : []),
    ...(isDay(reviewOn) ? [] : [{ field: 'review-day', message: 'Enter a day that is in the calendar, like 30 11 2027' }]),
  ];
  if (faults.length > 0 || basis === undefined || mechanism === undefined || perPeriodPence === undefined || autoApproveLimitPence === undefined || periodWeeks === undefined || surplusWeeksLimit === undefined || !isDay(periodAnchor) || !isDay(reviewOn)) return { faults };
  return { settings: { basis, mechanism, perPeriodPence, autoApproveLimitPence, periodWeeks, surplusWeeksLimit, periodAnchor, reviewOn } };
}

function isDay(day: LocalDate | 'no-date' | undefined): day is LocalDate {
  return day !== undefined && day !== 'no-date';
}

function wholeIn(value: string | readonly string[] | undefined): number | undefined {
  return /^\d{1,3}$/.test(textIn(value)) ? Number(textIn(value)) : undefined;
}
