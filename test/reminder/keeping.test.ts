// Promise: a reminder agreed to is kept once, with what we do not know of it, and is set right by what the speaker itself says.
import { describe, expect, test } from '@jest/globals';
import {
  dropReminders, keepReminder, mayAskPermission, noReminders, reconcile, rememberRefusal, setAlready, stillToCome, type AlertOnSpeaker, type ReminderBook, type ReminderTime, type VisitReminder,
} from '../../models/routine/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { remindersKey } from '../../lambda/store/keys.ts';
import { reminderBooks } from '../../lambda/store/reminder-books.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { describeOnEveryEngine } from '../store/engines.ts';
import { harrow, margaret, now } from '../store/people.ts';

const kitchen = speakerKeyOf('kitchen');
const bedroom = speakerKeyOf('bedroom');
const weekly: ReminderTime = { kind: 'weekly', days: [2, 5], at: '08:15' as never, visitFrom: '08:30' as never };
const reminder = (id: string, of: Partial<VisitReminder> = {}): VisitReminder => ({ id, speaker: kitchen, wish: { workerId: 'priya', leadMinutes: 15 }, time: weekly, alert: { token: `token-${id}`, version: '1' }, agreedAt: now, ...of });
const bookWith = (...reminders: readonly VisitReminder[]): ReminderBook => ({ reminders });
const ids = (book: ReminderBook) => book.reminders.map(({ id }) => id);
const alert = (token: string, of: Partial<AlertOnSpeaker> = {}): AlertOnSpeaker => ({ token, version: '1', isOn: true, ...of });
const later = (minutes: number): Instant => instant(now + minutes * 60_000);

describe('a book of reminders', () => {
  test('keeps the same one once, by id or by token', () => {
    const book = keepReminder(bookWith(reminder('one')), reminder('one'));
    expect(ids(keepReminder(book, reminder('two', { alert: { token: 'token-one', version: '1' } })))).toEqual(['one']);
  });
  test('knows what is set already on this speaker, and no other', () => {
    const book = bookWith(reminder('one'));
    expect(setAlready(book, kitchen, { ...weekly })?.id).toBe('one');
    expect(setAlready(book, bedroom, weekly)).toBeUndefined();
    expect(setAlready(book, kitchen, { ...weekly, days: [2] })).toBeUndefined();
  });
  test('a single one is over once its time has gone', () => {
    const once = reminder('once', { time: { kind: 'once', on: '2026-12-01' as never, at: '08:15' as never, visitFrom: '08:30' as never } });
    expect(stillToCome(bookWith(once), kitchen, now, 'Europe/London')).toHaveLength(1);
    expect(stillToCome(bookWith(once), kitchen, later(15), 'Europe/London')).toHaveLength(0);
  });
  test('what was stopped leaves it', () => {
    expect(ids(dropReminders(bookWith(reminder('one'), reminder('two')), ['token-one']))).toEqual(['two']);
  });
  test('a no is respected for seven days, and a set reminder forgets it', () => {
    const refused = rememberRefusal(noReminders, now);
    expect([later(0), later(7 * 1440 - 1), later(7 * 1440)].map((each) => mayAskPermission(refused, each))).toEqual([false, false, true]);
    expect(mayAskPermission(keepReminder(refused, reminder('one')), later(1))).toBe(true);
  });
});

describe('what the speaker says it has', () => {
  test('drops what it no longer has, or has said for the last time', () => {
    const book = bookWith(reminder('stays'), reminder('deleted'), reminder('done'));
    const right = reconcile(book, kitchen, [alert('token-stays'), alert('token-done', { isOn: false })], now);
    expect(ids(right.book)).toEqual(['stays']);
    expect(right.strays).toEqual([]);
  });
  test('says nothing about another speaker’s', () => {
    expect(ids(reconcile(bookWith(reminder('far', { speaker: bedroom })), kitchen, [], now).book)).toEqual(['far']);
  });
  test('is the very same book when all is right', () => {
    const book = bookWith(reminder('one'));
    expect(reconcile(book, kitchen, [alert('token-one')], now).book).toBe(book);
  });
  test('names those we have no note of', () => {
    expect(reconcile(bookWith(reminder('one')), kitchen, [alert('token-one'), alert('stray')], now).strays).toEqual(['stray']);
  });

  const { alert: _, ...unsure } = reminder('unsure');
  test('takes up the one we were not sure of', () => {
    const right = reconcile({ reminders: [], unsure }, kitchen, [alert('found', { madeAt: now, version: '3' })], later(5));
    expect(right.book).toEqual({ reminders: [{ ...unsure, alert: { token: 'found', version: '3' } }] });
    expect(right.strays).toEqual([]);
  });
  test('does not take an older stray for it', () => {
    const right = reconcile({ reminders: [], unsure }, kitchen, [alert('older', { madeAt: later(-60) })], later(5));
    expect(right).toEqual({ book: { reminders: [] }, strays: ['older'] });
  });
  test('gives it a minute to come before it is given up', () => {
    expect(reconcile({ reminders: [], unsure }, kitchen, [], later(0.5)).book.unsure).toBeDefined();
    expect(reconcile({ reminders: [], unsure }, kitchen, [], later(1)).book.unsure).toBeUndefined();
    expect(reconcile({ reminders: [], unsure }, bedroom, [], later(5)).book.unsure).toBeDefined();
  });
});

