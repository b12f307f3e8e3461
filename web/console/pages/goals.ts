import { actorOf, mayDo } from '../../../models/access/index.ts';
import type { Goal } from '../../../models/outcome/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { goalEndText, reviewText, themeText } from '../goal-words.ts';
import { personPage } from '../page.ts';
import { dateText, upperFirst } from '../words.ts';

const longestLine = 60;
const mostLines = 20;

/** What somebody wants from their life, in their own words, and how each is going over time. */
export const goalsPage = personPage({
  name: 'goals', path: '/people/:personId/goals', rule: 'see-goals', submitRule: 'change-goals',
  view: ({ services, record: { outcomeBook, household }, identity, form, now }) => {
    const subject = { councilId: services.council.id, household };
    const today = localDate(now, household.timeZone);
    return Promise.resolve({ template: 'console/pages/goals.njk', title: 'Goals', model: {
      mayChange: mayDo(identity, 'change-goals', subject), mayNote: mayDo(identity, 'note-goals', subject),
      goals: outcomeBook.goals.map((goal) => ({ id: goal.id, words: upperFirst(goal.words), theme: goal.theme === undefined ? 'Not said' : themeText[goal.theme].title, covers: goal.covers.join(', '), since: dateText(goal.setOn), review: reviewText(goal, today), ...ratingsOf(goal), notes: notesOf(goal, household.timeZone) })),
      past: (outcomeBook.pastGoals ?? []).toReversed().map((goal) => [{ text: upperFirst(goal.words) }, { text: dateText(goal.setOn) }, { text: goal.ended === undefined ? '' : `${goalEndText[goal.ended.how]}, ${dateText(localDate(goal.ended.at, household.timeZone))}` }]),
      excluded: outcomeBook.excluded, excludedTyped: form['excluded'] === undefined ? outcomeBook.excluded.join('\n') : textIn(form['excluded']),
    } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const excluded = linesIn(textIn(form['excluded']));
    const fault = lineFault(excluded);
    if (fault !== undefined) return { faults: [{ field: 'excluded', message: fault }] };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, outcomeBook: { ...record.outcomeBook, excluded }, audit: [{ action: 'plan-exclusions-set', by: actorOf(identity), about: 'plan' }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'excluded', message: 'Something changed meanwhile, so nothing was kept. Send it once more' }] };
    return { go: `/people/${record.personId}/goals`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

/** What was typed, one thing on a line, each once. */
export function linesIn(typed: string): readonly string[] {
  return [...new Set(typed.split(/\r?\n/).map((line) => line.replaceAll(/[\p{C}\s]+/gu, ' ').trim()).filter((line) => line !== ''))];
}

export function lineFault(lines: readonly string[]): string | undefined {
  if (lines.length > mostLines) return `Enter at most ${mostLines} lines`;
  return lines.some((line) => line.length > longestLine) ? `Each line has at most ${longestLine} letters` : undefined;
}

/** Where it stood first, and where it stands now. */
function ratingsOf({ notes = [] }: Goal): { readonly rating: string } {
  const rated = notes.flatMap(({ rating }) => (rating === undefined ? [] : [rating]));
  const [first, last] = [rated[0], rated.at(-1)];
  if (first === undefined || last === undefined) return { rating: 'Nobody has said yet' };
  return { rating: rated.length === 1 ? `${last} out of 10` : `${last} out of 10, from ${first} at first` };
}

function notesOf({ notes = [] }: Goal, zone: string) {
  return notes.toReversed().map(({ at, by, rating, words }) => [{ text: dateText(localDate(at, zone)) }, { text: rating === undefined ? '' : String(rating), format: 'numeric' }, { text: words }, { text: by.name }]);
}
