import type { RequestEnvelope, services } from 'ask-sdk-model';
import type { SkillLog } from '../../skill/index.ts';
import type { ChangeResult, ListResult, SetResult, SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';
import { alertsIn, codeIn, reminderRequest, setIn } from './reminder-bodies.ts';

/** Speakers of our own that answer as Amazon's do, at an address of their own. They do not ring. */
export interface OwnSpeakers { readonly endpoint: string; readonly api: services.ApiClient }

interface Needs { readonly amazon: services.ApiClient; readonly own?: OwnSpeakers; readonly log: SkillLog }

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Reply = services.ApiClientResponse | 'nothing-sent' | 'no-answer';

const path = '/v1/alerts/reminders';

/** Amazon's Reminders API for the speaker a request came from: at the address and with the token that came with it. */
export function speakerReminders(needs: Needs): (envelope: RequestEnvelope) => SpeakerReminders {
  return (envelope) => {
    const call = callerFor(needs, envelope);
    return {
      rings: needs.own === undefined || endpointIn(envelope) !== needs.own.endpoint,
      set: async (reminder) => setResult(await call('POST', path, JSON.stringify(reminderRequest(reminder))), needs.log),
      list: async () => listResult(await call('GET', path)),
      change: async (token, reminder) => changeResult(await call('PUT', `${path}/${encodeURIComponent(token)}`, JSON.stringify(reminderRequest(reminder)))),
      stop: async (token) => {
        const reply = await call('DELETE', `${path}/${encodeURIComponent(token)}`);
        return typeof reply !== 'string' && (isGood(reply) || reply.statusCode === 404) ? 'stopped' : 'not-stopped';
      },
    };
  };
}

/** A call either has an answer, was not made at all, or may have been heard. None throws: a person is waiting. */
function callerFor({ amazon, own, log }: Needs, envelope: RequestEnvelope): (method: Method, at: string, body?: string) => Promise<Reply> {
  return async (method, at, body) => {
    const endpoint = endpointIn(envelope);
    const token = systemIn(envelope)?.apiAccessToken;
    if (endpoint === undefined || token === undefined) return 'nothing-sent';
    const headers = [{ key: 'Authorization', value: `Bearer ${token}` }, ...(body === undefined ? [] : [{ key: 'Content-Type', value: 'application/json' }])];
    try {
      return await (endpoint === own?.endpoint ? own.api : amazon).invoke({ method, url: `${endpoint}${at}`, headers, ...(body !== undefined && { body }) });
    } catch (cause) {
      const { code } = cause as { readonly code?: unknown };
      log.fault('reminders-not-answered', { method, code: String(code) }, cause);
      return code === 'amazon-api-elsewhere' ? 'nothing-sent' : 'no-answer';
    }
  };
}

function setResult(reply: Reply, log: SkillLog): SetResult {
  if (reply === 'nothing-sent') return { kind: 'refused' };
  if (reply === 'no-answer' || reply.statusCode >= 500) return { kind: 'unknown' };
  if (isGood(reply)) {
    const set = setIn(reply.body);
    return set === undefined ? { kind: 'unknown' } : { kind: 'set', ...set };
  }
  const code = codeIn(reply.body);
  if (reply.statusCode === 403 && code === 'DEVICE_NOT_SUPPORTED') return { kind: 'cannot' };
  if (code === 'MAX_REMINDERS_EXCEEDED') return { kind: 'too-many' };
  if (isForbidden(reply)) return { kind: 'not-allowed' };
  if (reply.statusCode === 429) return { kind: 'busy' };
  log.fault('reminder-refused', { status: reply.statusCode, code: code ?? 'none' }, undefined);
  return { kind: 'refused' };
}

function changeResult(reply: Reply): ChangeResult {
  const changed = typeof reply !== 'string' && isGood(reply) ? setIn(reply.body) : undefined;
  return changed === undefined ? { kind: 'not-changed' } : { kind: 'changed', version: changed.version };
}

function listResult(reply: Reply): ListResult {
  if (typeof reply === 'string') return { kind: 'no-answer' };
  if (isForbidden(reply)) return { kind: 'not-allowed' };
  const listed = isGood(reply) ? alertsIn(reply.body) : undefined;
  return listed === undefined ? { kind: 'no-answer' } : { kind: 'listed', ...listed };
}

const isGood = ({ statusCode }: services.ApiClientResponse) => statusCode >= 200 && statusCode < 300;
const isForbidden = ({ statusCode }: services.ApiClientResponse) => statusCode === 401 || statusCode === 403;

/** Any part of a request may be missing. */
function systemIn(envelope: RequestEnvelope): { readonly apiEndpoint?: string; readonly apiAccessToken?: string } | undefined {
  return (envelope as { readonly context?: { readonly System?: { readonly apiEndpoint?: string; readonly apiAccessToken?: string } } }).context?.System;
}
const endpointIn = (envelope: RequestEnvelope) => systemIn(envelope)?.apiEndpoint?.replace(/\/$/, '');
