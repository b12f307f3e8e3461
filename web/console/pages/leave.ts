import { actorOf } from '../../../models/access/index.ts';
import { leftPence } from '../../../models/budget/index.ts';
import { visitsBetween } from '../../../models/care-visit/index.ts';
import { comeBack, leaveReasons, leaveService } from '../../../models/household/index.ts';
import { openRequests } from '../../../models/service-request/index.ts';
import { addDays, localDate, type Instant } from '../../../models/shared/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { leaveText } from '../consent-words.ts';
import { personPage } from '../page.ts';
import { whatText } from '../request-words.ts';
import { dateText, moneyText } from '../words.ts';

const daysAhead = 28;

/** Somebody is looked after no more: what ends, what is still open, one clear yes; and taking them back. */
export const leavePage = personPage({
  name: 'leave', path: '/people/:personId/leave', rule: 'end-service',
  view: ({ record, form, now }) => {
    const { left, timeZone } = record.household;
    return Promise.resolve({ template: 'console/pages/leave.njk', title: left === undefined ? 'Leaving' : 'They have left', model: {
      left: left === undefined ? undefined : { why: leaveText[left.why], by: left.by.name, on: dateText(localDate(left.at, timeZone)) },
      open: stillOpen(record, now), reasons: leaveReasons.map((value) => ({ value, text: leaveText[value] })), chosen: form['why'],
    } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const { household, personId } = record;
    const here = `/people/${personId}/leave`;
    const by = actorOf(identity);
    if (household.left !== undefined) {
      if (form['do'] === 'again') {
        await services.peopleDesk.endAll(record, now);
        return { go: here, said: 'left' };
      }
      if (form['do'] !== 'back') return { go: here };
      const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: comeBack(household), audit: [{ action: 'service-resumed', by, about: 'record' }] });
      return saved.kind === 'saved' ? { go: `/people/${personId}/set-up`, said: 'back' } : { go: here, said: 'uncertain' };
    }
    const why = leaveReasons.find((each) => each === form['why']);
    if (why === undefined) return { faults: [{ field: 'why', message: 'Choose why they leave' }] };
    if (form['sure'] !== 'yes') return { faults: [{ field: 'sure', message: 'Tick that you have read what happens' }] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: leaveService(household, { at: now, why, by: { id: by, name: identity.name } }), link: null, unfinished: null, audit: [{ action: 'service-ended', by, about: why }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'why', message: 'Something changed while you were reading, so nothing was done. Look again, and send it once more' }] };
    if (saved.kind === 'unknown') return { go: here, said: 'uncertain' };
    await services.peopleDesk.endAll(record, now);
    return { go: here, said: 'left' };
  },
});

/** What somebody has to see to besides: leaving decides none of it. */
function stillOpen({ requestBook, budget, visitBook, alertBoard, household: { timeZone } }: PersonRecord, now: Instant): readonly string[] {
  const today = localDate(now, timeZone);
  const visits = visitsBetween(visitBook, today, addDays(today, daysAhead), timeZone).filter(({ startsAt, status }) => startsAt > now && status !== 'cancelled').length;
  const alerts = alertBoard.alerts.filter(({ isOpen }) => isOpen).length;
  return [
    ...openRequests(requestBook).map((request) => `Asked for and not over: ${whatText(request)}. The reference is ${request.reference}.`),
    ...(budget === undefined || leftPence(budget) === 0 ? [] : [`${moneyText(leftPence(budget))} of the budget is not used.`]),
    ...(visits === 0 ? [] : [`${visits} visits are planned in the next ${daysAhead} days. ${visitBook.provider.name} has to cancel them.`]),
    ...(alerts === 0 ? [] : [`${alerts === 1 ? 'One alert is' : `${alerts} alerts are`} open. They end without an answer.`]),
  ];
}
