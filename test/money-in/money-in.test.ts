// Promise: every sum a finance system writes is read to the penny or refused with how to mend it, and each line is a deed that staff could do by hand, once.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Budget } from '../../models/budget/index.ts';
import { brokeOff, lookAtMoneyLine, matchSetAsides, moneyLineId, readAmount, readMoneyRow, type MoneyCells, type MoneyLine } from '../../models/money-in/index.ts';
import { councilId, instant, pence, pounds } from '../../models/shared/index.ts';
import { partOf } from '../../lambda/money-in/part-of-file.ts';
import { readMoneyFile } from '../../lambda/money-in/read-money-file.ts';
import { moneyFileStore } from '../../lambda/store/money-file-rows.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { allocation, day, eight, ledger, margaret, nothingYet } from '../budget/margarets-budget.ts';

const today = day('2026-12-01');
const cells: MoneyCells = { person: 'HC-1', date: '01/12/2026', kind: 'Allocation', amount: '£276', reference: 'A1', words: 'four weeks’ money' };
const lund = { id: 'lund', name: 'Ms Lund', isApprover: true };
const look = (line: Partial<MoneyLine>, budget: Budget | undefined = margaret, before: Parameters<typeof lookAtMoneyLine>[1]['before'] = []) => (
  lookAtMoneyLine({ row: 2, person: 'HC-1', on: today, kind: 'allocation', amountPence: pounds(10), reference: 'A1', words: '', ...line }, { budget, before, days: new Map(), source: 'oracle', by: lund, now: eight, today }));

describe('A sum', () => {
  test.each([
    ['£1,234.50', 123_450], ['1234.5', 123_450], ['(12.00)', -1200], ['-12', -1200], ['−£12', -1200], ['£-12.00', -1200], ['12.00-', -1200], ['(£1,000,000)', -100_000_000], ['GBP 12', 1200], ['£ 1 234', 123_400], ['£0', 0], [' 0.07 ', 7], ['1234567', undefined],
    ['1,23.50', undefined], ['1.234,50', undefined], ['12.005', undefined], ['12.00CR', undefined], ['-(12)', undefined], ['(-12)', undefined], ['--12', undefined], ['', undefined], ['£', undefined], ['1e3', undefined], ['12,', undefined], ['()', undefined], ['٣', undefined],
  ])('%s is %s', (text, amount) => { expect(readAmount(text)).toBe(amount); });

  test('of any pence comes back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000_000 }), (amount) => {
      const text = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' }).format(amount / 100);
      expect([readAmount(text), readAmount(`(${text})`), readAmount(text.replaceAll(',', ''))]).toEqual([amount, -amount, amount]);
    }), { numRuns: 300 });
  });

  test('of any other text never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(typeof (readAmount(text) ?? 0)).toBe('number'); }), { numRuns: 300 });
  });
});

describe('A row', () => {
  test.each<[Partial<MoneyCells>, string]>([
    [{ person: ' ' }, 'whose money'], [{ reference: '' }, 'no reference'], [{ reference: 'x'.repeat(61) }, 'longer than 60'], [{ kind: 'gift' }, '“gift” is not a kind'], [{ date: '12/31/2026' }, 'is not a day'], [{ date: '02/12/2026' }, 'still to come'],
    [{ date: '01/12/2024' }, '13 months ago'], [{ amount: 'lots' }, '“lots” is not a sum'], [{ amount: '0' }, 'nothing'], [{ amount: '(5)' }, 'is no allocation'], [{ kind: 'payment', amount: '-5' }, 'is no payment'], [{ words: 'x'.repeat(91) }, 'longer than 90'],
  ])('with %j is told of, and how to mend it', (wrong, what) => {
    expect(readMoneyRow(2, { ...cells, ...wrong }, today)).toEqual({ fault: expect.objectContaining({ row: 2, what: expect.stringContaining(what), mend: expect.stringMatching(/\w{4}/) }) });
  });

  test('that is whole is a line', () => {
    expect(readMoneyRow(7, { ...cells, kind: 'adj', amount: '(12.00)', words: 'paid  twice' }, today)).toEqual({ line: { row: 7, person: 'HC-1', on: today, kind: 'adjustment', amountPence: -1200, reference: 'A1', words: 'paid twice' } });
  });
});

