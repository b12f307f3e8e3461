import { newAlert } from '../../models/alert/index.ts';
import type { PersonRecord, PersonRecords } from '../../models/person-record/index.ts';
import { localDate, toInstant, type Clock, type Instant, type LocalTime } from '../../models/shared/index.ts';
import type { EngineLog } from '../alerts/engine-parts.ts';
import type { AlertStore } from '../store/alert-store.ts';
import { reconcilePerson } from './reconcile-person.ts';

interface Needs { readonly records: Pick<PersonRecords, 'byPerson' | 'entries'>; readonly store: Pick<AlertStore, 'keep'>; readonly clock: Clock; readonly log: EngineLog }

/** Everybody's plan is looked at every twelve hours: one look in so many adds up their money. Another process may add it up once more; that changes nothing. */
const againMs = 20 * 3_600_000;
const zone = 'Europe/London';

/** Adds up one person's money once a night, beside the planning of their day; a difference of a penny is told to the desk, once a day for as long as it is there. */
export function nightlyReconciling({ records, store, clock, log }: Needs): (record: PersonRecord) => Promise<void> {
  const lastAt = new Map<string, Instant>();
  return async (record) => {
    const { councilId, personId } = record;
    const [now, whose] = [clock(), `${councilId} ${personId}`];
    if (now - (lastAt.get(whose) ?? 0) < againMs) return;
    const differences = await reconcilePerson(record, records);
    if (differences.length > 0) {
      log.fault('money-does-not-add-up', { differences: differences.length }, undefined);
      const dayBegan = toInstant(localDate(now, zone), '00:00' as LocalTime, zone);
      // Of somebody who has left nothing is told by name: the desk hears of it all the same.
      const about = record.household.left === undefined ? { personId } : {};
      await store.keep([{ after: newAlert({ councilId, ...about, kind: 'something-is-stuck', occursAt: dayBegan, name: `money.${personId.replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 100)}`, plannedFor: now, facts: { what: 'money' } }) }]);
    }
    lastAt.set(whose, now);
  };
}
