import { closedStates, type Alert } from '../../models/alert/index.ts';
import { alertKept } from '../../lambda/store/alert-rows.ts';
import { valueIn } from '../../lambda/store/row-document.ts';
import type { Operation, Table } from '../../lambda/store/table.ts';
import type { Instant } from '../../models/shared/index.ts';

/** Clocks of two workers differ by no more. */
const mostSkewMs = 400;

/** One message as a receiver counts it. */
interface Received { readonly attemptId: string; readonly alertId: string; readonly at: Instant }

/**
 * Watches from outside, in another manner than the engine works: every transaction that was kept and every message that
 * arrived. Whatever breaks a promise is written down as one sentence.
 */
export function watcher(table: Table, now: () => Instant) {
  const broken: string[] = [];
  const last = new Map<string, Alert>();
  const received: Received[] = [];
  /** By notification, the worker whose claim is the latest. */
  const owners = new Map<string, string>();
  const promise = (isKept: boolean, words: string) => { if (!isKept && broken.length < 20) broken.push(words); };

  function seen(who: string, after: Alert, operations: readonly Operation[]): void {
    const before = last.get(after.id);
    last.set(after.id, after);
    const isOpen = !closedStates.includes(after.state);
    if (before !== undefined && closedStates.includes(before.state)) {
      promise(after.state === before.state, `${after.id} came back from ${before.state} to ${after.state}`);
      promise(after.attemptsMade === before.attemptsMade && !after.attempts.some((attempt) => attempt.state === 'sending' && before.attempts.find(({ id }) => id === attempt.id)?.state !== 'sending'), `${after.id} was claimed for sending after it had ended (${before.state})`);
    }
    promise(isOpen === (after.nextAt !== undefined), `${after.id} is ${after.state} and ${after.nextAt === undefined ? 'nobody looks at it again' : 'is looked at again'}`);
    const puts = operations.filter((operation) => operation.do === 'put' && operation.row.pk.startsWith('due#') && operation.row.sk.includes(after.id));
    if (isOpen && before?.nextAt !== after.nextAt) promise(puts.length === 1, `${after.id} moved and is not in the due-index`);
    const by = after.answer?.by;
    if (by?.kind === 'member' && before?.answer === undefined) promise(after.attempts.some(({ to }) => to.kind === 'member' && to.memberId === by.memberId), `${after.id} was answered by somebody who was never told`);
    for (const { id, state } of after.attempts) if (state === 'accepted') promise(received.some(({ attemptId }) => attemptId.endsWith(`/${id}`)), `${id} is said to have arrived and was never sent`);
    for (const attempt of after.attempts) {
      const was = before?.attempts.find(({ id }) => id === attempt.id);
      if (was?.fence === attempt.fence) continue;
      owners.set(attempt.id, who);
      promise(was === undefined || was.state === 'unknown' || (was.state === 'sending' && (was.leaseUntil ?? 0) <= now() + mostSkewMs), `${attempt.id} was taken up again though it was ${was?.state ?? 'new'} and the claim still held`);
    }
    for (const attempt of after.attempts) promise(attempt.sendings <= 2, `${attempt.id} was handed over ${attempt.sendings} times`);
  }

  return {
    broken, received, last,
    committed: (who: string, operations: readonly Operation[]) => {
      for (const operation of operations) if (operation.do === 'put' && operation.row.sk.startsWith('alert#')) seen(who, valueIn(operation.row, alertKept), operations);
    },
    /** A worker hands a message to a channel. */
    handedOver: (who: string, alertId: string, attemptId: string, plannedFor: Instant, clock: Instant) => {
      received.push({ alertId, attemptId, at: now() });
      const kept = last.get(alertId);
      promise(clock >= plannedFor, `${alertId} was told before its time`);
      promise(kept?.attempts.some(({ id }) => attemptId.endsWith(`/${id}`)) === true, `${attemptId} was sent before it was kept that it would be`);
      const times = received.filter((each) => each.attemptId === attemptId).length;
      promise(owners.get(attemptId.slice(attemptId.lastIndexOf('/') + 1)) === who, `${attemptId} was sent by ${who}, whose claim it was no more`);
      promise(times <= 2, `${attemptId} was sent ${times} times`);
    },
    promise,
    /** Every open alert stands in the due-index where it says. Looked up in the store itself. */
    dueIsWhole: async () => {
      const due = new Set<string>();
      for (const shard of ['urgent', '00', '01', '02', '03']) {
        const { rows } = await table.query({ by: 'pk', pk: `due#harrow#${shard}` });
        for (const { sk } of rows) due.add(sk);
      }
      for (const alert of last.values()) {
        if (closedStates.includes(alert.state)) continue;
        promise([...due].some((sk) => sk.endsWith(`#alert#${alert.id}`)), `${alert.id} is open and in nobody's list of what is due`);
      }
    },
  };
}
