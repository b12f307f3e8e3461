// Promise: a broken record never loses another, and none goes without a line in the report.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportLines } from '../../lambda/directory/index.ts';
import { spokenName } from '../../models/service/index.ts';
import { read } from './reading.ts';

const good = (n: number) => ({ id: `good-${n}`, name: `Good ${n}`, status: 'active', description: 'Helps.' });

test('good records come through whatever stands between them', () => {
  const broken = fc.oneof(
    fc.jsonValue(),
    fc.record({ id: fc.jsonValue(), name: fc.jsonValue(), status: fc.jsonValue() }),
    fc.record({ id: fc.constantFrom('bad', null, {}, []), name: fc.constantFrom('', null, 5), status: fc.constantFrom('gone', '', null), cost_options: fc.jsonValue(), schedules: fc.jsonValue(), organization: fc.jsonValue() }),
  ).filter((value) => !(typeof value === 'object' && value !== null && ('contents' in value || 'content' in value)));
  fc.assert(fc.property(fc.array(broken, { maxLength: 6 }), fc.integer({ min: 1, max: 5 }), fc.nat(), (bad, count, seed) => {
    const records: unknown[] = Array.from({ length: count }, (_, n) => good(n));
    bad.forEach((record, n) => records.splice((seed + n * 7) % (records.length + 1), 0, record));
    const { services, report } = read({ contents: records });
    expect(services.filter(({ id }) => id.startsWith('good-')).map(({ name }) => name).sort()).toEqual(Array.from({ length: count }, (_, n) => `Good ${n}`).sort());
    expect(report).toHaveLength(records.length);
    for (const line of report) expect(line.outcome === 'refused' ? line.reason : 'used').toBeTruthy();
  }), { numRuns: 500 });
});

test('a record nested without end is refused and loses no other', () => {
  const deep = JSON.parse(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`) as object;
  const { services, report } = read([good(1), { ...good(2), pc_deep: deep }, good(3)]);
  expect(services.map(({ id }) => id)).toEqual(['good-1', 'good-3']);
  expect(report[1]).toMatchObject({ outcome: 'refused', reason: 'is nested deeper than any record we know' });
});

test('hostile keys and endless marks change nothing and take no time', () => {
  const record = JSON.parse(`{"__proto__": {"mc_approved": true}, "id": "a", "name": ${JSON.stringify('('.repeat(50_000))}, "status": "active", "description": ${JSON.stringify('<a'.repeat(50_000))}}`) as object;
  const [service] = read(record).services;
  expect(service?.mc_approved).toBeUndefined();
  expect(spokenName(service!)).toHaveLength(200);
});

test('lists within a record may hold anything without losing the record', () => {
  const fields = ['schedules', 'service_areas', 'service_at_locations', 'languages', 'cost_options', 'contacts', 'attributes', 'organization'];
  fc.assert(fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
    expect(read({ ...good(1), [field]: value }).services.map(({ id }) => id)).toEqual(['good-1']);
  }), { numRuns: 500 });
});

test('the report has a line for each doubtful or refused record, then the sums', () => {
  const { report } = read([good(1), { ...good(2), minimum_age: -1 }, { id: 'x', name: 'Nameless status' }, 'rubbish', { status: 'active', name: 'No id' }]);
  expect(reportLines(report)).toEqual([
    'Used with doubts  Good 2 (good-2) from feed.json: minimum_age was -1, taken as unknown',
    'Refused  Nameless status (x) from feed.json: has no status that we know, so it may not be a service',
    'Refused  record 4 from feed.json: is not a record',
    expect.stringMatching(/^Refused {2}No id \(record 5\) from feed\.json: id /),
    '5 records read: 1 used, 1 used with doubts, 3 refused.',
  ]);
});