describe('A line', () => {
  test('is a deed with the day it was of', () => {
    expect(look({ on: day('2026-11-09') })).toMatchObject({ kind: 'deed', deed: { kind: 'allocation', source: 'council', amountPence: 1000, what: 'money from the council (9 November 2026)' }, result: { kind: 'posted', entry: { by: 'lund', id: 'money-in.oracle.A1' } } });
    expect(look({ kind: 'payment', words: 'gardening' })).toMatchObject({ deed: { kind: 'spend', what: 'gardening' }, leftPence: 17_400 });
  });

  test('down puts the newest line of that sum right, or is money taken back under the council’s rule', () => {
    const two = ledger([allocation(10, 'first'), allocation(10, 'second')], margaret);
    expect(look({ kind: 'adjustment', amountPence: pence(-1000) }, two)).toMatchObject({ deed: { kind: 'reversal', entryId: 'second' } });
    expect(look({ kind: 'adjustment', amountPence: pence(-1001) }, two)).toEqual({ kind: 'left', reason: 'too-early' });
  });

  test('above £500, alone or with others of the day, waits for a second', () => {
    expect(look({ amountPence: pounds(501) })).toMatchObject({ kind: 'deed', result: { kind: 'waits' } });
    const first = look({ amountPence: pounds(300) });
    const after = first.kind === 'deed' && first.result.kind === 'posted' ? first.result.budget : nothingYet;
    expect(look({ amountPence: pounds(300), reference: 'A2' }, after)).toMatchObject({ kind: 'deed', result: { kind: 'waits' } });
  });

  test('is taken once, whatever came in since', () => {
    const id = moneyLineId('oracle', 'A1');
    expect(look({}, margaret, [{ id, amountPence: pounds(10), isWaiting: false }])).toEqual({ kind: 'there-already' });
    expect(look({}, margaret, [{ id, amountPence: pounds(10), isWaiting: true }])).toEqual({ kind: 'waits-already' });
    expect(look({}, margaret, [{ id, amountPence: pounds(11), isWaiting: false }])).toEqual({ kind: 'left', reason: 'reference-used' });
    expect(look({}, margaret, [{ id: moneyLineId('agresso', 'A1'), amountPence: pounds(10), isWaiting: false }])).toEqual({ kind: 'left', reason: 'from-another-source' });
  });

  test('is left where it would pay twice, or there is nothing to pay from', () => {
    expect(look({ kind: 'payment', amountPence: pounds(92) })).toEqual({ kind: 'left', reason: 'like-set-aside', matches: [{ requestId: 'visits', what: 'visits', agrees: ['sum'], isPaid: false }] });
    expect(look({ kind: 'payment', amountPence: pounds(92), isOther: true })).toMatchObject({ kind: 'deed', deed: { kind: 'spend' } });
    expect(look({ kind: 'payment', amountPence: pounds(185) })).toEqual({ kind: 'left', reason: 'not-enough' });
    expect(lookAtMoneyLine({ row: 2, person: 'x', on: today, kind: 'payment', amountPence: pounds(1), reference: 'r', words: '' }, { budget: undefined, before: [], days: new Map(), source: 'oracle', by: lund, now: eight, today })).toEqual({ kind: 'left', reason: 'no-budget' });
  });

  test('is named so that no two references share a name', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      expect(moneyLineId('oracle', one) === moneyLineId('oracle', other)).toBe(one === other);
      expect(moneyLineId('oracle', one)).toMatch(/^[\w.~!'()*-]+$/);
    }), { numRuns: 200 });
  });
});

