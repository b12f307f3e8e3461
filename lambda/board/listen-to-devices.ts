import * as z from 'zod/mini';
import { alertKinds, answerWords } from '../../models/alert/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { Clock } from '../../models/shared/index.ts';
import type { AlertDesk } from '../alerts/alert-desk.ts';
import { readAttemptReference } from '../alerts/attempt-reference.ts';
import type { EngineLog } from '../alerts/engine-parts.ts';
import type { DeviceBus, DeviceSaid, ToDevices } from '../bus/device-bus.ts';
import { discoveryOf } from '../bus/home-assistant-discovery.ts';
import { eventTypeOf, over } from '../channels/board.ts';
import type { Device, KnownDevices } from '../store/known-devices.ts';
import { keepBoardAnswers } from './board-answers.ts';
import { boardState, shownOf } from './board-state.ts';
import type { DeviceAcks } from './device-acks.ts';

/** What is needed to deal with what a device said. */
export interface Hearing {
  readonly bus: ToDevices;
  readonly devices: Pick<KnownDevices, 'find'>;
  readonly acks: DeviceAcks;
  readonly alerts: Pick<AlertDesk, 'answer' | 'find' | 'receipt'>;
  readonly records: Pick<PersonRecords, 'byPerson' | 'save'>;
  readonly clock: Clock;
}

const acknowledged = z.object({ attemptId: z.string().check(z.maxLength(300)), proof: z.enum(['shown', 'spoken']) });
const answered = z.object({ alertId: z.string().check(z.maxLength(200)), word: z.enum(answerWords) });

/** Answers what devices say: a board that has just come on is told how things stand; an answer closes the alert for everybody. */
export function listenToDevices(needs: Hearing & { readonly bus: DeviceBus; readonly log: EngineLog }): void {
  const { bus, log } = needs;
  const here = new Set<string>();
  bus.onSaid((said) => {
    if (said.leaf === 'availability') here[said.payload === 'online' ? 'add' : 'delete'](said.deviceId);
    void hearDevice(said, needs).catch((cause: unknown) => { log.fault('device-not-heard', { leaf: said.leaf }, cause); });
  });
  bus.onHomeAssistantStart(() => { for (const deviceId of here) void discover(deviceId, needs).catch((cause: unknown) => { log.fault('device-not-heard', { leaf: 'status' }, cause); }); });
}

/** Deals with one thing that a device said. Throws when it cannot be: whoever brought it may bring it again. */
export async function hearDevice({ deviceId, leaf, payload }: DeviceSaid, needs: Hearing): Promise<void> {
  const device = await needs.devices.find(deviceId);
  if (device === undefined) return;
  switch (leaf) {
    case 'availability': return payload === 'online' ? discover(deviceId, needs) : undefined;
    case 'hello': return tellState(device, needs);
    case 'ack': return acknowledge(device, payload, needs);
    case 'answer': return answer(device, payload, needs);
    case 'press': return press(device, needs);
    case 'wellbeing': return takeAnswers(device, payload, needs);
    default: return undefined;
  }
}

/** How things stand for one screen. */
async function tellState(device: Device, { bus, records, clock }: Pick<Hearing, 'bus' | 'clock'> & { readonly records: Pick<PersonRecords, 'byPerson'> }): Promise<void> {
  const record = await records.byPerson(device.councilId, device.personId);
  if (record === undefined) return;
  const state = boardState(record, device.shows, clock());
  if (device.kind === 'board') await bus.say(device.deviceId, 'state', state);
  else await bus.say(device.deviceId, 'next', { start: state.next?.startsAt ?? null });
}

/** A Home Assistant has come on, or has started anew: what it shows of us, and how things stand. */
export async function discover(deviceId: string, needs: Hearing): Promise<void> {
  const device = await needs.devices.find(deviceId);
  if (device?.kind !== 'home-assistant') return;
  const { topic, payload } = discoveryOf(deviceId, [...Object.keys(alertKinds).map(eventTypeOf), over]);
  await needs.bus.publish(topic, payload, true);
  await tellState(device, needs);
  await tellWhatFailed(device, needs);
}

/** What could not be told to this home while it was away, and still waits. A board hears it with how things stand. */
async function tellWhatFailed({ councilId, personId, deviceId, shows }: Device, { alerts, records, bus, clock }: Hearing): Promise<void> {
  const record = await records.byPerson(councilId, personId);
  for (const { id, isOpen: isStillOpen, isForPerson } of record?.alertBoard.alerts ?? []) {
    const alert = isStillOpen && isForPerson ? await alerts.find({ councilId, personId, alertId: id }) : undefined;
    if (alert?.attempts.findLast(({ channel }) => channel === 'home-assistant')?.state !== 'failed') continue;
    const { title, text } = shownOf(wordingOf(alert, record, { kind: 'person' }, clock(), true), shows);
    await bus.say(deviceId, 'alert', { event_type: eventTypeOf(alert.kind), id, title, text, urgency: alert.urgency, is_again: true });
  }
}

/** A device proves only what was sent to its own person. */
async function acknowledge(device: Device, payload: string, { acks, alerts }: Hearing): Promise<void> {
  const read = acknowledged.safeParse(jsonIn(payload));
  if (!read.success) return;
  const { attemptId, proof } = read.data;
  if (!isOf(device, readAttemptReference(attemptId))) return;
  // The first word settles the notification; what follows ("spoken" after "shown") is written beside it.
  if (!acks.heard(attemptId, device.deviceId, proof)) await alerts.receipt(attemptId, proof);
}

async function answer(device: Device, payload: string, { alerts, bus, clock, ...needs }: Hearing): Promise<void> {
  const read = answered.safeParse(jsonIn(payload));
  if (!read.success) return;
  const { alertId, word } = read.data;
  const { councilId, personId } = device;
  const result = await alerts.answer({ councilId, personId, alertId }, { by: { kind: 'person' }, word, at: clock(), through: device.kind });
  // Answered or over before: either way this screen may fall quiet, whoever else was told.
  if (result.kind === 'answered' || result.kind === 'already-over') await bus.say(device.deviceId, 'alert', { event_type: over, id: alertId });
  await tellState(device, { bus, clock, ...needs });
}

/** What somebody answered of how life is going; the screen is told once it is kept. */
async function takeAnswers(device: Device, payload: string, needs: Hearing): Promise<void> {
  const kept = await keepBoardAnswers(device, jsonIn(payload), needs);
  if (kept !== undefined) await needs.bus.say(device.deviceId, 'alert', { event_type: 'answers-kept', id: kept });
}

/** A plain button with nothing written on it: OK to the newest that waits. */
async function press(device: Device, needs: Hearing): Promise<void> {
  const record = await needs.records.byPerson(device.councilId, device.personId);
  const newest = record?.alertBoard.alerts.findLast((each) => each.isOpen && each.isForPerson && each.kind !== 'help-wanted');
  if (newest !== undefined) await answer(device, JSON.stringify({ alertId: newest.id, word: 'ok' }), needs);
}

function isOf({ councilId, personId }: Device, reference: ReturnType<typeof readAttemptReference>): boolean {
  return reference?.councilId === councilId && reference.personId === personId;
}

function jsonIn(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
