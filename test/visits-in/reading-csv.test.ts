// Promise: every row of a file is read for itself: right times through both clock changes, double-ups as one visit, and what is broken told by row with how to mend it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { columnFields, groupRows, likelyColumns, readDay, readRow, type IncomingRow, type ReadFile } from '../../models/visits-in/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { csvRow } from '../../web/console/words.ts';
import { decodeText } from '../../lambda/visits-in/decode-text.ts';
import { readCsv } from '../../lambda/visits-in/read-csv.ts';
import { readVisitsFile } from '../../lambda/visits-in/read-visits-file.ts';
import { hostileWords } from '../support/hostile-words.ts';

const zone = 'Europe/London';
const now = instant(Date.parse('2026-12-01T20:40:00Z'));
const source = { id: 'rota', name: 'Rota', provider: { id: 'brightway', name: 'Brightway', phone: '', officeContact: '', lateAfterMinutes: 15 }, names: 'first-name-first' as const, workerNames: {}, heardEveryHours: 24 };
const reading = { source, zone, now, fileName: 'rota.csv' };
const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', `${name}.csv`), 'utf8');
async function read(text: string, more: Partial<typeof source> & { columns?: object } = {}): Promise<ReadFile> {
  const found = await readCsv(text, { ...reading, source: { ...source, ...more } });
  if (found.kind !== 'read') throw new Error(found.kind);
  return found;
}
const shown = ({ visits }: ReadFile) => visits.map(({ refs, client, startsAt, minutes, state, workers }) => `${refs.join('+')} ${client} ${new Date(startsAt).toISOString().slice(0, 16)} ${minutes} ${state} ${workers.map(({ id, firstName }) => firstName ?? id).join('+')}`);
const access = 'Visit ID,Visits Date,Visit Start Time,Visit End Time,Employee ID,Customer ID,Workplan ID';

describe('files as two rostering systems write them', () => {
  test('Access: double-ups are one visit, nights end the next day, the missing hour is moved on, of the repeated hour the first is meant', async () => {
    const found = await read(sample('synthetic-access-style'));
    expect(shown(found)).toEqual([
      '900104 C0071 2026-03-29T01:30 60 planned E031', '900105 C0071 2026-10-25T00:30 60 planned E031', '900101+900102 C0071 2026-12-01T08:00 30 planned E014+E022', '900103 C0071 2026-12-01T12:15 15 planned E014', '900106 C0088 2026-12-01T22:30 510 planned E040',
    ]);
    expect([found.rows, found.faults, found.notes.map(({ row, what }) => `${row}: ${what}`)]).toEqual([6, [], [
      '5: 01:30 is not there on 2026-03-29, when the clocks go forward: it is taken as 02:30', '6: 01:30 comes twice on 2026-10-25, when the clocks go back: the first of them is meant',
    ]]);
  });

  test('CareLineLive: who came and went, unallocated, cancelled by whom, in progress', async () => {
    const found = await read(sample('synthetic-booking-report-style'));
    expect(shown(found)).toEqual([
      'B-1 MARHUG 2026-12-01T08:00 30 completed Priya+Tom', 'B-2 MARHUG 2026-12-01T12:15 15 planned Priya', 'B-3 MARHUG 2026-12-01T15:00 60 planned ', 'B-4 MARHUG 2026-12-01T17:00 45 cancelled Tom', 'B-5 MARHUG 2026-12-01T20:30 30 started Priya',
    ]);
    expect(found.visits[0]?.workers.map(({ arrivedAt, leftAt }) => [arrivedAt, leftAt].map((at) => new Date(at!).toISOString().slice(11, 16)))).toEqual([['08:11', '08:42'], ['08:13', '08:40']]);
    expect(found.visits[3]?.cancelled).toEqual({ by: 'person', reason: 'Family circumstances' });
  });

  test.each(['2026-03-28', '2026-10-24'])('a night over a clock change on %s ends at its end on the wall', async (day) => {
    const found = await read(`${access}\n1,${day},22:30,07:00,E1,C1,\n`);
    expect(found.visits[0]?.minutes).toBe(day === '2026-03-28' ? 450 : 570);
  });
});

