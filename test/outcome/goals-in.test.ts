// Promise: goals of a support plan elsewhere (FHIR CarePlan and Goal) are taken by their identifiers and changed by their words, never ended and never taken away; what cannot be taken is told of with how to mend it, whatever is in the file.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { bringGoal, endGoal, setGoal, type IncomingGoal, type OutcomeBook } from '../../models/outcome/index.ts';
import { instant, type LocalDate } from '../../models/shared/index.ts';
import { readVisitsFile } from '../../lambda/visits-in/read-visits-file.ts';
import { readCarePlans, type ReadGoals } from '../../lambda/goals-in/read-care-plans.ts';
import { rota } from '../visits-in/agency-file.ts';

const today = '2026-12-01' as LocalDate;
const patient = { resourceType: 'Patient', id: 'p1', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9000000009' }, { system: 'urn:harrow', value: 'HC-204518' }] };
const goal = (more: object = {}) => ({ resourceType: 'Goal', id: 'g1', identifier: [{ system: 'urn:plans', value: 'G-1' }], lifecycleStatus: 'active', description: { text: 'Getting out and seeing people' }, subject: { reference: 'Patient/p1' }, ...more });
const plan = (more: object = {}) => ({ resourceType: 'CarePlan', id: 'c1', status: 'active', intent: 'plan', subject: { reference: 'Patient/p1' }, goal: [{ reference: 'Goal/g1' }], ...more });
const bytesOf = (...resources: readonly unknown[]) => Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) }));
function read(...resources: readonly unknown[]): ReadGoals {
  const found = readCarePlans(bytesOf(...resources));
  if (found.kind !== 'read') throw new Error(found.what);
  return found;
}

describe('reading', () => {
  test('a plan and its goals: whose by the council’s number, in plain words, with the day it is looked at again', () => {
    const found = read(patient, plan(), goal({ description: { text: '  Getting out\n and seeing people ' }, target: [{ dueDate: '2027-06-01' }, { dueDate: '2027-03-01' }, { dueDate: 'soon' }] }));
    expect(found).toEqual({ kind: 'read', rows: 2, faults: [], goals: [{ row: 3, ref: 'G-1', id: expect.stringMatching(/^plan-[0-9a-f]{20}$/), client: 'HC-204518', words: 'Getting out and seeing people', isOver: false, reviewOn: '2027-03-01' }] });
  });

  test('goals within their plan are whose the plan is, and are told from those of another plan', () => {
    const within = (id: string) => plan({ id, goal: [{ reference: '#x' }], contained: [{ resourceType: 'Goal', id: 'x', lifecycleStatus: 'planned', description: { coding: [{ display: 'Cooking for myself' }] } }] });
    const { goals, faults } = read(patient, within('c1'), within('c2'));
    expect(goals.map(({ ref, client, words }) => [ref, client, words])).toEqual([['c1#x', 'HC-204518', 'Cooking for myself'], ['c2#x', 'HC-204518', 'Cooking for myself']]);
    expect([new Set(goals.map(({ id }) => id)).size, faults]).toEqual([2, []]);
  });

  test('the last changed of one goal counts; one alone is read; Appointments beside them are passed over', () => {
    expect(read(patient, goal({ meta: { lastUpdated: '2026-12-01' }, description: { text: 'New' } }), goal({ meta: { lastUpdated: '2026-11-01' } })).goals.map(({ words }) => words)).toEqual(['New']);
    expect(readCarePlans(Buffer.from(JSON.stringify(goal({ subject: { identifier: { value: 'HC-1' } } }))))).toMatchObject({ goals: [{ client: 'HC-1' }] });
  });

  test.each([
    ['no words', goal({ description: undefined }), 'The goal has no words', 'Write it into Goal.description.text, as the person says it'], ['only blanks', goal({ description: { text: ' \u0000 ' } }), 'The goal has no words', 'Write it into Goal.description.text'], ['a page of words', goal({ description: { text: 'x'.repeat(161) } }), 'more than 160 letters', 'Say it shorter'],
    ['no identifier', goal({ identifier: [], id: undefined }), 'no identifier and no id', 'so that the next file finds it again'], ['nobody', goal({ subject: undefined }), 'does not say whose goal it is', 'Give it the Patient as its subject'], ['another status', goal({ lifecycleStatus: 'someday' }), 'not as FHIR has it: “lifecycleStatus”', 'Check it against FHIR R4 Goal'],
    ['no list', goal({ identifier: 'G-1' }), 'not as FHIR has it', 'Check it'], ['a plan without goals', plan({ goal: [] }), 'The plan has no goals', 'Name them in CarePlan.goal'], ['a plan whose goals are elsewhere', plan({ goal: [{ reference: 'Goal/none' }, { reference: 'Goal/none-2' }] }), 'names 2 goals that are not in the file', '_include=CarePlan:goal'],
    ['a broken plan', plan({ goal: 3 }), 'not as FHIR has it: “goal”', 'Check it against FHIR R4 CarePlan'],
  ])('%s is refused with how to mend it', (_what, resource, what, mend) => {
    const { goals, faults } = read(patient, resource);
    expect([goals, faults]).toEqual([[], [{ row: 2, what: expect.stringContaining(what), mend: expect.stringContaining(mend), ...('ref' in faults[0]! && { ref: expect.any(String) }) }]]);
  });

  test('two of one identifier: the first is taken, the second told of', () => {
    expect(read(patient, goal(), goal({ id: 'g2' }))).toMatchObject({ goals: [{ row: 2 }], faults: [{ row: 3, what: 'Another goal in the file has the same identifier' }] });
  });

  test('UK Core’s own example has no goals, and says so', () => {
    const example = readFileSync(new URL('../visits-in/fhir/UKCore-CarePlan-WellnessPlan-Example.json', import.meta.url));
    expect(readCarePlans(example)).toMatchObject({ goals: [], faults: [{ what: 'The plan has no goals' }] });
  });

  test.each([['', 'neither'], ['{}', 'neither'], ['null', 'neither'], ['[1]', 'neither'], ['"x"', 'neither'], ['{"resourceType":"Bundle","type":"x"}', 'neither'], ['PK\u0003\u0004', 'neither'], [' '.repeat(3_000_000), '2 megabytes']])('what is no such file is refused (%#)', (text, what) => {
    expect(readCarePlans(Buffer.from(text))).toMatchObject({ kind: 'refused', what: expect.stringContaining(what) });
  });

  test('whatever stands in an entry, the others are read', () => {
    for (const odd of [null, 3, 'x', [], { resourceType: 'Goal' }, { resourceType: 'CarePlan', contained: [null, 1, { resourceType: 'Goal', id: 5 }] }, { resourceType: 'Goal', id: '__proto__', description: { coding: [null] } }]) expect(read(odd, patient, goal()).goals).toHaveLength(1);
  });

  test('sent as visits it is refused with where it belongs', async () => {
    expect(await readVisitsFile(bytesOf(patient, plan(), goal()), { source: rota, zone: 'Europe/London', now: instant(Date.parse('2026-12-01T10:00:00Z')), fileName: 'x.json' })).toMatchObject({ kind: 'refused', mend: 'Bring it in under Goals in' });
  });
});

