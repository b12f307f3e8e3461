// Promise: when a source has not been heard of for longer than it may, answers about visits say how old they are, and staff are told until it is heard of again; a file that changes nothing counts as hearing of it.
import { describe, expect, test } from '@jest/globals';
import { staleSince } from '../../models/care-visit/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { conversation } from '../support/conversation.ts';
import { alertWorld, type AlertWorld } from '../support/alert-world.ts';
import { agencyFiles, harrow, type FileRow } from './agency-file.ts';

const hourMs = 3_600_000;
const lunch: FileRow = { ref: '1', start: '2026-12-05 12:15', end: '2026-12-05 12:30', worker: 'E1' };

describe('answers', () => {
  const heard = async (hoursAgo: number) => {
    const talk = await conversation('margaret');
    await talk.change(({ visitBook }) => ({ visitBook: { ...visitBook, heardFrom: { sourceId: 'rota', at: instant(Date.parse('2026-12-01T08:00:00Z') - hoursAgo * hourMs), everyHours: 24 } } }));
    return talk;
  };
  test.each([
    ['who’s coming today', /^Two visits\. .* I last heard from Kindly Care last night at four, so this may have changed\. Would you like/], ['when’s my next visit', /^Your next visit is .* I last heard from Kindly Care last night at four, so this may have changed\./],
    ['is Sam coming tonight', /^Yes\. .* so this may have changed\./], ['where’s my carer', /so this may have changed\.$/], ['what’s on Thursday', /so this may have changed\. Shall I tell you more/],
  ])('%s: says how old it is', async (words, answer) => {
    (await (await heard(28)).user(words)).alexa(answer);
  });

  test('say nothing of it while it is fresh, nor of anything else', async () => {
    (await (await heard(23)).user('who’s coming today')).alexa(/^(?!.*last heard)/);
    (await (await heard(28)).user('how much have I got')).alexa(/^(?!.*last heard)/);
  });
});

describe('staff', () => {
  const staleAlerts = async ({ store }: AlertWorld) => (await store.list(harrow, undefined, '2026', '2027')).filter(({ kind }) => kind === 'import-stale');
  test('are told once it is silent for too long, and no longer once it is heard of', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    const agency = await agencyFiles(world);
    await agency.broughtIn([lunch]);
    world.setClock((world.now() + 20 * hourMs) as Instant);
    // The same file: nothing changes, and it was heard of.
    await agency.broughtIn([lunch]);
    world.setClock((world.now() + 10 * hourMs) as Instant);
    await world.fastForward(0);
    expect([await staleAlerts(world), staleSince((await world.record()).visitBook, world.now())]).toEqual([[], undefined]);
    world.setClock((world.now() + 15 * hourMs) as Instant);
    await world.fastForward(0);
    const [told] = await staleAlerts(world);
    expect(told?.facts).toMatchObject({ sourceName: 'Brightway rota' });
    expect(staleSince((await world.record()).visitBook, world.now())).toBeDefined();
    await world.fastForward(1);
    expect(world.arrived.filter(({ to }) => to === 'desk').map(({ spoken }) => spoken)).toEqual(['Brightway rota was last heard of yesterday at six in the morning. What people are told of those visits may be old. Please ring the agency, or send its file.']);
    await agency.broughtIn([lunch]);
    expect((await staleAlerts(world)).map(({ state }) => state)).toEqual(['cancelled']);
    expect(staleSince((await world.record()).visitBook, world.now())).toBeUndefined();
  });
});