describe('A payment', () => {
  const open = [['garden', 3000, 'gardening with Green Fingers'], ['feet', 3000, 'foot care with Happy Feet Clinic'], ['jobs', 4000, 'odd jobs with Handy Fix']].map(([requestId, amountPence, what]) => ({ requestId: requestId as string, amountPence: pence(amountPence as number), what: what as string, expiresAt: eight }));
  const days = new Map([['garden', day('2026-11-25')], ['feet', day('2026-12-09')], ['jobs', day('2026-12-08')]]);
  const matched = (amount: number, words: string) => matchSetAsides({ on: today, words }, pence(amount), { openSetAsides: open, recent: [] }, days).map(({ requestId, agrees }) => [requestId, ...agrees].join(' '));

  test('is matched by sum, day and words, the likeliest first', () => {
    expect(matched(3000, 'HAPPY FEET CLINIC LTD inv 7')).toEqual(['feet sum words', 'garden sum day']);
    expect(matched(3000, 'Green Fingers')).toEqual(['garden sum day words', 'feet sum']);
    expect(matched(3850, 'Handy Fix')).toEqual(['jobs day words']);
  });

  test('for a request that was marked as paid meanwhile is not booked once more', () => {
    const paid = ledger([{ kind: 'spend', id: 'p', amountPence: pounds(92), what: 'visits', requestId: 'visits' }], ledger([allocation(100, 'more')], margaret));
    expect(look({ kind: 'payment', amountPence: pounds(92) }, paid)).toEqual({ kind: 'left', reason: 'like-set-aside', matches: [{ requestId: 'visits', what: 'visits', agrees: ['sum'], isPaid: true }] });
    expect(look({ kind: 'payment', amountPence: pounds(92), isOther: true }, paid)).toMatchObject({ kind: 'deed' });
    expect(look({ kind: 'payment', amountPence: pounds(92), on: day('2026-09-01') }, paid)).toMatchObject({ kind: 'deed' });
  });

  test('is matched with nothing by words or by day alone, nor with less than it pays', () => {
    expect([matched(2500, 'Happy Feet Clinic'), matched(2500, ''), matched(4001, 'Handy Fix'), matched(100, 'bingo')]).toEqual([[], [], [], []]);
  });
});

describe('A statement', () => {
  const read = async (text: string, owner = 'HC-1') => {
    const file = await readMoneyFile(Buffer.from(text), today, owner);
    if (file.kind !== 'read') throw new Error(`${file.what}. ${file.mend}`);
    return file;
  };
  const bank = 'Date,Type,Description,Paid out,Paid in,Balance\n01/12/2026,DEB,SPARKLE CLEANING,30.00,,470.00\n30/11/2026,BGC,COUNCIL,,500.00,500.00\n';

  test.each<[string, string]>([
    ['with what was paid out and in', bank], ['with a minus before what went out', 'Transaction date,Description,Amount\n01/12/2026,SPARKLE CLEANING,-30.00\n30/11/2026,COUNCIL,500.00\n'],
    ['that says which were debits', 'Posting date,Transaction type,Merchant name,Amount,Transaction ID\n01/12/2026,Debit,SPARKLE CLEANING,-30.00,77\n30/11/2026,Credit,COUNCIL,500.00,78\n'.replace('Transaction ID', 'Card reference')],
    ['of debits without a minus', 'Date,Type,Details,Amount\n01/12/2026,Card payment,SPARKLE CLEANING,30.00\n30/11/2026,CR,COUNCIL,500.00\n'],
  ])('%s gives each thing paid out as a payment, and lists what came in', async (_how, text) => {
    expect(await read(text)).toMatchObject({
      rows: 2, lines: [{ person: 'HC-1', on: '2026-12-01', kind: 'payment', amountPence: 3_000, words: 'SPARKLE CLEANING', reference: expect.stringMatching(/^line-[0-9a-f]{16}$/) }], faults: [{ row: 3, what: expect.stringContaining('Money came in') }],
    });
  });

  test('sent twice, or overlapping by a day, gives every line the same reference, and two alike two', async () => {
    const twice = bank.replace('30/11/2026', '01/12/2026,DEB,BUS,2.00,,\n01/12/2026,DEB,BUS,2.00,,\n30/11/2026');
    const [once, again] = [await read(twice), await read(bank)];
    const references = once.lines.map(({ reference }) => reference);
    expect([references.length, new Set(references).size, again.lines[0]!.reference === references[0]]).toEqual([3, 3, true]);
    expect((await read(bank, 'HC-2')).lines[0]).toMatchObject({ person: 'HC-2' });
  });

  test('that says whose each line is needs nobody named, and one that does not is sent back', async () => {
    expect((await read('Client ID,Date,Description,Debit,Credit,Reference\nHC-9,01/12/2026,Shop,4.20,0.00,R1\n', '')).lines).toMatchObject([{ person: 'HC-9', reference: 'R1', amountPence: 420 }]);
    expect(await readMoneyFile(Buffer.from(bank), today)).toEqual({ kind: 'refused', what: 'It is a statement, and does not say whose', mend: expect.stringContaining('council’s number') });
  });

  test('with a sum, a day or a name that cannot be so has that row named', async () => {
    const { lines, faults } = await read('Date,Description,Paid out,Paid in\n01/12/2026,Shop,lots,\n40/12/2026,Shop,1.00,\n01/12/2026,Shop,,\n01/12/2026,"a  very long name of a shop, the longest that anybody has ever written down, and then some more of it still",1.00,\n');
    expect([lines.map(({ words }) => words), faults.map(({ row }) => row)]).toEqual([['a very long name of a shop, the longest that anybody has ever written down, and then some'], [2, 3, 4]]);
  });
});