describe('bringing in', () => {
  const empty: OutcomeBook = { goals: [], excluded: [], feedback: [] };
  const incoming = (more: Partial<IncomingGoal> = {}): IncomingGoal => ({ row: 1, ref: 'G-1', id: 'plan-1', client: 'HC-1', words: 'seeing people', isOver: false, ...more });
  const first = bringGoal(empty, incoming(), today);

  test('adds it, about what its words tell, and paying for nothing by itself; the same again changes nothing', () => {
    expect([first.kind, first.book.goals]).toEqual(['new', [{ id: 'plan-1', words: 'seeing people', planWords: 'seeing people', covers: [], theme: 'communities', setOn: today }]]);
    expect(bringGoal(first.book, incoming(), today)).toEqual({ kind: 'same', book: first.book });
    expect(bringGoal(first.book, incoming({ reviewOn: '2027-03-01' as LocalDate }), today)).toMatchObject({ kind: 'changed', book: { goals: [{ reviewOn: '2027-03-01' }] } });
    expect(bringGoal(first.book, incoming({ reviewOn: '2026-11-30' as LocalDate }), today).kind).toBe('same');
  });

  test('changes its words by its identifier, and leaves what an adviser said it pays for', () => {
    const paying = setGoal(first.book, 'plan-1', { words: 'seeing people', covers: ['social club'], theme: 'wellbeing' }, false, today) as { readonly book: OutcomeBook };
    const changed = bringGoal(paying.book, incoming({ words: 'seeing my friends' }), today);
    expect([changed.kind, changed.was, changed.book.goals]).toEqual(['changed', 'seeing people', [expect.objectContaining({ words: 'seeing my friends', covers: ['social club'], theme: 'wellbeing' })]]);
  });

  test('does not undo what an adviser worded anew, until the plan says something new itself', () => {
    const here = setGoal(first.book, 'plan-1', { words: 'my Tuesday club', covers: [], theme: 'communities' }, false, today) as { readonly book: OutcomeBook };
    expect(bringGoal(here.book, incoming(), today)).toEqual({ kind: 'kept-as-changed-here', book: here.book });
    expect(bringGoal(here.book, incoming({ words: 'bingo' }), today)).toMatchObject({ kind: 'changed', was: 'my Tuesday club' });
  });

  test('ends nothing, and brings back nothing that ended', () => {
    expect(bringGoal(first.book, incoming({ isOver: true }), today)).toEqual({ kind: 'over-there', book: first.book });
    expect(bringGoal(empty, incoming({ isOver: true }), today)).toEqual({ kind: 'never-on', book: empty });
    const ended = endGoal(first.book, 'plan-1', 'reached', instant(0))!;
    expect(bringGoal(ended, incoming({ words: 'other' }), today)).toEqual({ kind: 'ended-here', book: ended });
    const full = Array.from({ length: 12 }, (_, place) => incoming({ id: `plan-${place + 1}` })).reduce((book, each) => bringGoal(book, each, today).book, empty);
    expect(bringGoal(full, incoming({ id: 'plan-13' }), today)).toEqual({ kind: 'too-many', book: full });
  });
});
