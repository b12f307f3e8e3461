import { isOpen, itemsAround, keepBoard, nextStep, takeStep, writeOutcome, type Alert, type Due, type DueItem, type KeptAlert, type Situation, type Step } from '../../models/alert/index.ts';
import type { PersonToTell } from '../store/alert-store.ts';
import { notDueOperation } from '../store/due-index.ts';
import type { Operation } from '../store/table.ts';
import { leaseMs, type CouncilToTell, type EngineParts } from './engine-parts.ts';
import { moveOn } from './move-on.ts';
import { sendAll } from './send-all.ts';
import { silenceEverywhere } from './silence-everywhere.ts';
import { situationOf } from './situation-of.ts';

type AlertDue = Extract<Due, { kind: 'alert' }>;
interface Read { readonly kept: KeptAlert; readonly person: PersonToTell | undefined; readonly council: CouncilToTell; readonly situation: Situation }

/**
 * One look at one alert: decides, keeps the decision, then sends, then keeps what came of it. Nothing is sent before the
 * claim is kept; a claim that was not kept for certain is left to the lease. Safe to run twice at once: the second is refused.
 */
export async function lookAtAlert(item: DueItem & { readonly due: AlertDue }, parts: EngineParts): Promise<void> {
  const read = await readAll(item.due, parts);
  if (read === undefined || !isOpen(read.kept.alert)) return forget(item, parts);
  const { kept, situation } = read;
  const step = nextStep(kept.alert, situation);
  const claimed = takeStep(kept.alert, step, situation.now, { leaseMs, ladder: situation.rule.ladder });
  // After a fault it was put off: the index finds it elsewhere than the alert says.
  const stale = item.at === kept.alert.nextAt || item.at === claimed.nextAt ? [] : [notDueOperation(item.at, item.due)];
  const result = await keepStep(read, claimed, stale, parts);
  parts.log.event('alert-decided', { kind: claimed.kind, reason: step.reason, kept: result });
  if (result === 'done' && step.do === 'tell') await sendAndWrite(item.due, claimed, step, read, parts);
  if (result === 'done' && step.do === 'end' && step.reason !== 'end:told-no-answer-needed' && claimed.firstToldAt !== undefined) await silenceEverywhere(claimed, { reach: read.person?.reach, desk: read.council.desk }, step.reason, parts);
}

async function readAll({ councilId, personId, alertId }: AlertDue, parts: EngineParts): Promise<Read | undefined> {
  const [kept, person, council] = await Promise.all([parts.store.read(councilId, personId, alertId), personId === undefined ? undefined : parts.store.whomToTell(councilId, personId), parts.councils(councilId)]);
  if (kept === undefined) return undefined;
  const situation = situationOf(kept.alert, person, council, parts.knows, parts.clock());
  return { kept, person, council, situation: await isGroupedForDesk(kept.alert, parts) ? { ...situation, isGroupedForDesk: true } : situation };
}

/** Whether staff have one item about the many visits that this is about one of. */
async function isGroupedForDesk({ kind, councilId, facts, plannedFor, firstToldAt }: Alert, { store }: EngineParts): Promise<boolean> {
  if ((kind !== 'visit-cancelled' && kind !== 'visit-changed') || firstToldAt === undefined || typeof facts['providerId'] !== 'string') return false;
  const items = await Promise.all(itemsAround(councilId, facts['providerId'], plannedFor).map(async (id) => store.read(councilId, undefined, id)));
  return items.some((item) => item !== undefined);
}

/** What the index still says of an alert that has ended, or never was, is taken out of it. */
async function forget({ at, due }: DueItem, { table }: EngineParts): Promise<void> {
  await table.transact([notDueOperation(at, due)]);
}

async function keepStep({ kept, person, situation }: Read, after: Alert, operations: readonly Operation[], { store }: EngineParts): Promise<'done' | 'refused' | 'unknown'> {
  const board = person === undefined ? undefined : keepBoard(person.record.alertBoard, kept.alert, after, situation.now, situation.zone);
  const isBoardSame = board === undefined || person === undefined || JSON.stringify(board) === JSON.stringify(person.record.alertBoard);
  const result = await store.keep([{ before: kept, after }], { ...(person !== undefined && { record: person.record }), ...(!isBoardSame && { board }), operations });
  return result.kind;
}

/** Sends, then writes each outcome on the alert as it is by then: it may have been answered in between. */
async function sendAndWrite(due: AlertDue, claimed: Alert, step: Extract<Step, { do: 'tell' }>, { person, council, situation }: Read, parts: EngineParts): Promise<void> {
  const sent = await sendAll(claimed, step, { person, council, wording: situation.rule.wording }, parts);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const read = await readAll(due, parts);
    if (read === undefined) return;
    const written = sent.reduce((alert, { attemptId, fence, outcome }) => writeOutcome(alert, { attemptId, fence }, outcome, parts.clock()), read.kept.alert);
    if (written === read.kept.alert) return;
    const after = isOpen(written) ? moveOn(written, read.situation) : written;
    const result = await keepStep(read, after, [], parts);
    if (result === 'done') {
      if (after.answer !== undefined) await silenceEverywhere(after, { reach: read.person?.reach, desk: read.council.desk }, 'end:answered', parts);
      return;
    }
    await parts.wait(20 * 2 ** tries);
  }
  // The lease runs out and it is looked at again.
  parts.log.event('outcome-not-kept', { kind: claimed.kind, sent: sent.length });
}

const mostTries = 5;
