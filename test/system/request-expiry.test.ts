// Promise: money promised to a request that nobody answered is the person's again as soon as its time is up, once; nobody else is looked at for it, and the person is told.
import { expect, test } from '@jest/globals';
import { figuresFrom, leftPence } from '../../models/budget/index.ts';
import { askForService, nextExpiry } from '../../models/service-request/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { dueBy, dueShards } from '../../lambda/store/due-index.ts';
import { alertWorld, harrow, margaret } from '../support/alert-world.ts';

test('a request that runs out gives its money back once, and says so', async () => {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  const record = await world.record();
  const before = leftPence(record.budget!);
  const figures = figuresFrom(await world.records.entries(harrow, margaret));
  const asked = askForService({
    id: 'gardening-1', by: 'person', confirmed: true, reference: 'robin four',
    draft: { serviceId: 'g', serviceName: 'Green Fingers', providerName: 'Green Fingers', what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'hour', unitPence: 1500 as never, units: 2, on: '2026-12-08' as LocalDate },
  }, { budget: record.budget, requestBook: record.requestBook, goals: [{ words: 'a tidy garden', covers: ['gardening'] }], excluded: [] }, world.now(), '2026-12-01' as LocalDate);
  if (asked.kind !== 'asked') throw new Error(JSON.stringify(asked));
  await world.records.save(record, { idempotencyKey: 'asked', at: world.now(), requestBook: asked.requestBook, ...(asked.budget && { budget: asked.budget }), audit: [] });
  const expiry = nextExpiry((await world.record()).requestBook)!;
  const waiting = (await Promise.all(dueShards.map(async (shard) => dueBy(world.table, harrow, shard, expiry, 50)))).flat().filter(({ due }) => due.kind === 'request-expiry');
  expect(waiting).toEqual([{ at: expiry, tries: 0, due: { kind: 'request-expiry', councilId: harrow, personId: margaret } }]);
  expect(leftPence((await world.record()).budget!)).toBe(before - 3000);
  world.setClock(expiry);
  await world.fastForward(5);
  const after = await world.record();
  expect(after.requestBook.requests.at(-1)?.state).toBe('expired');
  expect(leftPence(after.budget!)).toBe(before);
  expect(figuresFrom(await world.records.entries(harrow, margaret))).toEqual(figures);
  expect(world.arrived.map(({ spoken }) => spoken)).toContain('Nobody answered about gardening with Green Fingers, so that request has run out. You can ask again.');
  const said = world.arrived.length;
  await world.fastForward(60 * 24);
  expect(world.arrived.slice(said).filter(({ spoken }) => spoken.includes('Green Fingers'))).toEqual([]);
  expect((await world.records.entries(harrow, margaret)).filter(({ id }) => id.includes('released'))).toHaveLength(1);
});
