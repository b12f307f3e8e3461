import { answerAlert, followUpsOf, isOpen, keepBoard, newAlert, supersede, withdraw, writeReceipt, type Alert, type Answer, type KeptAlert, type PlannedAlert } from '../../models/alert/index.ts';
import { agreeTo } from '../../models/routine/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { PersonToTell } from '../store/alert-store.ts';
import { dueOperation } from '../store/due-index.ts';
import { readAttemptReference } from './attempt-reference.ts';
import type { CouncilToTell, EngineParts } from './engine-parts.ts';
import { silenceEverywhere } from './silence-everywhere.ts';

/** Which alert is meant. */
interface AlertName { readonly councilId: CouncilId; readonly personId?: PersonId; readonly alertId: string }

type RaiseResult = { readonly kind: 'raised' | 'already-raised'; readonly alert: Alert } | { readonly kind: 'unknown' };
type AnsweredResult = { readonly kind: 'answered' | 'already-over'; readonly alert: Alert } | { readonly kind: 'refused'; readonly reason: 'not-told' | 'no-such-alert' } | { readonly kind: 'unknown' };

/** What can be done to alerts from outside the engine: by a conversation, a channel, the console, a provider. */
export interface AlertDesk {
  raise(planned: PlannedAlert): Promise<RaiseResult>;
  /** The same for an alert made elsewhere that takes no other's place. */
  add(alert: Alert): Promise<RaiseResult>;
  /** Changes what an open alert says; one that has ended stays as it was. */
  amend(name: AlertName, to: (alert: Alert) => Alert): Promise<'amended' | 'unchanged' | 'no-such-alert' | 'unknown'>;
  /** As kept, for a change in the same breath as something else. */
  kept(name: AlertName): Promise<KeptAlert | undefined>;
  /** Closes it for everybody; every device falls quiet. Answering again changes nothing. */
  answer(name: AlertName, answer: Answer): Promise<AnsweredResult>;
  withdraw(name: AlertName): Promise<AnsweredResult>;
  /** What a channel reports later of one notification, by our reference. Says whether it was one of ours. */
  receipt(reference: string, proof: 'accepted' | 'shown' | 'spoken' | 'failed', why?: string): Promise<boolean>;
  find(name: AlertName): Promise<Alert | undefined>;
  /** Of a person or of the council's staff, by when they occur, oldest first. */
  list(council: CouncilId, person: PersonId | undefined, from: string, to: string): Promise<readonly Alert[]>;
}

type DeskParts = Pick<EngineParts, 'store' | 'clock' | 'channels' | 'log' | 'wait'> & { readonly councils: (council: CouncilId) => Promise<Pick<CouncilToTell, 'desk'>> };

const mostTries = 8;

/** `wake` tells the loop that something is due at once. */
export function alertDesk(parts: DeskParts, wake: () => void): AlertDesk {
  const { store, clock } = parts;
  const change = (name: AlertName, decide: Decide) => changed(name, decide, parts, wake);
  const add = async (after: Alert, older: readonly KeptAlert[]): Promise<RaiseResult> => {
    const result = await store.keep([{ after }, ...older.map((kept) => ({ before: kept, after: supersede(kept.alert, clock()) }))]);
    if (result.kind === 'unknown') return { kind: 'unknown' };
    if (result.kind === 'refused') {
      const there = await store.read(after.councilId, after.personId, after.id);
      return there === undefined ? { kind: 'unknown' } : { kind: 'already-raised', alert: there.alert };
    }
    wake();
    return { kind: 'raised', alert: after };
  };
  return {
    raise: async (planned) => {
      const after = newAlert(planned);
      return add(after, await openOfThread(after, parts));
    },
    add: async (alert) => add(alert, []),
    amend: async (name, to) => {
      const result = await change(name, ({ alert }) => {
        const after = isOpen(alert) ? to(alert) : alert;
        return after === alert ? undefined : after;
      });
      return result.kind === 'refused' ? 'no-such-alert' : result.kind === 'changed' ? 'amended' : result.kind;
    },
    kept: ({ councilId, personId, alertId }) => store.read(councilId, personId, alertId),
    answer: async (name, answer) => {
      const result = await change(name, ({ alert }) => {
        const answered = answerAlert(alert, answer);
        return answered.kind === 'refused' ? 'not-told' : answered.kind === 'answered' ? answered.alert : undefined;
      });
      if (result.kind === 'changed') await heed(result.alert, store, clock, wake);
      return settled(result);
    },
    withdraw: async (name) => settled(await change(name, ({ alert }, now) => (isOpen(alert) ? withdraw(alert, now) : undefined))),
    receipt: async (reference, proof, why) => {
      const found = readAttemptReference(reference);
      if (found === undefined) return false;
      const result = await change(found, ({ alert }, now) => {
        const after = writeReceipt(alert, found.attemptId, proof, now, why);
        if (after === alert) return undefined;
        // A notification that failed after all is looked at now, not when the next rung is due.
        return proof === 'failed' && isOpen(after) ? { ...after, nextAt: now } : after;
      });
      if (proof === 'failed') wake();
      return result.kind === 'changed' || result.kind === 'unchanged';
    },
    find: async ({ councilId, personId, alertId }) => (await store.read(councilId, personId, alertId))?.alert,
    list: (council, person, from, to) => store.list(council, person, from, to),
  };
}