describe('what is broken', () => {
  test.each([
    ['1,31/02/2026,08:00,08:30,E1,C1,', '“31/02/2026” is not a day'], ['1,12/31/2026,08:00,08:30,E1,C1,', '“12/31/2026” is not a day'], ['1,,08:00,08:30,E1,C1,', 'There is no day'], ['1,01/12/2026,25:00,08:30,E1,C1,', '“25:00” is not a time'],
    ['1,01/12/2026,,08:30,E1,C1,', 'There is no time at which it starts'], ['1,01/12/2026,08:00,,E1,C1,', 'There is no time at which it ends'], [',01/12/2026,08:00,08:30,E1,C1,', 'There is no number of the visit'], ['1,01/12/2026,08:00,08:30,E1,,', 'It does not say whom the visit is for'],
    ['1,01/12/2026,08:00,08:30,E1,C1,W1,more', 'The row has 8 cells, and there are 7 headings'], ['1,01/12/2026,"08:00,08:30,E1,C1,', 'A quotation mark is opened and not closed'], [`${'9'.repeat(121)},01/12/2026,08:00,08:30,E1,C1,`, 'The number of the visit is longer than 120 characters'],
  ])('%s: told by row with how to mend it, and every other row is read', async (row, what) => {
    const found = await read(`${access}\n7,01/12/2026,08:00,08:30,E1,C1,\n\n${row}\n8,01/12/2026,10:00,10:30,E1,C1,\n`);
    expect(found.faults.map((fault) => [fault.row, fault.what, fault.mend !== ''])).toEqual([[4, what, true]]);
    expect(shown(found).map((line) => line.split(' ')[0])).toEqual(['7', '8']);
  });

  test.each([
    ['Arrived', '2026-12-01 23:00', 'Somebody is said to have come or left at a time still to come'], ['Arrived', 'soon', '“soon” is not a time of arrival'], ['Arrived', '2026-11-28 08:00', 'They came more than 12 hours before or after the plan'],
    ['Departed', '2026-12-01 08:20', 'Somebody left, and it does not say when they came'], ['Status', 'Flibbet', '“Flibbet” is not a status we know'],
  ])('%s %s is refused: %s', async (column, value, what) => {
    const cells: Record<string, string> = { 'Booking ref': 'B', 'Client ref': 'C', Client: '', Carer: 'Priya', 'Booking type': '', 'Planned start': '2026-12-01 08:00', 'Planned end': '2026-12-01 08:30', Arrived: '', Departed: '', Status: '', 'Cancelled by': '', 'Cancel reason': '', [column]: value };
    expect((await read(csvRow(Object.keys(cells)) + csvRow(Object.values(cells)))).faults.map((fault) => fault.what)).toEqual([what]);
  });

  test('two rows that contradict each other under one number are both refused', async () => {
    const found = await read(`${access}\n1,01/12/2026,08:00,08:30,E1,C1,\n1,01/12/2026,09:00,09:30,E2,C1,\n2,01/12/2026,09:00,09:30,E2,C1,\n`);
    expect([found.faults.map(({ row }) => row), shown(found).length]).toEqual([[2, 3], 1]);
  });

  test('an unknown file is not guessed at: its headings are given, with what each may well be', async () => {
    const found = await readCsv('Weekly rota\n\nCall ref;Service user ID;Call date;From;To;Carer;Colour\n1;C1;01/12/2026;08:00;08:30;Priya;red\n', reading);
    expect(found).toMatchObject({ kind: 'columns-unknown', headings: ['Call ref', 'Service user ID', 'Call date', 'From', 'To', 'Carer', 'Colour'], examples: [['1', 'C1', '01/12/2026', '08:00', '08:30', 'Priya', 'red']] });
    const columns = likelyColumns(['Call ref', 'Service user ID', 'Call date', 'From', 'To', 'Carer', 'Colour']);
    expect(columns).toEqual({ ref: 'Call ref', client: 'Service user ID', date: 'Call date', start: 'From', end: 'To', workerName: 'Carer' });
    expect(shown(await read('Call ref;Service user ID;Call date;From;To;Carer;Colour\n1;C1;01/12/2026;08:00;08:30;"Priya; S";red\n', { columns }))).toEqual(['1 C1 2026-12-01T08:00 30 planned Priya']);
  });

  test.each([['', 'The file is empty'], ['PK\u0003\u0004', 'The file is not text'], ['\u0000\u0000a', 'The file is not text'], ['hello', 'No row of headings was found'], ['a,b\n1,2', 'No row of headings was found']])('%j is no file of visits', async (text, what) => {
    expect(await readVisitsFile(Buffer.from(text), reading)).toMatchObject({ kind: 'refused', what });
  });
});

describe('how it was written', () => {
  const row = `${access}\n1,01/12/2026,08:00,08:30,Zoë,C1,\n`;
  test.each([['UTF-8 with a mark', Buffer.from(`\uFEFF${row}`)], ['UTF-16', Buffer.from(`\uFEFF${row}`, 'utf16le')], ['Windows-1252', Buffer.from(row, 'latin1')], ['old line ends', Buffer.from(row.replaceAll('\n', '\r'))], ['Excel’s first line', Buffer.from(`sep=;\r\n${row.replaceAll(',', ';')}`)], ['tabs', Buffer.from(row.replaceAll(',', '\t'))]])('%s is read', async (_name, bytes) => {
    const found = await readVisitsFile(bytes, reading);
    expect([found.kind, 'visits' in found ? found.visits[0]?.workers[0]?.id : '']).toEqual(['read', 'zoe-xkxllj']);
  });

  test.each([['1/12/26', '2026-12-01'], ['01.12.2026', '2026-12-01'], ['2026-12-01 00:00:00', '2026-12-01'], ['Tue 1 Dec 2026', '2026-12-01'], ['1st December 2026', '2026-12-01'], ['01-Dec-26', '2026-12-01'], ['Next Year', undefined], ['2026-02-30', undefined], ['46357', undefined]])('the day %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test('bytes of any kind are text or not, and never an error', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => ['string', 'undefined'].includes(typeof decodeText(bytes))), { numRuns: 300 });
  });
});

