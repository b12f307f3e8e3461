import { actorOf } from '../../../models/access/index.ts';
import { noteGoal } from '../../../models/outcome/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';

const longestWords = 400;

/** How one goal is going, in words and from nought to ten: by the person, by whoever acts for them in this, or by the adviser. */
export const goalProgressPage = personPage({
  name: 'goal-progress', path: '/people/:personId/goals/:goalId/progress', rule: 'note-goals',
  view: ({ services, record: { outcomeBook }, params, form }) => {
    const goal = outcomeBook.goals.find(({ id }) => id === params['goalId']);
    if (goal === undefined) throw new PageProblem(404, 'That goal is not there any more.');
    const id = textIn(form['id']);
    return Promise.resolve({ template: 'console/pages/goal-progress.njk', title: 'How is it going?', model: { words: goal.words, id: /^note-[0-9a-f-]{36}$/.test(id) ? id : `note-${services.newId()}`, values: { words: textIn(form['words']), rating: textIn(form['rating']) } } });
  },
  submit: async ({ services, record, params, form, identity, now }) => {
    const goalId = params['goalId'] ?? '';
    const words = textIn(form['words']);
    const rating = textIn(form['rating']);
    const id = textIn(form['id']);
    const faults: readonly Fault[] = [
      ...(words === '' && rating === '' ? [{ field: 'words', message: 'Say how it is going, in words or with a number' }] : []),
      ...(words.length > longestWords ? [{ field: 'words', message: `Say it in at most ${longestWords} letters` }] : []),
      ...(rating !== '' && !/^(?:\d|10)$/.test(rating) ? [{ field: 'rating', message: 'Choose a number from 0 to 10' }] : []),
      ...(/^note-[0-9a-f-]{36}$/.test(id) ? [] : [{ field: 'words', message: 'Send it once more: the form was not whole' }]),
    ];
    if (faults.length > 0) return { faults };
    const outcomeBook = noteGoal(record.outcomeBook, goalId, { id, at: now, by: { id: actorOf(identity), name: identity.name }, words, ...(rating !== '' && { rating: Number(rating) }) });
    if (outcomeBook === undefined) throw new PageProblem(404, 'That goal is not there any more.');
    const saved = await services.records.save(record, { idempotencyKey: id, at: now, outcomeBook, audit: [{ action: 'goal-progress-kept', by: actorOf(identity), about: goalId }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'words', message: 'Something changed while you were writing, so nothing was kept. Send it once more' }] };
    return { go: `/people/${record.personId}/goals`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});