/** The person's yes or no to a routine is written with the routine, and what it brings is planned. Should we stop in between, they are asked again. */
async function heed({ kind, councilId, personId, facts, answer }: Alert, store: EngineParts['store'], clock: EngineParts['clock'], wake: () => void): Promise<void> {
  if (kind !== 'routine-consent' || personId === undefined || answer?.by.kind !== 'person') return;
  const how = answer.through === 'speaker' ? 'voice' : 'writing';
  await store.changeRoutines(councilId, personId, (book) => agreeTo(book, String(facts['routineId']), answer.word === 'yes' || answer.word === 'ok', how, answer.at));
  await store.keep([], { operations: [dueOperation(clock(), { kind: 'plan', councilId, personId })] });
  wake();
}

/** The alert as it is to be; undefined when it stays as it is. */
type Decide = (kept: KeptAlert, now: Instant) => Alert | 'not-told' | undefined;
type Changed = { readonly kind: 'changed' | 'unchanged'; readonly alert: Alert } | Extract<AnsweredResult, { kind: 'refused' | 'unknown' }>;

function settled(result: Changed): AnsweredResult {
  if (result.kind === 'refused' || result.kind === 'unknown') return result;
  return { kind: result.kind === 'changed' ? 'answered' : 'already-over', alert: result.alert };
}

/** Reads, decides, keeps; again from the start when somebody else was quicker. */
async function changed(name: AlertName, decide: Decide, parts: DeskParts, wake: () => void): Promise<Changed> {
  const { store, clock, wait } = parts;
  let perhapsKept: Alert | undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const [kept, person] = await Promise.all([store.read(name.councilId, name.personId, name.alertId), name.personId === undefined ? undefined : store.whomToTell(name.councilId, name.personId)]);
    if (kept === undefined) return { kind: 'refused', reason: 'no-such-alert' };
    const after = decide(kept, clock());
    if (after === 'not-told') return { kind: 'refused', reason: 'not-told' };
    if (after === undefined) {
      // Our own change, whose keeping was not confirmed: the devices have still to be told.
      const isOurs = perhapsKept !== undefined && isSame(kept.alert, perhapsKept);
      if (isOurs && !isOpen(kept.alert)) await silenceEverywhere(kept.alert, { reach: person?.reach, desk: (await parts.councils(name.councilId)).desk }, kept.alert.state, parts);
      return { kind: isOurs ? 'changed' : 'unchanged', alert: kept.alert };
    }
    const followUps = after.answer !== undefined && kept.alert.answer === undefined ? followUpsOf(after, after.answer).map(newAlert) : [];
    const result = await store.keep([{ before: kept, after }, ...followUps.map((each) => ({ after: each }))], withBoard(person, kept, after, clock()));
    if (result.kind === 'done') {
      if (followUps.length > 0) wake();
      if (!isOpen(after) && isOpen(kept.alert)) await silenceEverywhere(after, { reach: person?.reach, desk: (await parts.councils(name.councilId)).desk }, after.state, parts);
      return { kind: 'changed', alert: after };
    }
    if (result.kind === 'unknown') perhapsKept = after;
    await wait(10 * 2 ** tries);
  }
  return { kind: 'unknown' };
}

/** Whether it ended as we ended it, and not by somebody else meanwhile. */
function isSame(one: Alert, other: Alert): boolean {
  return one.state === other.state && JSON.stringify(one.answer) === JSON.stringify(other.answer);
}

function withBoard(person: PersonToTell | undefined, { alert }: KeptAlert, after: Alert, now: Instant): Parameters<EngineParts['store']['keep']>[1] {
  return person === undefined ? {} : { record: person.record, board: keepBoard(person.record.alertBoard, alert, after, now, person.record.household.timeZone) };
}

/** Those of the same thread that are still open on the person's board. */
async function openOfThread(after: Alert, { store }: Pick<EngineParts, 'store'>): Promise<readonly KeptAlert[]> {
  if (after.personId === undefined || after.thread === after.id) return [];
  const person = await store.whomToTell(after.councilId, after.personId);
  const ids = person?.record.alertBoard.alerts.filter(({ id, isOpen: isStillOpen, kind }) => isStillOpen && kind === after.kind && id !== after.id).map(({ id }) => id) ?? [];
  const kept = await Promise.all(ids.map(async (id) => store.read(after.councilId, after.personId, id)));
  return kept.filter((each) => each !== undefined).filter(({ alert }) => alert.thread === after.thread && isOpen(alert));
}