describe('A file', () => {
  const read = (text: string) => readMoneyFile(Buffer.from(text), today);

  test('gives every good row, and tells of every other', async () => {
    const file = await read('Ledger of December\r\n\r\nClient ID;Posting date;Type;Amount (£);Ref;Narrative\r\nHC-1;01/12/2026;Allocation;"£1,234.50";A1;money\r\nHC-1;01/12/2026;Payment;x;A2;\r\nhc-1;01/12/2026;Allocation;1;A1;again\r\nHC-2;01/12/2026;Allocation;1;A1;\r\n;;;;;\r\nHC-2;1;2;3;4;5;6\r\n');
    expect(file).toMatchObject({ kind: 'read', rows: 5, lines: [{ row: 4, amountPence: 123_450 }, { row: 7, person: 'HC-2' }], faults: [{ row: 5, ref: 'A2' }, { row: 6, what: 'The same person and reference are in row 4' }, { row: 9, what: expect.stringContaining('7 cells') }] });
  });

  test('of more than a thousand rows is gone through in parts: each row in one of them, in order, the faulty too', async () => {
    const file = await read(`Person,Date,Kind,Amount,Reference\n${Array.from({ length: 2_500 }, (_, row) => `HC-${row % 40},01/12/2026,allocation,${row % 7 === 0 ? 'x' : '1'},r${row}`).join('\n')}\n`);
    if (file.kind !== 'read') throw new Error(file.what);
    const parts = [1, 2, 3].map((part) => partOf(file, part));
    expect(parts.map(({ part, parts: inAll, rows, rowsInAll }) => [part, inAll, rows, rowsInAll])).toEqual([[1, 3, 1_000, 2_500], [2, 3, 1_000, 2_500], [3, 3, 500, 2_500]]);
    expect(parts.flatMap(({ lines, faults }) => [...lines, ...faults].map(({ row }) => row).sort((one, other) => one - other))).toEqual(Array.from({ length: 2_500 }, (_, row) => row + 2));
    expect([partOf(file, 99).part, partOf(file, -1).part, partOf({ ...file, lines: [], faults: [], rows: 0 }, 7)]).toMatchObject([3, 1, { part: 1, parts: 1, rows: 0 }]);
  });

  test('that was brought in stays listed, and one that broke off says so after some minutes', async () => {
    const files = moneyFileStore(openSqliteTable(':memory:'));
    const begun = await files.begin(councilId('harrow'), { source: 'oracle', fileName: 'a.csv', by: 'Ms Lund', startedAt: eight, part: 2, parts: 3, rows: 9 });
    expect([brokeOff(begun, instant(eight + 60_000)), brokeOff(begun, instant(eight + 600_000))]).toEqual([false, true]);
    await files.finish(councilId('harrow'), begun, { posts: 7, waits: 0, there: 1, left: 1 }, instant(eight + 9_000));
    const [kept] = await files.newest(councilId('harrow'));
    expect(kept).toEqual({ ...begun, counts: { posts: 7, waits: 0, there: 1, left: 1 }, finishedAt: eight + 9_000 });
    expect([brokeOff(kept!, instant(eight + 600_000)), await files.newest(councilId('brent'))]).toEqual([false, []]);
  });

  test.each([['', 'no row of headings'], ['PK\u0003\u0004', 'not a CSV file'], ['Date,Kind,Amount,Reference\n', 'with Council number'], [`Person,Date,Kind,Amount,Reference\n${'a,1/1/26,payment,1,r\n'.repeat(50_001)}`, 'more than 50,000 rows'], ['x'.repeat(8_500_000), 'larger than 8 megabytes']])('that cannot be read is refused, with how to mend it', async (text, what) => {
    expect(await read(text)).toMatchObject({ kind: 'refused', what: expect.stringContaining(what) });
  });
});
