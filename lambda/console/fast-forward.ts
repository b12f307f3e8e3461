import type { Address, Alert, AlertRule, Channel, Delivery } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { alertKnowledge } from '../alerts/alert-knowledge.ts';
import { alertDesk } from '../alerts/alert-desk.ts';
import { alertEngine } from '../alerts/engine.ts';
import { lookAtExpiry } from '../alerts/look-at-expiry.ts';
import { alertStore, type PersonToTell } from '../store/alert-store.ts';
import { createPerson } from '../store/create-person.ts';
import { dueOperation } from '../store/due-index.ts';
import { personRecords } from '../store/person-records.ts';
import { changeRoutines } from '../store/routine-rows.ts';
import { openSqliteTable } from '../store/sqlite-table.ts';

export interface Rehearsal {
  readonly from: Instant;
  readonly until: Instant;
  /** The person answers each alert a minute after it reached them. */
  readonly somebodyAnswers: boolean;
  /** Nothing at home can be reached. */
  readonly homeIsOff: boolean;
  /** Rules to follow in place of those that are kept. */
  readonly rules: readonly AlertRule[];
}

/** One telling of the rehearsal. */
export interface Rehearsed { readonly at: Instant; readonly alertId: string; readonly kind: Alert['kind']; readonly to: Delivery['to']; readonly channel: Address['channel']; readonly spoken: string }

const mostRounds = 4_000;
const mostTold = 400;
const minuteMs = 60_000;

/**
 * Runs somebody's days in seconds: the real engine, on a copy of their record in memory and a clock of its own. Nothing is kept and
 * nobody is told. Care workers never report, so that it shows what silence brings; the desk, being staffed, closes what it was told
 * ten minutes later. `isCut` when it ended early, after 400 tellings.
 */
export async function fastForward({ record, reach, routines }: PersonToTell, { from, until, somebodyAnswers, homeIsOff, rules }: Rehearsal): Promise<{ readonly told: readonly Rehearsed[]; readonly isCut: boolean }> {
  const table = openSqliteTable(':memory:');
  try {
    const { councilId, personId } = record;
    await createPerson(table, { ...copyOf(record), entries: [] });
    await changeRoutines(table, councilId, personId, () => routines);
    const store = alertStore(table);
    await store.saveReach(councilId, personId, () => reach);
    let now = from;
    const told: Rehearsed[] = [];
    const answers: { readonly at: Instant; readonly alertId: string; readonly by: 'person' | 'desk' }[] = [];
    const send = (delivery: Delivery) => {
      if (homeIsOff && delivery.to.kind === 'person') return Promise.resolve({ kind: 'failed', why: 'unreachable' } as const);
      told.push({ at: now, alertId: delivery.alertId, kind: delivery.kind, to: delivery.to, channel: delivery.address.channel, spoken: delivery.wording.spoken });
      if (somebodyAnswers && delivery.to.kind === 'person') answers.push({ at: (now + minuteMs) as Instant, alertId: delivery.alertId, by: 'person' });
      if (delivery.to.kind === 'desk') answers.push({ at: (now + 10 * minuteMs) as Instant, alertId: delivery.alertId, by: 'desk' });
      return Promise.resolve({ kind: 'accepted' } as const);
    };
    const names = ['board', 'home-assistant', 'announcement', 'chime', 'text', 'email', 'push', 'desk', 'webhook'] as const;
    const parts = {
      council: councilId, table, store, clock: () => now, knows: alertKnowledge, wait: (milliseconds: number) => (milliseconds < 5_000 ? Promise.resolve() : new Promise<void>(() => undefined)), log: { event: () => undefined, fault: () => undefined },
      channels: Object.fromEntries(names.map((name): [string, Channel] => [name, { name, proves: [], send }])),
      councils: () => Promise.resolve({ rules, desk: [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true } as const], zone: record.household.timeZone }),
    };
    const engine = alertEngine(parts, { device: () => Promise.resolve(), figures: () => Promise.resolve(), requestExpiry: (item) => lookAtExpiry(item, { table, records: personRecords(table), clock: () => now }) });
    const desk = alertDesk(parts, () => undefined);
    await table.transact([dueOperation(from, { kind: 'plan', councilId, personId })]);
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      if (told.length >= mostTold) break;
      const next = await engine.nextDueAt();
      const answer = answers.toSorted((one, other) => one.at - other.at)[0];
      const at = Math.min(next ?? Infinity, answer?.at ?? Infinity);
      if (at > until) return { told, isCut: false };
      now = Math.max(now, at) as Instant;
      if (answer !== undefined && answer.at <= now) {
        answers.splice(answers.indexOf(answer), 1);
        await desk.answer({ councilId, personId, alertId: answer.alertId }, { by: { kind: answer.by }, word: 'ok', at: now, through: 'console' });
      } else await engine.tick();
    }
    return { told, isCut: true };
  } finally {
    await table.close();
  }
}

/** The record with its parts written out; the alerts of the real days stay where they are. */
function copyOf({ personId, councilId, household, visitBook, budget, requestBook, outcomeBook, messageBook, jobBook }: PersonRecord): Omit<PersonRecord, 'link'> {
  return { personId, councilId, household, visitBook, budget, requestBook, outcomeBook, messageBook, jobBook, alertBoard: { alerts: [] }, unfinished: undefined };
}
