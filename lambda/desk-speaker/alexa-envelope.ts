import type { RequestEnvelope, Slot } from 'ask-sdk-model';
import type { Instant } from '../../models/shared/index.ts';
import { deskEndpoint } from './desk-reminders.ts';

export type Device = 'speaker' | 'screen' | 'tv';

/** A speaker on the desk instead of in the home: who it is, and the conversation it is in. */
export interface DeskConversation {
  readonly skillId: string;
  readonly alexaId: string;
  readonly sessionId: string;
  readonly isNew: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly device: Device;
  readonly at: Instant;
  readonly requestId: string;
  /** Where this speaker's reminders are kept; our own place, unless said otherwise. */
  readonly apiEndpoint?: string;
}

export type DeskRequest =
  | { readonly kind: 'launch' }
  | { readonly kind: 'intent'; readonly name: string; readonly slots: Readonly<Record<string, Slot>>; readonly confidence: number; readonly guesses?: readonly { readonly intent: string; readonly confidence: number }[] }
  /** Amazon's own question whether reminders are allowed, and what came of it. */
  | { readonly kind: 'permission'; readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED'; readonly scope: string; readonly token: string }
  /** A message of our own that comes back through Amazon, with nobody talking. */
  | { readonly kind: 'message'; readonly message: Readonly<Record<string, string>> }
  | { readonly kind: 'press'; readonly token: string; readonly arguments: readonly unknown[] };

/** The same envelope that Amazon sends, from a speaker of our own. */
export function alexaEnvelope(conversation: DeskConversation, said: DeskRequest): RequestEnvelope {
  const { skillId, alexaId, sessionId, isNew, attributes, device, at, requestId, apiEndpoint = deskEndpoint } = conversation;
  const application = { applicationId: skillId };
  const user = { userId: alexaId };
  const common = { requestId, timestamp: new Date(at).toISOString(), locale: 'en-GB' };
  return {
    version: '1.0',
    ...(said.kind !== 'message' && { session: { new: isNew, sessionId, application, user, attributes: { ...attributes } } }),
    context: {
      System: {
        application, user, apiEndpoint, apiAccessToken: alexaId,
        device: { deviceId: `desk-${device}`, supportedInterfaces: device === 'speaker' ? {} : { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } } },
      },
      ...(device !== 'speaker' && { Viewport: viewports[device] }),
    },
    request: requestFor(common, said),
  } as unknown as RequestEnvelope;
}

const viewports = {
  screen: { mode: 'HUB', shape: 'RECTANGLE', pixelWidth: 1280, pixelHeight: 800, dpi: 160, touch: ['SINGLE'] },
  tv: { mode: 'TV', shape: 'RECTANGLE', pixelWidth: 1920, pixelHeight: 1080, dpi: 320, keyboard: ['DIRECTION'] },
} as const;

function requestFor(common: object, said: DeskRequest): object {
  if (said.kind === 'launch') return { type: 'LaunchRequest', ...common };
  if (said.kind === 'message') return { type: 'Messaging.MessageReceived', ...common, message: said.message };
  if (said.kind === 'press') return { type: 'Alexa.Presentation.APL.UserEvent', ...common, token: said.token, arguments: said.arguments, source: {}, components: {} };
  if (said.kind === 'permission') {
    const payload = { permissionScope: said.scope, status: said.status, isCardThrown: false };
    return { type: 'Connections.Response', ...common, name: 'AskFor', status: { code: '200', message: 'OK' }, payload, token: said.token };
  }
  return { type: 'IntentRequest', ...common, dialogState: 'COMPLETED', intent: { name: said.name, confirmationStatus: 'NONE', slots: said.slots, confidence: said.confidence, ...(said.guesses !== undefined && { guesses: said.guesses }) } };
}
