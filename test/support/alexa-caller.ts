// Keeps one promise: the envelope round a request is what a British Alexa device sends through the European endpoint.
import type { Context, RequestEnvelope, Session } from 'ask-sdk-model';

export const skillId = 'amzn1.ask.skill.11111111-2222-4333-8444-555555555555';
export const amazonsToken = 'an-access-token-of-this-conversation';

/** Who is speaking, from which device, in the middle of what. Everything has a plain default. */
export interface From {
  readonly userId?: string;
  readonly device?: Device;
  readonly deviceId?: string;
  /** A voice that Alexa knows. */
  readonly personId?: string;
  /** A provider-managed room (Alexa Smart Properties). */
  readonly unitId?: string;
  readonly accessToken?: string;
  readonly scopes?: Readonly<Record<string, 'GRANTED' | 'DENIED'>>;
  readonly sessionId?: string;
  readonly isNew?: boolean;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** When it was said: an ISO time in UTC. */
  readonly at?: string;
  readonly requestId?: string;
  readonly locale?: string;
  readonly applicationId?: string;
}

export type Device = 'none' | 'hub' | 'tv';
export const usualTime = '2026-12-01T08:00:00Z';
const usualUser = 'amzn1.ask.account.MARGARET';

/** The parts Alexa sends round every request, with a conversation going on. */
export function envelopeFor(request: object, from: From): RequestEnvelope {
  return { version: '1.0', session: sessionFor(from), context: contextFor(from), request } as unknown as RequestEnvelope;
}

/** As for skill events, reminders and messages: no conversation, no device. */
export function eventEnvelopeFor(request: object, from: From): RequestEnvelope {
  const { application, user, apiEndpoint, apiAccessToken } = contextFor(from).System;
  return { version: '1.0', context: { System: { application, user, apiEndpoint, apiAccessToken } }, request } as unknown as RequestEnvelope;
}

function sessionFor(from: From): Session {
  const { application, user } = contextFor(from).System;
  return {
    new: from.isNew ?? true,
    sessionId: from.sessionId ?? 'amzn1.echo-api.session.00000000-0000-4000-8000-000000000001',
    application, user, attributes: { ...from.attributes },
  };
}

function contextFor(from: From): Context {
  const permissions = from.scopes && { scopes: Object.fromEntries(Object.entries(from.scopes).map(([scope, status]) => [scope, { status }])) };
  const screen = screens[from.device ?? 'none'];
  return {
    System: {
      application: { applicationId: from.applicationId ?? skillId },
      user: { userId: from.userId ?? usualUser, ...(from.accessToken && { accessToken: from.accessToken }), ...(permissions && { permissions }) },
      device: { deviceId: from.deviceId ?? 'amzn1.ask.device.KITCHEN', supportedInterfaces: screen === undefined ? {} : { 'Alexa.Presentation.APL': screen.apl } },
      ...(from.personId && { person: { personId: from.personId } }),
      ...(from.unitId && { unit: { unitId: from.unitId, persistentUnitId: `${from.unitId}.kept` } }),
      apiEndpoint: 'https://api.eu.amazonalexa.com',
      apiAccessToken: amazonsToken,
    },
    ...(screen && { Viewport: screen.viewport, Viewports: [screen.typed] }),
  } as unknown as Context;
}

const apl = { runtime: { maxVersion: '2024.3' } };
const screens: Readonly<Record<Device, { apl: object; viewport: object; typed: object } | undefined>> = {
  none: undefined,
  hub: {
    apl,
    viewport: {
      mode: 'HUB', shape: 'RECTANGLE', pixelWidth: 1280, pixelHeight: 800, currentPixelWidth: 1280, currentPixelHeight: 800, dpi: 160, touch: ['SINGLE'],
      experiences: [{ canRotate: false, canResize: false }], video: { codecs: ['H_264_42', 'H_264_41'] },
    },
    typed: { type: 'APL', id: 'main', shape: 'RECTANGLE', dpi: 160, presentationType: 'STANDARD', canRotate: false, configuration: { current: { mode: 'HUB' } } },
  },
  tv: {
    apl,
    viewport: {
      mode: 'TV', shape: 'RECTANGLE', pixelWidth: 1920, pixelHeight: 1080, currentPixelWidth: 1920, currentPixelHeight: 1080, dpi: 320, keyboard: ['DIRECTION'],
      experiences: [{ canRotate: false, canResize: false }], video: { codecs: ['H_264_42', 'H_264_41'] },
    },
    typed: { type: 'APL', id: 'main', shape: 'RECTANGLE', dpi: 320, presentationType: 'STANDARD', canRotate: false, configuration: { current: { mode: 'TV' } } },
  },
};
