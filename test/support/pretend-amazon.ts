// Keeps one promise: Amazon's Reminders API can be made to answer anything, slowly or not at all, while it keeps count of what it really holds.
import type { services } from 'ask-sdk-model';
import { CareError } from '../../skill/care-error.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** A status and a code instead of the true answer; or silence, before or after doing what was asked. */
export type Instead = { readonly status: number; readonly code?: string } | 'silence' | 'silence-after-doing';

export interface PretendAmazon {
  readonly api: services.ApiClient;
  /** The reminders it holds, as they were sent. */
  readonly alerts: Map<string, { readonly body: services.reminderManagement.ReminderRequest; readonly createdTime: string }>;
  readonly calls: string[];
  /** From now on answers this way to a method; `undefined`: truly again. */
  answer(method: Method, instead: Instead | undefined): void;
}

/** Everything is allowed and kept in memory, unless a test says otherwise. */
export function pretendAmazon(now = '2026-12-01T08:00:01.002Z'): PretendAmazon {
  const alerts: PretendAmazon['alerts'] = new Map();
  const calls: string[] = [];
  const instead = new Map<string, Instead>();
  let made = 0;
  const truly = (method: string, token: string, body: string | undefined): services.ApiClientResponse => {
    if (method === 'POST') {
      const alertToken = `token-${(made += 1)}`;
      alerts.set(alertToken, { body: JSON.parse(body ?? '') as services.reminderManagement.ReminderRequest, createdTime: now });
      return reply(200, { alertToken, createdTime: now, updatedTime: now, status: 'ON', version: '1', href: `/v1/alerts/reminders/${alertToken}` });
    }
    if (method === 'PUT') {
      const before = alerts.get(token);
      if (before === undefined) return reply(404, { code: 'ALERT_NOT_FOUND', message: '' });
      alerts.set(token, { ...before, body: JSON.parse(body ?? '') as services.reminderManagement.ReminderRequest });
      return reply(200, { alertToken: token, createdTime: before.createdTime, updatedTime: now, status: 'ON', version: '2', href: `/v1/alerts/reminders/${token}` });
    }
    if (method === 'DELETE') return alerts.delete(token) ? reply(200, {}) : reply(404, { code: 'ALERT_NOT_FOUND', message: '' });
    return reply(200, { totalCount: String(alerts.size), links: null, alerts: [...alerts].map(([alertToken, each]) => ({ alertToken, createdTime: each.createdTime, status: 'ON', version: '1' })) });
  };
  return {
    alerts, calls,
    answer: (method, other) => { if (other === undefined) instead.delete(method); else instead.set(method, other); },
    api: {
      invoke: ({ method, url, body }) => {
        const token = decodeURIComponent(url.split('/reminders/')[1] ?? '');
        calls.push(`${method}${token === '' ? '' : ` ${token}`}`);
        const other = instead.get(method);
        if (other === 'silence-after-doing') truly(method, token, body);
        if (other === 'silence' || other === 'silence-after-doing') return Promise.reject(new CareError('amazon-api-slow', 'No answer in time'));
        return Promise.resolve(other === undefined ? truly(method, token, body) : reply(other.status, { code: other.code ?? 'SOMETHING', message: '' }));
      },
    },
  };
}

const reply = (statusCode: number, body: object): services.ApiClientResponse => ({ statusCode, headers: [], body: JSON.stringify(body) });
