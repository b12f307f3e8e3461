import { Buffer } from 'node:buffer';
import { actorOf } from '../../../models/access/index.ts';
import { brokeOff, type MoneyFileBroughtIn } from '../../../models/money-in/index.ts';
import type { Instant, Pence } from '../../../models/shared/index.ts';
import { sourceIdFor } from '../../../models/visits-in/index.ts';
import { textIn } from '../form-text.ts';
import { moneyDoesText, moneyLeftText, standingOf, type MoneyStanding } from '../money-in-words.ts';
import type { MoneyLineShown, MoneyShown } from '../money-in-port.ts';
import { page, type Asked } from '../page.ts';
import { deciderOf } from '../request-decided.ts';
import { requestHref } from '../request-step.ts';
import { fileIn } from '../uploaded-file.ts';
import { csvRow, dateText, momentText, moneyText } from '../words.ts';

const mostSourceLetters = 40;
const mostShown = 200;
const mostNameLetters = 80;
const mostOwnerLetters = 120;

interface Left { readonly row: number; readonly ref: string; readonly what: string; readonly mend: string; readonly href?: string }

/**
 * Allocations, payments and adjustments from a finance system: shown first, then brought in. The file goes back and forth with the form and is kept
 * nowhere; the same file once more tells what became of each row and takes nothing twice.
 */
export const moneyInPage = page({
  name: 'money-in', path: '/money-in', rule: 'bring-in-money', takesFile: true,
  view: async ({ form, services, now }) => ({ template: 'console/pages/money-in.njk', title: 'Money in', model: {
    source: textIn(form['source']), owner: ownerIn(form), limit: moneyText(services.council.twoAgreeAbovePence), files: (await services.moneyIn.files()).map((file) => fileRow(file, now, services.council.timeZone)),
  } }),
  submit: async (asked) => {
    const { services, request, identity, form } = asked;
    const [name, doing, held] = [textIn(form['source']), form['do'], textIn(form['held'])];
    const sentFile = fileIn(request);
    const bytes = held === '' ? sentFile?.bytes : Buffer.from(held, 'base64');
    const fileName = (held === '' ? sentFile?.name ?? '' : textIn(form['fileName'])).toWellFormed().replaceAll(/\p{C}+/gu, ' ').trim().slice(0, mostNameLetters);
    const faults = [
      ...(/[a-z0-9]/i.test(name) && name.length <= mostSourceLetters ? [] : [{ field: 'source', message: `Enter the name of the system, in at most ${mostSourceLetters} letters` }]),
      ...(bytes === undefined || bytes.length === 0 ? [{ field: 'file', message: 'Choose the file as your system exported it' }] : []),
    ];
    if (faults.length > 0 || bytes === undefined) return { faults };
    const isForGood = doing === 'bring-in' && held !== '';
    const sent = { source: sourceIdFor(name, []), fileName, bytes, owner: ownerIn(form), part: (Number.parseInt(textIn(form['part']), 10) || 1) + (doing === 'next' ? 1 : 0), by: deciderOf(identity), actor: actorOf(identity) };
    const read = await (isForGood ? services.moneyIn.bringIn(sent) : services.moneyIn.look(sent));
    if (read.kind === 'refused') return { faults: [{ field: 'file', message: `${read.what}. ${read.mend}` }] };
    if (doing === 'report') return { shown: { file: { name: read.parts === 1 ? 'money-in.csv' : `money-in-part-${read.part}.csv`, type: 'text/csv', text: report(read) } } };
    return { shown: shownTo(read, { name, fileName, held: Buffer.from(bytes).toString('base64'), owner: ownerIn(form), isForGood, abovePence: services.council.twoAgreeAbovePence }) };
  },
});

