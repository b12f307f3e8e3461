import { Buffer } from 'node:buffer';
import { actorOf } from '../../../models/access/index.ts';
import { goalDoesText, goalLeftText, goalStanding } from '../goals-in-words.ts';
import type { GoalsShown } from '../goals-in-port.ts';
import { textIn } from '../form-text.ts';
import { page } from '../page.ts';
import { fileIn } from '../uploaded-file.ts';
import { upperFirst } from '../words.ts';

const mostShown = 300;

/** Goals from support plans that another system keeps: shown first, then brought in. The file goes back and forth with the form and is kept nowhere. */
export const goalsInPage = page({
  name: 'goals-in', path: '/goals-in', rule: 'bring-in-goals', takesFile: true,
  view: () => Promise.resolve({ template: 'console/pages/goals-in.njk', title: 'Goals in' }),
  submit: async ({ services, request, identity, form }) => {
    const held = textIn(form['held']);
    const bytes = held === '' ? fileIn(request)?.bytes : Buffer.from(held, 'base64');
    if (bytes === undefined || bytes.length === 0) return { faults: [{ field: 'file', message: 'Choose the file as your system exported it' }] };
    const isForGood = form['do'] === 'bring-in' && held !== '';
    const sent = { bytes, actor: actorOf(identity) };
    const read = await (isForGood ? services.goalsIn.bringIn(sent) : services.goalsIn.look(sent));
    if (read.kind === 'refused') return { faults: [{ field: 'file', message: `${read.what}. ${read.mend}` }] };
    return { shown: shownTo(read, Buffer.from(bytes).toString('base64'), isForGood) };
  },
});

function shownTo({ rows, lines, faults }: GoalsShown, held: string, isForGood: boolean) {
  const count = (standing: 'news' | 'there') => lines.filter(({ outcome }) => goalStanding[outcome] === standing).length;
  const left = [
    ...faults.map(({ row, ref = '', what, mend }) => ({ row, ref, what, mend })),
    ...lines.filter(({ outcome }) => goalStanding[outcome] === 'left').map(({ goal: { row, ref }, person, outcome }) => ({ row, ref, ...goalLeftText(outcome), ...(person !== undefined && { href: `/people/${person.personId}/goals` }) })),
  ].toSorted((one, other) => one.row - other.row);
  const taken = lines.filter(({ outcome }) => goalStanding[outcome] !== 'left').toSorted((one, other) => Number(goalStanding[one.outcome] === 'there') - Number(goalStanding[other.outcome] === 'there'));
  const row = (key: string, value: number) => ({ key: { text: key }, value: { text: String(value) } });
  return { template: 'console/pages/goals-in-shown.njk', title: isForGood ? 'Goals brought in' : 'Check the goals', model: {
    held, isForGood, hasNews: count('news') > 0, rows, most: mostShown, summary: [row(isForGood ? 'Brought in' : 'Would be brought in', count('news')), row('Stay as they are', count('there')), row('Not taken', left.length)],
    lines: taken.slice(0, mostShown).map((each) => [{ text: each.person?.name ?? '', href: `/people/${each.person?.personId ?? ''}/goals` }, { text: upperFirst(each.goal.words) }, { text: goalDoesText(each) }, { text: String(each.goal.row), format: 'numeric' }]), linesInAll: taken.length,
    left: left.slice(0, mostShown).map((each) => [{ text: String(each.row), format: 'numeric' }, { text: each.ref }, { text: each.what }, { text: each.mend, ...('href' in each && { href: each.href }) }]), leftInAll: left.length,
  } };
}
