import { actorOf, mayDo } from '../../../models/access/index.ts';
import { activityKinds, mostPlannedMinutes, planActivities, visitsBetween, type PlannedActivity, type PlanResult, type VisitActivity, type VisitRound } from '../../../models/care-visit/index.ts';
import { add, addDays, localDate, noMoney, pence } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { activityText } from '../activity-words.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { poundsIn, poundsTyped } from '../pounds-field.ts';
import { moneyText, timeText, upperFirst } from '../words.ts';

type Here = Asked<'see-person'>;
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What is meant to be done in each visit that comes round, set by staff; and a week of it against what care workers recorded. */
export const plannedActivitiesPage = personPage({
  name: 'planned-activities', path: '/people/:personId/planned-activities', rule: 'see-visits', submitRule: 'plan-activities',
  view: async (asked) => {
    const { services, record: { personId, visitBook, household }, identity, now, query } = asked;
    const subject = { councilId: services.council.id, household };
    const [mayPlan, seesMoney] = [mayDo(identity, 'plan-activities', subject), mayDo(identity, 'see-money', subject)];
    const today = localDate(now, household.timeZone);
    const [from, to] = [addDays(today, -7), addDays(today, -1)];
    const rounds = visitBook.rounds.filter(({ endsOn }) => endsOn === undefined || endsOn >= today);
    const round = query['round'] === undefined || !mayPlan ? undefined : roundIn(asked, query['round']);
    const { activities } = await services.visitWork.written(personId, from, to);
    const planned = visitsBetween(visitBook, from, to, household.timeZone).filter(({ status }) => status === 'completed').flatMap(({ plannedActivities = [] }) => plannedActivities);
    return { template: 'console/pages/planned-activities.njk', title: 'Planned activities', model: {
      rows: rounds.map((each) => [{ text: roundText(each), ...(mayPlan && { href: `?round=${encodeURIComponent(each.id)}` }) }, { text: plannedText(each.plannedActivities ?? [], seesMoney) }]),
      week: weekOf(planned, activities, seesMoney), mayPlan, ...(round !== undefined && { round: { id: round.id, text: roundText(round), minutes: mostPlannedMinutes(round), fields: fieldsOf(asked, round) } }),
    } };
  },
  submit: async (asked) => {
    const { services, record, identity, form, now, query } = asked;
    const round = roundIn(asked, query['round'] ?? textIn(form['round']));
    const { planned, faults } = plannedIn(form);
    if (faults.length > 0) return { faults };
    const result = planActivities(record.visitBook, round.id, planned);
    if (result.kind === 'refused') return { faults: [{ field: `minutes-${planned[0]?.activity ?? activityKinds[0]}`, message: refusedText(result.reason, round) }] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, visitBook: result.book, audit: [{ action: 'activities-planned', by: actorOf(identity), about: round.id }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: `minutes-${activityKinds[0]}`, message: 'Something changed while you were writing, so nothing was kept. Send it once more' }] };
    return { go: `/people/${record.personId}/planned-activities`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

function roundIn({ record: { visitBook } }: Here, id: string): VisitRound {
  const round = visitBook.rounds.find((each) => each.id === id);
  if (round === undefined) throw new PageProblem(404, 'That visit does not come round any more.');
  return round;
}

function roundText({ days: on, from, minutes, tasks }: VisitRound): string {
  const when = on.length === 7 ? 'Every day' : on.map((day) => days[day - 1] ?? '').join(', ');
  return `${when}, ${timeText(from)}, ${minutes} minutes${tasks.length === 0 ? '' : `: ${tasks.join(', ')}`}`;
}

function plannedText(planned: readonly PlannedActivity[], seesMoney: boolean): string {
  if (planned.length === 0) return 'Nothing is planned yet';
  return planned.map(({ activity, minutes, costPence }) => `${activityText[activity]} ${minutes} minutes${seesMoney && costPence > 0 ? `, up to ${moneyText(costPence)}` : ''}`).join('; ');
}

/** One line for each thing that was planned or done, of visits that took place. */
function weekOf(planned: readonly PlannedActivity[], done: readonly VisitActivity[], seesMoney: boolean): object | undefined {
  const sum = (of: readonly { readonly minutes: number }[]) => of.reduce((all, { minutes }) => all + minutes, 0);
  const spent = (of: readonly Pick<PlannedActivity, 'costPence'>[]) => moneyText(add(noMoney, ...of.map(({ costPence }) => costPence)));
  const rows = activityKinds.flatMap((kind) => {
    const [ours, theirs] = [planned.filter(({ activity }) => activity === kind), done.filter(({ activity }) => activity === kind)];
    if (ours.length === 0 && theirs.length === 0) return [];
    const cells = [String(sum(ours)), String(sum(theirs)), ...(seesMoney ? [spent(ours), spent(theirs)] : [])];
    return [[{ text: upperFirst(activityText[kind]) }, ...cells.map((text) => ({ text, format: 'numeric' }))]];
  });
  const head = ['What', 'Minutes planned', 'Minutes recorded', ...(seesMoney ? ['Planned to spend', 'Spent'] : [])];
  return rows.length === 0 ? undefined : { label: 'The last seven days, planned against recorded', head: head.map((text, place) => ({ text, ...(place > 0 && { format: 'numeric' }) })), rows };
}

function fieldsOf({ form }: Here, round: VisitRound) {
  return activityKinds.map((kind) => {
    const plan = round.plannedActivities?.find(({ activity }) => activity === kind);
    const typed = (name: string, kept: string) => (form[`${name}-${kind}`] === undefined ? kept : textIn(form[`${name}-${kind}`]));
    return { kind, text: activityText[kind], minutes: typed('minutes', plan === undefined ? '' : String(plan.minutes)), pounds: typed('pounds', plan === undefined || plan.costPence === 0 ? '' : poundsTyped(plan.costPence)) };
  });
}

function plannedIn(form: Here['form']): { readonly planned: readonly PlannedActivity[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const planned = activityKinds.flatMap((activity): PlannedActivity[] => {
    const [minutes, pounds] = [textIn(form[`minutes-${activity}`]), textIn(form[`pounds-${activity}`])];
    const costPence = pounds === '' ? pence(0) : poundsIn(pounds);
    if (costPence === undefined) faults.push({ field: `pounds-${activity}`, message: `Enter an amount in pounds for “${activityText[activity]}”, like 3.50` });
    if (minutes === '' && pounds === '') return [];
    if (!/^\d{1,4}$/.test(minutes) || Number(minutes) === 0) {
      faults.push({ field: `minutes-${activity}`, message: `Enter whole minutes for “${activityText[activity]}”, like 20` });
      return [];
    }
    return costPence === undefined ? [] : [{ activity, minutes: Number(minutes), costPence }];
  });
  return { planned, faults };
}

function refusedText(reason: Extract<PlanResult, { kind: 'refused' }>['reason'], round: VisitRound): string {
  switch (reason) {
    case 'longer-than-the-visit': return `Together that is longer than the visit: plan at most ${mostPlannedMinutes(round)} minutes`;
    case 'too-much': return 'At most £1,000 can be planned for one thing';
    case 'not-whole': return 'Enter whole minutes';
    case 'no-such-round': return 'That visit does not come round any more';
  }
}
