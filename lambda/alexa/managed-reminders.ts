import type { RequestEnvelope, services } from 'ask-sdk-model';
import type { SkillLog } from '../../skill/index.ts';
import type { ChangeResult, ListResult, ReminderToSet, SetResult, SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';
import { codeIn, reminderRequest } from './reminder-bodies.ts';

interface Needs {
  readonly api: services.ApiClient;
  /** A token of the organisation that manages the speakers; undefined when Amazon gives none. */
  readonly token: () => Promise<string | undefined>;
  readonly log: SkillLog;
}

const europe = 'https://api.eu.amazonalexa.com';
const path = '/v2/alerts/reminders';

/**
 * Reminders of a speaker that a council or provider manages: set, changed and stopped at any time, in a conversation or out of it.
 * Source: Alexa Smart Properties, Reminders REST API v2 (requests as Amazon's own asp-cli sends them). Its answers are read with care:
 * where no name of a reminder can be found in one, what became of it is not known.
 */
export function managedReminders({ api, token, log }: Needs): (endpointId: string) => SpeakerReminders {
  return (endpointId) => {
    const recipient = { type: 'Endpoint', id: endpointId };
    const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', at: string, body?: object): Promise<services.ApiClientResponse | 'nothing-sent' | 'no-answer'> => {
      try {
        const bearer = await token();
        if (bearer === undefined) return 'nothing-sent';
        return await api.invoke({ method, url: `${europe}${at}`, headers: [{ key: 'Authorization', value: `Bearer ${bearer}` }, { key: 'Content-Type', value: 'application/json' }], ...(body !== undefined && { body: JSON.stringify(body) }) });
      } catch (cause) {
        log.fault('managed-reminders-not-answered', { method }, cause);
        return 'no-answer';
      }
    };
    return {
      rings: true,
      set: async (reminder) => setResult(await call('POST', path, { recipients: [recipient], ...bodyOf(reminder) }), endpointId, log),
      list: async () => listResult(await call('GET', `${path}?recipient.id=${encodeURIComponent(endpointId)}&recipient.type=Endpoint&owner=~caller`)),
      change: async (reminderId, reminder) => changeResult(await call('PUT', `${path}/${encodeURIComponent(reminderId)}`, { recipient, ...bodyOf(reminder) })),
      stop: async (reminderId) => {
        const reply = await call('DELETE', `${path}/${encodeURIComponent(reminderId)}`);
        return typeof reply !== 'string' && (isGood(reply) || reply.statusCode === 404) ? 'stopped' : 'not-stopped';
      },
    };
  };
}

/** The id of the managed speaker that a request came from; undefined for one that somebody owns. Source: requests of Smart Properties devices carry `unit` and `device.persistentEndpointId`. */
export function managedEndpointIn(envelope: RequestEnvelope): string | undefined {
  const system = (envelope as { readonly context?: { readonly System?: { readonly unit?: unknown; readonly device?: { readonly persistentEndpointId?: unknown } } } }).context?.System;
  const id = system?.device?.persistentEndpointId;
  return system?.unit !== undefined && typeof id === 'string' ? id : undefined;
}

function bodyOf(reminder: ReminderToSet): object {
  const { requestTime, trigger, alertInfo } = reminderRequest(reminder);
  return { requestTime, reminder: { trigger, alertInfo } };
}

type Reply = services.ApiClientResponse | 'nothing-sent' | 'no-answer';

function setResult(reply: Reply, endpointId: string, log: SkillLog): SetResult {
  if (reply === 'nothing-sent') return { kind: 'refused' };
  if (reply === 'no-answer' || reply.statusCode >= 500) return { kind: 'unknown' };
  if (isGood(reply)) {
    const [made] = remindersIn(reply.body);
    return made === undefined ? { kind: 'unknown' } : { kind: 'set', token: made.token, version: made.version, endpointId };
  }
  if (reply.statusCode === 429) return { kind: 'busy' };
  log.fault('managed-reminder-refused', { status: reply.statusCode, code: codeIn(reply.body) ?? 'none' }, undefined);
  return { kind: 'refused' };
}

function listResult(reply: Reply): ListResult {
  if (typeof reply === 'string' || !isGood(reply)) return { kind: 'no-answer' };
  // Whether there are more is not known: what is missing here is not taken to be gone.
  return { kind: 'listed', alerts: remindersIn(reply.body).map(({ token, version, isOn }) => ({ token, version, isOn })), isWhole: false };
}

function changeResult(reply: Reply): ChangeResult {
  if (typeof reply === 'string' || !isGood(reply)) return { kind: 'not-changed' };
  return { kind: 'changed', version: remindersIn(reply.body)[0]?.version ?? '' };
}

interface Named { readonly token: string; readonly version: string; readonly isOn: boolean }

/** Every reminder that an answer names, wherever in it: by `alertToken`, `reminderId` or `id` beside a status or a trigger. */
function remindersIn(body: string | undefined): readonly Named[] {
  const found: Named[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== 'object' || value === null) return;
    const { alertToken, reminderId, id, version, status, trigger } = value as Readonly<Record<string, unknown>>;
    const name = alertToken ?? reminderId ?? (status !== undefined || trigger !== undefined ? id : undefined);
    if (typeof name === 'string' && name !== '') found.push({ token: name, version: typeof version === 'string' ? version : '1', isOn: status !== 'COMPLETED' });
    else for (const each of Object.values(value)) look(each, depth + 1);
  };
  look(parsed(body), 0);
  return found;
}

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

const isGood = ({ statusCode }: services.ApiClientResponse): boolean => statusCode >= 200 && statusCode < 300;
