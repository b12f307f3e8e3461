import { actorOf } from '../../../models/access/index.ts';
import { endGoal, goalEnds, longestGoal, setGoal, themes, type GoalSetting, type OutcomeBook } from '../../../models/outcome/index.ts';
import { localDate, type LocalDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { dateIn, dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { goalEndText, themeText } from '../goal-words.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { lineFault, linesIn } from './goals.ts';

type Here = Asked<'see-person'>;

/** One goal as an adviser sets it: the person's own words, what it is about and pays for, when it is looked at again, and its end. */
export const goalPage = personPage({
  name: 'goal', path: '/people/:personId/goals/:goalId', rule: 'change-goals',
  view: (asked) => {
    const { form, record: { household } } = asked;
    const goal = goalIn(asked);
    return Promise.resolve({ template: 'console/pages/goal.njk', title: goal === undefined ? 'A new goal' : 'Change a goal', model: {
      isNew: goal === undefined, id: goal === undefined ? newId(asked) : goal.id, adviser: household.council.adviser,
      values: { words: form['words'] === undefined ? goal?.words ?? '' : textIn(form['words']), covers: form['covers'] === undefined ? goal?.covers.join('\n') ?? '' : textIn(form['covers']), theme: form['theme'] === undefined ? goal?.theme ?? '' : textIn(form['theme']) },
      themes: themes.map((value) => ({ value, text: themeText[value].title, hint: { text: themeText[value].about } })),
      review: (isFaulty: boolean) => dateItems(form, 'review', goal?.reviewOn, isFaulty), ends: goalEnds.map((value) => ({ value, text: goalEndText[value] })),
    } });
  },
  submit: async (asked) => {
    const { record, form, now } = asked;
    const goal = goalIn(asked);
    const today = localDate(now, record.household.timeZone);
    if (form['do'] === 'end') {
      const how = goalEnds.find((each) => each === form['how']);
      const ended = how === undefined || goal === undefined ? undefined : endGoal(record.outcomeBook, goal.id, how, now);
      return ended === undefined ? { faults: [{ field: 'how', message: 'Choose how it ended' }] } : keep(asked, ended, 'goal-ended', goal?.id ?? '');
    }
    const read = settingIn(form, today);
    if ('faults' in read) return read;
    const id = goal?.id ?? newId(asked);
    const result = setGoal(record.outcomeBook, id, read.setting, goal === undefined, today);
    if (result.kind === 'refused') return { faults: [{ field: 'words', message: result.reason === 'too-many-goals' ? 'There are 12 goals already. End one first' : 'That goal is not there any more' }] };
    return keep(asked, result.book, goal === undefined ? 'goal-set' : 'goal-changed', id);
  },
});

function goalIn({ record: { outcomeBook }, params }: Here) {
  const goal = outcomeBook.goals.find(({ id }) => id === params['goalId']);
  if (goal === undefined && params['goalId'] !== 'new') throw new PageProblem(404, 'That goal is not there any more.');
  return goal;
}

/** The same form sent twice is one goal. */
function newId({ services, form }: Here): string {
  return /^goal-[0-9a-f-]{36}$/.test(textIn(form['id'])) ? textIn(form['id']) : `goal-${services.newId()}`;
}

function settingIn(form: Here['form'], today: LocalDate): { readonly setting: GoalSetting } | { readonly faults: readonly Fault[] } {
  const words = textIn(form['words']).replaceAll(/[\p{C}\s]+/gu, ' ');
  const covers = linesIn(textIn(form['covers']));
  const theme = themes.find((each) => each === form['theme']);
  const reviewOn = dateIn(form, 'review');
  const line = lineFault(covers);
  const faults: readonly Fault[] = [
    ...(words === '' ? [{ field: 'words', message: 'Enter the goal, in the person’s own words' }] : words.length > longestGoal ? [{ field: 'words', message: `A goal has at most ${longestGoal} letters: it is read aloud` }] : []),
    ...(theme === undefined ? [{ field: 'theme', message: 'Choose what it is about' }] : []),
    ...(line === undefined ? [] : [{ field: 'covers', message: line }]),
    ...(reviewOn === 'no-date' ? [{ field: 'review-day', message: 'Enter a day that is in the calendar, like 1 3 2027' }] : reviewOn !== undefined && reviewOn < today ? [{ field: 'review-day', message: 'Enter a day that has not gone by' }] : []),
  ];
  return theme === undefined || reviewOn === 'no-date' || faults.length > 0 ? { faults } : { setting: { words, covers, theme, ...(reviewOn !== undefined && { reviewOn }) } };
}

async function keep({ services, record, identity, now }: Here, outcomeBook: OutcomeBook, action: string, about: string) {
  const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, outcomeBook, audit: [{ action, by: actorOf(identity), about }] });
  if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'words', message: 'Something changed while you were writing, so nothing was kept. Send it once more' }] };
  return { go: `/people/${record.personId}/goals`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
}