describeOnEveryEngine('A person’s reminders', (newTable) => {
  const change = (book: ReminderBook, key: string) => ({ idempotencyKey: key, at: now, book, action: 'reminder-set' });

  test('are none until one is kept, and then come back whole', async () => {
    const books = reminderBooks(await newTable());
    const first = await books.read(harrow, margaret);
    expect(first.book).toEqual(noReminders);
    const once: ReminderTime = { kind: 'once', on: '2026-12-03' as never, at: '11:45' as never, visitFrom: '12:00' as never };
    const { alert: __, ...unsure } = reminder('three');
    const book: ReminderBook = { reminders: [reminder('one'), reminder('two', { time: once, wish: { task: 'lunch', partOfDay: 'afternoon', on: '2026-12-03' as never, leadMinutes: 15 } })], refusedAt: now, unsure };
    expect(await books.save(first, change(book, 'one'))).toBe('saved');
    expect((await books.read(harrow, margaret)).book).toEqual(book);
  });

  test('are kept once, and not over somebody else’s change', async () => {
    const books = reminderBooks(await newTable());
    const [mine, theirs] = [await books.read(harrow, margaret), await books.read(harrow, margaret)];
    expect(await books.save(mine, change(bookWith(reminder('one')), 'one'))).toBe('saved');
    expect(await books.save(mine, change(bookWith(reminder('one')), 'one'))).toBe('already-done');
    expect(await books.save(theirs, change(bookWith(reminder('two')), 'two'))).toBe('changed-meanwhile');
    const again = await books.read(harrow, margaret);
    expect(await books.save(again, change(bookWith(reminder('one'), reminder('two')), 'two'))).toBe('saved');
    expect(ids((await books.read(harrow, margaret)).book)).toEqual(['one', 'two']);
  });

  test('keep what a later version of us wrote beside them', async () => {
    const table = await newTable();
    const books = reminderBooks(table);
    const written = { schema: 1, value: { reminders: [{ ...reminder('one'), loudness: 7 }, reminder('two')], quietUntil: 5 } };
    await table.transact([{ do: 'put', row: { ...remindersKey(harrow, margaret), version: 4, doc: JSON.stringify(written) }, when: [] }]);
    const kept = await books.read(harrow, margaret);
    await books.save(kept, change(bookWith(reminder('one')), 'drop'));
    const row = await table.get(remindersKey(harrow, margaret));
    expect(row?.version).toBe(5);
    expect(JSON.parse(row?.doc ?? '')).toEqual({ schema: 1, value: { reminders: [{ ...reminder('one'), loudness: 7 }], quietUntil: 5 } });
  });

  test('are refused where what is kept cannot be right', async () => {
    const table = await newTable();
    for (const time of [{ kind: 'weekly', days: [], at: '08:15', visitFrom: '08:30' }, { kind: 'weekly', days: [8], at: '08:15', visitFrom: '08:30' }, { kind: 'once', on: 'soon', at: '08:15', visitFrom: '08:30' }]) {
      await table.transact([{ do: 'put', row: { ...remindersKey(harrow, margaret), version: 1, doc: JSON.stringify({ schema: 1, value: { reminders: [{ ...reminder('one'), time }] } }) }, when: [] }]);
      await expect(reminderBooks(table).read(harrow, margaret)).rejects.toThrow();
    }
  });
});
