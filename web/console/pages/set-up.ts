import { consentKinds, consentTo } from '../../../models/household/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { personPage } from '../page.ts';

interface Task { readonly title: string; readonly hint: string; readonly end: string; readonly isDone: boolean }

/** What is still to do before somebody can use My Care, each done or not as the record is now. */
export const setUpPage = personPage({
  name: 'set-up', path: '/people/:personId/set-up', rule: 'set-up',
  view: ({ record }) => {
    const tasks = tasksOf(record);
    const done = tasks.filter(({ isDone }) => isDone).length;
    return Promise.resolve({ template: 'console/pages/set-up.njk', title: 'Set up', model: { done, count: tasks.length, tasks: tasks.map(({ title, hint, end, isDone }) => ({
      title: { text: title }, hint: { text: hint }, href: `/people/${record.personId}/${end}`, status: isDone ? { text: 'Done' } : { tag: { text: 'To do', classes: 'govuk-tag--blue' } },
    })) } });
  },
});

function tasksOf({ household, household: { circle, ownPhone, ownEmail, name }, link, budget, outcomeBook }: PersonRecord): readonly Task[] {
  return [
    { title: 'How they sign in', hint: `${name.preferred} can see all of their own with a mobile number or an e-mail address.`, end: 'about', isDone: ownPhone !== undefined || ownEmail !== undefined },
    { title: 'Speaker', hint: 'With six digits, at the speaker itself.', end: 'devices', isDone: link !== undefined },
    { title: 'Circle', hint: 'Who may know what, and who is told when something is wrong.', end: 'circle', isDone: circle.some(({ kind, stoppedAt }) => stoppedAt === undefined && (kind === 'family' || kind === 'friend')) },
    { title: 'Consent', hint: 'What may be said aloud, who may be told, and whether they are counted.', end: 'consent', isDone: consentKinds.every((kind) => consentTo(household, kind) !== undefined) },
    { title: 'Plan', hint: 'What they want from their life, in their own words.', end: 'goals', isDone: outcomeBook.goals.length > 0 },
    { title: 'Budget', hint: 'How much for each period, and when it is looked at again.', end: 'budget-settings', isDone: budget !== undefined },
  ];
}