function shownTo(read: MoneyShown, { name, fileName, held, owner, isForGood, abovePence }: { readonly name: string; readonly fileName: string; readonly held: string; readonly owner: string; readonly isForGood: boolean; readonly abovePence: Pence }) {
  const count = (standing: MoneyStanding) => read.lines.filter(({ outcome }) => standingOf[outcome.kind] === standing).length;
  const left = [...read.faults.map(({ row, ref = '', what, mend }): Left => ({ row, ref, what, mend })), ...read.lines.filter(({ outcome }) => standingOf[outcome.kind] === 'left').map((each) => ({ row: each.line.row, ref: each.line.reference, ...moneyLeftText(each.outcome), ...matchedAt(each) }))].toSorted((one, other) => one.row - other.row);
  const done = read.lines.filter(({ outcome }) => standingOf[outcome.kind] !== 'left');
  const row = (key: string, value: number) => ({ key: { text: key }, value: { text: String(value) } });
  return { template: 'console/pages/money-in-shown.njk', title: `${isForGood ? 'Money brought in' : 'Check the money'}${read.parts === 1 ? '' : `, part ${read.part} of ${read.parts}`}`, model: {
    system: name, fileName, held, owner, isForGood, part: read.part, parts: read.parts, rowsInAll: read.rowsInAll, hasNews: count('posts') + count('waits') > 0, waits: count('waits'), limit: moneyText(abovePence), rows: read.rows,
    summary: [row(isForGood ? 'Now in the ledger' : 'Would go into the ledger', count('posts')), row(isForGood ? 'Wait for a second yes' : 'Would wait for a second yes', count('waits')), row('There already', count('there')), row('Not taken', left.length)],
    lines: done.slice(0, mostShown).map(cellsOf), linesInAll: done.length,
    left: left.slice(0, mostShown).map(({ row: number, ref, what, mend, href }) => [{ text: String(number), format: 'numeric' }, { text: ref }, { text: what }, { text: mend, ...(href !== undefined && { href }) }]), leftInAll: left.length, most: mostShown,
  } };
}

/** Cut rather than refused: nobody has so long a number, and it is looked up as it stands. */
const ownerIn = (form: Asked['form']): string => textIn(form['owner']).trim().slice(0, mostOwnerLetters);

function fileRow(file: MoneyFileBroughtIn, now: Instant, zone: string) {
  const { fileName, source, by, startedAt, part, parts, rows, counts } = file;
  const became = counts === undefined ? brokeOff(file, now) ? 'Broke off. Send it once more: nothing is taken twice' : 'Being brought in' : [`${counts.posts} taken`, ...(counts.waits > 0 ? [`${counts.waits} wait for a second yes`] : []), ...(counts.there > 0 ? [`${counts.there} there already`] : []), `${counts.left} not taken`].join(', ');
  return [{ text: `${fileName === '' ? 'A file' : fileName}${parts === 1 ? '' : `, part ${part} of ${parts}`}` }, { text: source }, { text: momentText(startedAt, zone) }, { text: by }, { text: String(rows), format: 'numeric' }, { text: became }];
}

/** Where somebody says that a payment is for the likeliest of its matches. */
function matchedAt({ person, outcome }: MoneyLineShown): { readonly href?: string } {
  const [match] = outcome.kind === 'left' ? outcome.matches ?? [] : [];
  return person === undefined || match === undefined ? {} : { href: requestHref(person.personId, match.requestId, '/steps') };
}

function cellsOf(each: MoneyLineShown) {
  const { line, person } = each;
  return [{ text: person?.name ?? line.person, ...(person !== undefined && { href: `/people/${person.personId}/budget` }) }, { text: dateText(line.on) }, { text: moneyText(line.amountPence), format: 'numeric' }, { text: moneyDoesText(each) }, { text: line.reference }, { text: String(line.row), format: 'numeric' }];
}

/** Every row with what became of it, to work through or to keep with the books. */
function report({ lines, faults }: MoneyShown): string {
  const rows = [
    ...lines.map((each) => {
      const { what, mend } = moneyLeftText(each.outcome);
      return { row: each.line.row, cells: [each.line.row, each.line.person, each.line.reference, moneyDoesText(each), what, mend] };
    }),
    ...faults.map(({ row, ref = '', what, mend }) => ({ row, cells: [row, '', ref, 'Not taken', what, mend] })),
  ];
  return csvRow(['Row', 'Person', 'Reference', 'What becomes of it', 'What is wrong', 'What to do']) + rows.toSorted((one, other) => one.row - other.row).map(({ cells }) => csvRow(cells)).join('');
}