describe('whatever is in the cells', () => {
  test('hostile words in every field are a fault or come back as text, with no error', () => {
    for (const [turn, words] of hostileWords.entries()) {
      for (const field of columnFields) {
        const found = readRow(turn, { ref: '1', client: 'C1', date: '01/12/2026', start: '08:00', end: '08:30', [field]: words }, reading);
        if ('fault' in found) expect([found.fault.what.length < 200, found.fault.mend !== '']).toEqual([true, true]);
        else expect(Number.isInteger(found.row.startsAt) && found.row.minutes >= 1 && found.row.minutes <= 1500 && found.row.tasks.every((task) => task.length <= 80)).toBe(true);
      }
    }
  });

  test('any text is read or refused, and what is read has as many rows in visits and faults as it has rows', async () => {
    const cell = fc.oneof(fc.constantFrom('1', '2', 'C1', '01/12/2026', '08:00', '08:30', 'E1', '', '"', '"x', 'x\ny', ';', '\r'), fc.string({ maxLength: 8 }));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 12 }), async (rows) => {
      const found = await read(`${access}\n${rows.map((cells) => cells.join(',')).join('\n')}\n`);
      const told = new Set([...found.visits.flatMap((visit) => visit.rows), ...found.faults.map((fault) => fault.row)]);
      expect(told.size).toBe(found.rows);
    }), { numRuns: 250 });
  });

  test('rows written out by us are read back the same', async () => {
    const start = Date.parse('2026-12-01T00:00:00Z');
    const visit = fc.record({ ref: fc.uuid(), client: fc.constantFrom('C1', 'C 2', 'c,3', '"4"'), at: fc.integer({ min: 0, max: 60 * 24 * 30 }), minutes: fc.integer({ min: 1, max: 700 }), worker: fc.constantFrom('E1', 'E2', '') });
    await fc.assert(fc.asyncProperty(fc.uniqueArray(visit, { selector: ({ at }) => at, maxLength: 20 }), async (visits) => {
      const clock = (at: number) => new Date(start + at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
      const text = csvRow(['Booking ref', 'Client ref', 'Carer ID', 'Starts', 'Ends']) + visits.map(({ ref, client, worker, at, minutes }) => csvRow([ref, client, worker, clock(at), clock(at + minutes)])).join('');
      const found = await read(text, { columns: { ref: 'Booking ref', client: 'Client ref', worker: 'Carer ID', start: 'Starts', end: 'Ends' } });
      expect(found.visits.map((each) => `${each.refs[0]} ${each.client} ${each.startsAt} ${each.minutes} ${each.workers[0]?.id ?? ''}`).toSorted()).toEqual(visits.map((each) => `${each.ref} ${each.client} ${start + each.at * 60_000} ${each.minutes} ${each.worker}`).toSorted());
    }), { numRuns: 60 });
  });
});

test('a day of a thousand years ago is only long ago', async () => {
  expect((await read(`${access}\n1,29/03/1026,08:00,08:30,E1,C1,\n`)).visits.map(({ minutes }) => minutes)).toEqual([30]);
});

test('rows tied together that only overlap are one visit for as long as anybody is there', () => {
  const row = (number: number, more: Partial<IncomingRow>): IncomingRow => ({ row: number, ref: `r${number}`, client: 'C1', startsAt: now, minutes: 30, group: 'W1', tasks: [], isTimeCritical: false, state: 'planned', worker: { id: `E${number}` }, ...more });
  const { visits } = groupRows([row(1, {}), row(2, { startsAt: (now + 900_000) as Instant }), row(3, { startsAt: (now + 2_700_000) as Instant }), row(4, { group: 'W2', startsAt: (now + 60_000) as Instant })]);
  expect(visits.map(({ refs, minutes }) => [refs, minutes])).toEqual([[['r1', 'r2'], 45], [['r4'], 30], [['r3'], 30]]);
  const { visits: halfOff } = groupRows([row(1, { state: 'cancelled' }), row(2, {})]);
  expect(halfOff.map(({ state, workers }) => [state, workers.length])).toEqual([['planned', 1]]);
});
