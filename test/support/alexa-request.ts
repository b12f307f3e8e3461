// Keeps one promise: every kind of request Alexa can send can be made in one line, true to shape.
import type { RequestEnvelope } from 'ask-sdk-model';
import { envelopeFor, eventEnvelopeFor, skillId, usualTime, type From } from './alexa-caller.ts';
import { slotsFor, type SaidSlot } from './alexa-slots.ts';

export { skillId, type Device, type From } from './alexa-caller.ts';
export type { OwnSlot, SaidSlot } from './alexa-slots.ts';

/** "Alexa, open my care." */
export function launchRequest(from: From = {}): RequestEnvelope {
  return inTalk('LaunchRequest', {}, from);
}

/** A routine or another skill starts one of our tasks. */
export function taskRequest(task: string, input: object = {}, from: From = {}): RequestEnvelope {
  const name = task.includes('.') ? task : `${from.applicationId ?? skillId}.${task}`;
  return inTalk('LaunchRequest', { task: { name, version: '1', input } }, from);
}

export function intentRequest(name: string, slots: Readonly<Record<string, SaidSlot>> = {}, from: From = {}): RequestEnvelope {
  const dialog = Object.keys(slots).length === 0 ? {} : { dialogState: 'STARTED' };
  return inTalk('IntentRequest', { ...dialog, intent: { name, confirmationStatus: 'NONE', slots: slotsFor(slots) } }, from);
}

/** Another skill or Alexa asks whether we could help with this. Nobody is spoken to. */
export function canFulfillRequest(name: string, slots: Readonly<Record<string, SaidSlot>> = {}, from: From = {}): RequestEnvelope {
  return inTalk('CanFulfillIntentRequest', { intent: { name, confirmationStatus: 'NONE', slots: slotsFor(slots) } }, from);
}

export function sessionEndedRequest(reason: 'USER_INITIATED' | 'ERROR' | 'EXCEEDED_MAX_REPROMPTS' = 'USER_INITIATED', from: From = {}): RequestEnvelope {
  const error = reason === 'ERROR' ? { error: { type: 'INVALID_RESPONSE', message: 'The target device does not support directives.' } } : {};
  return inTalk('SessionEndedRequest', { reason, ...error }, { isNew: false, ...from });
}

/** Alexa hands the conversation back, for example after a spoken PIN. */
export function sessionResumedRequest(token: string, result: object, status: Status = done, from: From = {}): RequestEnvelope {
  return inTalk('SessionResumedRequest', { cause: { type: 'ConnectionCompleted', token, status, result } }, { isNew: false, ...from });
}

/** The answer to "may we set reminders?" and the like. */
export function connectionsResponse(name: string, payload: object, token: string, status: Status = done, from: From = {}): RequestEnvelope {
  return inTalk('Connections.Response', { name, status, payload, token }, { isNew: false, ...from });
}

/** Somebody pressed an item on the screen, or chose it with the remote control. */
export function screenPressed(args: readonly unknown[], from: From = {}): RequestEnvelope {
  const id = typeof args[1] === 'string' ? args[1] : '';
  const request = { token: 'my-care-list', arguments: args, source: { type: 'TouchWrapper', handler: 'Press', id }, components: {} };
  return inTalk('Alexa.Presentation.APL.UserEvent', request, { device: 'hub', isNew: false, ...from });
}

export function screenFault(from: From = {}): RequestEnvelope {
  const errors = [{ type: 'LIST_ERROR', reason: 'INVALID_LIST_INDEX', listId: 'visits', message: 'No such item' }];
  return inTalk('Alexa.Presentation.APL.RuntimeError', { token: 'my-care-list', errors }, { device: 'hub', isNew: false, ...from });
}

/** `SkillEnabled`, `SkillDisabled`, `SkillAccountLinked`, `SkillPermissionChanged`, `ProactiveSubscriptionChanged` and so on. */
export function skillEvent(name: string, body?: object, from: From = {}): RequestEnvelope {
  const at = from.at ?? usualTime;
  return asEvent(`AlexaSkillEvent.${name}`, { eventCreationTime: at, eventPublishingTime: at, ...(body && { body }) }, from);
}

/** `ReminderCreated`, `ReminderUpdated`, `ReminderStarted`, `ReminderStatusChanged`, `ReminderDeleted`. */
export function reminderEvent(name: string, body: object, from: From = {}): RequestEnvelope {
  return asEvent(`Reminders.${name}`, { body }, from);
}

/** A message that our own service sent to the skill. */
export function messageReceived(message: Readonly<Record<string, string>>, from: From = {}): RequestEnvelope {
  return asEvent('Messaging.MessageReceived', { message }, from);
}

/** A type that Amazon has not thought of yet. */
export function unknownRequest(type = 'Alexa.Something.New', from: From = {}): RequestEnvelope {
  return inTalk(type, { novelty: { deeply: ['nested'] } }, from);
}

/** The same request with one part left out: `session`, `context.System.device`, `request.locale`. */
export function without(envelope: RequestEnvelope, path: string): RequestEnvelope {
  const copy = structuredClone(envelope) as unknown as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], copy);
  if (holder === null || typeof holder !== 'object' || !(last in holder)) throw new Error(`The request has no ${path} to leave out`);
  Reflect.deleteProperty(holder, last);
  return copy as unknown as RequestEnvelope;
}

interface Status { readonly code: string; readonly message: string }
const done: Status = { code: '200', message: 'OK' };
let requestsMade = 0;

const inTalk = (type: string, fields: object, from: From): RequestEnvelope => envelopeFor({ ...head(type, from), ...fields }, from);
const asEvent = (type: string, fields: object, from: From): RequestEnvelope => eventEnvelopeFor({ ...head(type, from), ...fields }, from);

function head(type: string, from: From): object {
  requestsMade += 1;
  const count = String(requestsMade).padStart(12, '0');
  const requestId = from.requestId ?? `amzn1.echo-api.request.00000000-0000-4000-8000-${count}`;
  return { type, requestId, timestamp: from.at ?? usualTime, locale: from.locale ?? 'en-GB' };
}
