// Promise: one query finds all that is needed to talk with a person; one transaction keeps a change, once, or not at all.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { instant, personId } from '../../models/shared/index.ts';
import type { PersonRecord, PersonRecords, RecordChange } from '../../models/person-record/index.ts';
import { countingTable } from '../../lambda/store/counting-table.ts';
import { createPerson, peopleOf } from '../../lambda/store/create-person.ts';
import { everyRow } from '../../lambda/store/every-row.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { doneKey } from '../../lambda/store/keys.ts';
import { describeOnEveryEngine } from './engines.ts';
import { harrow, keepNeighbours, keepPeople, margaret, now, someone, spend } from './people.ts';

const speaker = { key: speakerKeyOf('amzn1.ask.account.MARGARET'), alexaId: 'amzn1.ask.account.MARGARET' };
const year = 365 * 86_400_000;
const partition = { by: 'pk', pk: 'person#harrow#margaret' } as const;

describeOnEveryEngine('A person’s record', (newTable, engine) => {
  let table: ReturnType<typeof countingTable>;
  let records: PersonRecords;
  beforeEach(async () => {
    table = countingTable(await newTable());
    records = personRecords(table);
    await keepPeople(table, ['margaret']);
    await speakerLinks(table).linkByUnit(harrow, margaret, speaker, now);
    table.restart();
  });

  const read = async (): Promise<PersonRecord> => {
    const record = await records.byPerson(harrow, margaret);
    if (record === undefined) throw new Error('Margaret is not there');
    return record;
  };
  const spending = (record: PersonRecord, amount: number, key: string): RecordChange => {
    if (record.budget === undefined) throw new Error('Margaret has no budget');
    return { idempotencyKey: key, at: now, budget: spend(record.budget, amount, key), audit: [{ action: 'spend', by: 'person', about: 'budget' }] };
  };

  test('gives back every part as it was first kept', async () => {
    const { entries, ...kept } = someone();
    const record = await read();
    expect({
      personId: record.personId, councilId: record.councilId, household: record.household, visitBook: record.visitBook, budget: record.budget,
      requestBook: record.requestBook, outcomeBook: record.outcomeBook, messageBook: record.messageBook, jobBook: record.jobBook, alertBoard: record.alertBoard, unfinished: record.unfinished,
    }).toEqual(kept);
    expect(await records.entries(harrow, margaret)).toEqual(entries);
    expect(await peopleOf(table, harrow)).toEqual(['margaret']);
  });

  test('leaves somebody who is there as they are', async () => {
    expect(await createPerson(table, { ...someone(), budget: undefined, entries: [] })).toBe('already-there');
    expect((await read()).budget).toBeDefined();
  });

  test('keeps somebody without a budget, and a long ledger', async () => {
    const entries = Array.from({ length: 205 }, (_, position) => ({ ...someone().entries[1]!, number: position + 1 }));
    expect(await createPerson(table, { ...someone('dev'), budget: undefined, entries })).toBe('created');
    expect((await records.byPerson(harrow, personId('dev')))?.budget).toBeUndefined();
    expect((await records.entries(harrow, personId('dev'))).map((entry) => entry.number)).toEqual(entries.map((entry) => entry.number));
  });

  test('finds nobody by a speaker or person never heard of', async () => {
    expect(await records.bySpeaker(speakerKeyOf('a stranger'))).toBeUndefined();
    expect(await records.byPerson(harrow, personId('nobody'))).toBeUndefined();
  });

  test.each(engine === 'memory' ? [10, 1_000, 20_000] : [10, 1_000])('costs the same few round trips among %i people', async (count) => {
    await keepNeighbours(table, count);
    table.restart();
    const first = await records.bySpeaker(speaker.key);
    expect(first?.visitBook.provider.name).toBe('Brightway');
    expect(table.trips).toMatchObject({ reads: 1, rowsRead: 10, transactions: 0 });
    const later = await read();
    expect(table.trips).toMatchObject({ reads: 2, rowsRead: 20, transactions: 0 });
    expect(await records.save(later, spending(later, 1500, 'gardening'))).toEqual({ kind: 'saved' });
    expect(table.trips).toMatchObject({ reads: 2, rowsRead: 20, transactions: 1, operations: 5 });
  }, 60_000);

  test('keeps a change whole, with its ledger line and audit', async () => {
    const record = await read();
    expect(await records.save(record, { ...spending(record, 1500, 'gardening'), unfinished: { what: 'request', data: { step: 2 }, at: now } })).toEqual({ kind: 'saved' });
    const after = await read();
    expect(after.budget?.figures.paidOutPence).toBe(5400);
    expect(after.unfinished).toEqual({ what: 'request', data: { step: 2 }, at: now });
    expect((await records.entries(harrow, margaret)).at(-1)).toMatchObject({ number: 41, amountPence: 1500 });
    expect((await table.get({ pk: partition.pk, sk: 'spoken#budget' }))?.numbers).toEqual({ leftPence: 48_500 });
    const audit = await everyRow(table, { ...partition, from: 'audit#2026-12-01', to: 'audit#2026-12-02' });
    expect(audit.map((row) => JSON.parse(row.doc) as unknown)).toEqual([
      { schema: 1, value: { action: 'spend', by: 'person', about: 'budget' } },
      { schema: 1, value: { action: 'speaker-linked', by: 'unit', about: 'speaker' } },
    ]);
  });

  test('forgets what was unfinished when told to', async () => {
    await records.save(await read(), { idempotencyKey: 'one', at: now, unfinished: { what: 'request', data: null, at: now }, audit: [] });
    await records.save(await read(), { idempotencyKey: 'two', at: now, unfinished: null, audit: [] });
    expect((await read()).unfinished).toBeUndefined();
  });

  test('never keeps the same change twice, even a year later', async () => {
    const record = await read();
    await records.save(record, spending(record, 1500, 'gardening'));
    for (const later of [0, 11 * 60_000, 25 * 3_600_000, year]) {
      const again = await read();
      expect(await records.save(again, { ...spending(again, 1500, 'gardening'), at: instant(now + later) })).toEqual({ kind: 'already-done' });
      expect(await records.save(record, spending(record, 1500, 'gardening'))).toEqual({ kind: 'already-done' });
    }
    expect((await read()).budget?.figures.paidOutPence).toBe(5400);
    expect(await records.entries(harrow, margaret)).toHaveLength(41);
  });

  test('says so when somebody changed the same part meanwhile', async () => {
    const [one, other] = [await read(), await read()];
    await records.save(one, spending(one, 1500, 'gardening'));
    expect(await records.save(other, spending(other, 1500, 'lunch club'))).toEqual({ kind: 'changed-meanwhile' });
    expect(await records.entries(harrow, margaret)).toHaveLength(41);
  });

  test('does not let a second change undo the first', async () => {
    const [one, other] = [await read(), await read()];
    const heard = { at: now, messageBook: { forPerson: [], wordLeft: [] }, audit: [] };
    expect(await records.save(one, { ...heard, idempotencyKey: 'one' })).toEqual({ kind: 'saved' });
    expect(await records.save(other, { ...heard, messageBook: other.messageBook, idempotencyKey: 'other' })).toEqual({ kind: 'changed-meanwhile' });
    expect((await read()).messageBook.forPerson).toEqual([]);
  });

  test('lets two change different parts at the same time', async () => {
    const [one, other] = [await read(), await read()];
    expect(await records.save(one, spending(one, 1500, 'gardening'))).toEqual({ kind: 'saved' });
    expect(await records.save(other, { idempotencyKey: 'heard', at: now, messageBook: { forPerson: [], wordLeft: [] }, audit: [] })).toEqual({ kind: 'saved' });
  });

  test('refuses ledger lines that leave a gap', async () => {
    const record = await read();
    const change = spending(record, 1500, 'gardening');
    const entries = change.budget!.entries.map((entry) => ({ ...entry, number: entry.number + 1 }));
    await expect(records.save(record, { ...change, budget: { ...change.budget!, entries } })).rejects.toThrow(RangeError);
  });

  test('moves what a book drops to the history', async () => {
    const record = await read();
    await records.save(record, { idempotencyKey: 'tidy', at: now, requestBook: { requests: record.requestBook.requests.slice(2) }, messageBook: { forPerson: [], wordLeft: [] }, audit: [] });
    const history = await everyRow(table, { ...partition, from: 'history#', to: 'history#~' });
    expect(history.map((row) => [row.sk, (JSON.parse(row.doc) as { value: { id: string }[] }).value.map((thing) => thing.id)])).toEqual([
      ['history#message#2026-12-01T08:00:00.000Z#tidy', ['hello']],
      ['history#request#2026-12-01T08:00:00.000Z#tidy', ['request-0', 'request-1']],
    ]);
  });

  test('spends no more than there is when fifty spend at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, number) => spendWhenLeft(`spend-${number}`)));
    expect(outcomes.filter((each) => each === 'spent')).toHaveLength(20);
    expect(outcomes.filter((each) => each === 'nothing left')).toHaveLength(30);
    const { budget } = await read();
    const entries = await records.entries(harrow, margaret);
    const spent = entries.filter((entry) => entry.kind === 'spend').reduce((sum, entry) => sum + entry.amountPence, 0);
    expect(spent).toBe(53_900);
    expect(budget?.figures.paidOutPence).toBe(spent);
    expect(entries.map((entry) => entry.number)).toEqual(Array.from({ length: 60 }, (_, position) => position + 1));
  }, 60_000);

  async function spendWhenLeft(key: string): Promise<'spent' | 'nothing left'> {
    for (;;) {
      const record = await read();
      const { figures } = record.budget!;
      if (figures.paidInPence - figures.paidOutPence < 2_500) return 'nothing left';
      const result = await records.save(record, spending(record, 2_500, key));
      if (result.kind === 'saved') return 'spent';
      // Over the network an answer can be lost: then one looks whether it was kept, as every caller has to.
      if (result.kind === 'unknown' && engine === 'dynamodb') {
        if (await table.get({ pk: partition.pk, sk: doneKey(key) }) !== undefined) return 'spent';
      } else expect(result.kind).toBe('changed-meanwhile');
    }
  }

  describe('fields written by a later version of us', () => {
    test('stay when the part around them is changed', async () => {
      const row = await table.get({ pk: partition.pk, sk: 'spoken#requests' });
      const doc = JSON.parse(row!.doc) as { schema: number; value: { requests: Record<string, unknown>[] } };
      Object.assign(doc, { writtenBy: 'tomorrow' });
      Object.assign(doc.value, { shelf: { colour: 'blue' } });
      Object.assign(doc.value.requests[3]!, { stars: 5 });
      await table.transact([{ do: 'put', row: { ...row!, version: row!.version + 1, doc: JSON.stringify(doc) }, when: [] }]);
      const record = await read();
      // As a rule of today would build it: field by field, and without one of the requests.
      const requests = someone().requestBook.requests.slice(1).map((request) => ({ ...request, state: 'refunded' as const }));
      expect(await records.save(record, { idempotencyKey: 'refund', at: now, requestBook: { requests }, audit: [] })).toEqual({ kind: 'saved' });
      const after = JSON.parse((await table.get({ pk: partition.pk, sk: 'spoken#requests' }))!.doc) as typeof doc;
      expect(after).toMatchObject({ schema: 1, writtenBy: 'tomorrow', value: { shelf: { colour: 'blue' } } });
      expect(after.value.requests.map((request) => [request['id'], request['stars'], request['state']])).toEqual([
        ['request-1', undefined, 'refunded'], ['request-2', undefined, 'refunded'], ['request-3', 5, 'refunded'],
        ['request-4', undefined, 'refunded'], ['request-5', undefined, 'refunded'],
      ]);
    });

    test('do not bring back a field that was taken away', async () => {
      const { household } = await read();
      await records.save(await read(), { idempotencyKey: 'lock', at: now, household: { ...household, privacy: { ...household.privacy, lockedUntil: now } }, audit: [] });
      await records.save(await read(), { idempotencyKey: 'unlock', at: now, household, audit: [] });
      expect((await read()).household).toEqual(household);
    });
  });

  test.each([
    ['that is not JSON', 'spoken#visits', '{'],
    ['of a schema of tomorrow', 'spoken#visits', '{"schema":2,"value":{}}'],
    ['with a part missing', 'spoken#visits', '{"schema":1,"value":{"rounds":[]}}'],
  ])('is read without a row %s, until that is needed', async (_title, sk, doc) => {
    const row = await table.get({ pk: partition.pk, sk });
    await table.transact([{ do: 'put', row: { ...row!, version: 9, doc }, when: [] }]);
    const record = await read();
    expect(record.budget?.lastEntryNumber).toBe(40);
    expect(() => record.visitBook).toThrow(expect.objectContaining({ code: 'stored-row-is-broken' }));
  });
});
