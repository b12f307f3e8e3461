// The alert engine over a real store with a clock of its own: raise, answer and fast-forward; every message that arrives is kept, and one that nobody expected fails the test.
import { councilId, personId, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import type { Address, Channel, ChannelName, Delivery, Outcome, PlannedAlert, Silencing } from '../../models/alert/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import { lookAtDevice } from '../../lambda/alerts/device-heard.ts';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import { alertEngine } from '../../lambda/alerts/engine.ts';
import { lookAtExpiry } from '../../lambda/alerts/look-at-expiry.ts';
import type { Looks } from '../../lambda/alerts/look-at.ts';
import type { CouncilToTell, EngineParts } from '../../lambda/alerts/engine-parts.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import type { Table } from '../../lambda/store/table.ts';
import { freshStore } from './fresh-store.ts';
import { instantOf } from './skill-under-test.ts';
import { keepPeople } from '../store/people.ts';

export const harrow: CouncilId = councilId('harrow');
export const margaret: PersonId = personId('margaret');

export interface Arrived { readonly at: string; readonly channel: ChannelName; readonly to: string; readonly spoken: string; readonly isAgain: boolean; readonly attemptId: string }

const homeAddresses: readonly Address[] = [{ id: 'tv', channel: 'board', value: 'tv-1', isVerified: true }, { id: 'chime', channel: 'chime', value: 'amzn1.ask.account.x', isVerified: true }];
const sarahs: readonly Address[] = [{ id: 'sarah-phone', channel: 'text', value: '+447700900123', isVerified: true }, { id: 'sarah-mail', channel: 'email', value: 'sarah@example.org', isVerified: true }];
const desk: readonly Address[] = [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }];

/** How a channel behaves in a test; without it everything is accepted. */
export type Behaviour = (delivery: Delivery) => Outcome | Promise<Outcome>;

export async function alertWorld({ at = '2026-12-01T08:00', rules = [], store, behaviour = {}, zone = 'Europe/London', hasWaitingMessage = false }: {
  readonly at?: string; readonly rules?: CouncilToTell['rules']; readonly store?: Table; readonly behaviour?: Partial<Record<ChannelName, Behaviour>>; readonly zone?: string; readonly hasWaitingMessage?: boolean;
} = {}) {
  const table = store ?? await freshStore();
  let now = instantOf(at);
  const arrived: Arrived[] = [];
  const silenced: Silencing[] = [];
  const logged: string[] = [];
  const channel = (name: ChannelName): Channel => ({
    name, proves: ['accepted'],
    send: async (delivery) => {
      const outcome = await (behaviour[name]?.(delivery) ?? { kind: 'accepted' as const });
      if (outcome.kind !== 'failed') arrived.push({ at: clockOf(now), channel: name, to: delivery.to.kind === 'member' ? delivery.to.memberId : delivery.to.kind, spoken: delivery.wording.spoken, isAgain: delivery.isAgain, attemptId: delivery.attemptId });
      return outcome;
    },
    silence: (silencing) => { silenced.push(silencing); return Promise.resolve(); },
  });
  const store_ = alertStore(table);
  const parts: EngineParts = {
    council: harrow, table, store: store_, clock: () => now, knows: alertKnowledge, wait: (milliseconds) => (milliseconds < 5_000 ? Promise.resolve() : new Promise(() => undefined)),
    channels: Object.fromEntries((['board', 'chime', 'text', 'email', 'push', 'desk', 'home-assistant'] as const).map((name) => [name, channel(name)])),
    councils: () => Promise.resolve({ rules, desk, zone }),
    log: { event: (code, facts) => { logged.push(`${code} ${JSON.stringify(facts)}`); }, fault: (code, _facts, cause) => { logged.push(`FAULT ${code} ${String(cause)}`); } },
  };
  const records = personRecords(table);
  const looks: Looks = { device: (item) => lookAtDevice(item, { table, clock: () => now, alerts }), figures: () => Promise.resolve(), requestExpiry: (item) => lookAtExpiry(item, { table, records, clock: () => now }) };
  const engine = alertEngine(parts, looks);
  const alerts = alertDesk({ ...parts, wait: () => Promise.resolve() }, () => undefined);
  /** Goes on to that moment, stopping at each time something is due, as the loop would. */
  const until = async (end: Instant) => {
    for (let rounds = 0; rounds < 5_000; rounds += 1) {
      const next = await engine.nextDueAt();
      if (next === undefined || next > end) break;
      now = Math.max(now, next) as Instant;
      await engine.tick();
    }
    now = end;
  };
  if (store === undefined) {
    await keepPeople(table, ['margaret']);
    if (!hasWaitingMessage) await hearMessages(records, now);
    await store_.saveReach(harrow, margaret, () => ({ person: homeAddresses, members: { sarah: sarahs }, contacts: ['sarah'] }));
  }
  return {
    table, parts, engine, alerts, records, arrived, silenced, logged, store: store_, looks,
    now: () => now,
    raise: async (planned: Partial<PlannedAlert> & Pick<PlannedAlert, 'kind'>) => alerts.raise({ councilId: harrow, personId: margaret, occursAt: now, name: 'x', plannedFor: now, ...planned }),
    fastForward: async (minutes: number) => until((now + minutes * 60_000) as Instant),
    forwardTo: async (time: string) => until(instantOf(time)),
    setClock: (time: Instant) => { now = time; },
    plan: async () => { await table.transact([dueOperation(now, { kind: 'plan', councilId: harrow, personId: margaret })]); await engine.tick(); },
    record: async () => {
      const record = await records.byPerson(harrow, margaret);
      if (record === undefined) throw new Error('Margaret is not there');
      return record;
    },
  };

  function clockOf(time: Instant): string {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(time);
  }
}

/** Margaret's household has a message from Sarah: here it has been heard, unless a test is about messages. */
async function hearMessages(records: PersonRecords, now: Instant): Promise<void> {
  const record = await records.byPerson(harrow, margaret);
  if (record === undefined) throw new Error('Margaret is not there');
  const messageBook = { ...record.messageBook, forPerson: record.messageBook.forPerson.map((message) => ({ ...message, heardAt: now })) };
  await records.save(record, { idempotencyKey: 'all-heard', at: now, messageBook, audit: [] });
}

export type AlertWorld = Awaited<ReturnType<typeof alertWorld>>;
