// The whole skill over a real store with the demonstration people in it, at a time of one's choosing.
import { isLocalDate, isLocalTime, toInstant, type Instant } from '../../models/shared/index.ts';
import { readConfig } from '../../lambda/config.ts';
import { deskReminders } from '../../lambda/desk-speaker/desk-reminders.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { buildServices, type Instead, type Services } from '../../lambda/services.ts';
import { countingTable } from '../../lambda/store/counting-table.ts';
import type { Table } from '../../lambda/store/table.ts';
import { skillId } from './alexa-request.ts';
import { freshStore } from './fresh-store.ts';

export interface SkillUnderTest {
  readonly services: Services;
  readonly counted: ReturnType<typeof countingTable>;
  readonly now: () => Instant;
  readonly later: (minutes: number) => void;
}

/** Tuesday 1 December 2026, eight in the morning, as in the guide, unless said otherwise. A fault fails the test. */
export async function skillUnderTest({ at = '2026-12-01T08:00', store, instead = {} }: { readonly at?: string; readonly store?: Table | undefined; readonly instead?: Instead } = {}): Promise<SkillUnderTest> {
  let now = instantOf(at);
  const kept = store ?? await freshStore();
  const counted = countingTable(kept);
  const fault = (code: string, _about: unknown, cause: unknown) => { throw new Error(`A turn went wrong: ${code}`, { cause }); };
  let alerts = 0;
  // Amazon's part is played inside this process, by default on speakers of Amazon's and of our own alike: no test reaches the network by chance.
  const ownSpeakers = deskReminders({ table: kept, clock: () => now, newId: () => `alert-${(alerts += 1)}` });
  const services = buildServices(readConfig({ SKILL_ID: skillId }), { table: counted, clock: () => now, random: () => 0, log: { fault }, ownSpeakers, amazon: ownSpeakers.api, ...instead });
  await seedDemonstration({ table: counted, links: services.links, now });
  return { services, counted, now: () => now, later: (minutes) => { now = (now + minutes * 60_000) as Instant; } };
}

export function instantOf(at: string): Instant {
  const [date = '', time = ''] = at.split('T');
  if (!isLocalDate(date) || !isLocalTime(time)) throw new Error(`Not a time: ${at}`);
  return toInstant(date, time, 'Europe/London');
}
