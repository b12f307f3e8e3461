import type { services } from 'ask-sdk-model';
import * as z from 'zod';
import { isLocalDate, isLocalTime, toInstant, type Clock } from '../../models/shared/index.ts';
import type { OwnSpeakers } from '../alexa/speaker-reminders.ts';
import { everyRow } from '../store/every-row.ts';
import { deskAlertsPartition } from '../store/keys.ts';
import { documentOf, valueIn } from '../store/row-document.ts';
import type { Table } from '../store/table.ts';

/** Where our own speakers say their reminders are kept. Nothing answers there: it never leaves the process. */
export const deskEndpoint = 'https://desk-speaker.invalid';

interface Needs { readonly table: Table; readonly clock: Clock; readonly newId: () => string }

/** The Reminders API for speakers of our own, with the answers Amazon documents. What it keeps lies in the store, and does not ring yet. */
export function deskReminders(needs: Needs): OwnSpeakers {
  return {
    endpoint: deskEndpoint,
    api: {
      invoke: async ({ method, url, headers, body }) => {
        const alexaId = /^Bearer (.+)$/.exec(headers.find(({ key }) => key.toLowerCase() === 'authorization')?.value ?? '')?.[1];
        const [, token] = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/.exec(new URL(url).pathname) ?? [];
        if (alexaId === undefined || !(await isAllowed(needs.table, alexaId))) return answer(401, { code: 'ACCESS_DENIED', message: 'ACCESS_NOT_REQUESTED' });
        if (method === 'POST') return create(needs, alexaId, body ?? '');
        if (method === 'PUT') return change(needs, alexaId, decodeURIComponent(token ?? ''), body ?? '');
        return method === 'DELETE' ? remove(needs, alexaId, decodeURIComponent(token ?? '')) : list(needs, alexaId);
      },
    },
  };
}

/** What "I approve" does: this speaker may have reminders from now on. */
export async function approveReminders(table: Table, alexaId: string): Promise<void> {
  await table.transact([{ do: 'put', row: { pk: deskAlertsPartition(alexaId), sk: 'permission', version: 1, doc: documentOf({}) }, when: [] }]);
}

async function isAllowed(table: Table, alexaId: string): Promise<boolean> {
  return await table.get({ pk: deskAlertsPartition(alexaId), sk: 'permission' }) !== undefined;
}

const wallTime = z.string().refine((text) => isLocalDate(text.slice(0, 10)) && isLocalTime(text.slice(11, 16)) && /^.{10}T.{5}:\d\d\.\d{3}$/.test(text));
const asked = z.looseObject({
  requestTime: wallTime,
  trigger: z.looseObject({
    type: z.literal('SCHEDULED_ABSOLUTE'), scheduledTime: wallTime, timeZoneId: z.string(),
    recurrence: z.object({ startDateTime: wallTime, recurrenceRules: z.array(z.string().regex(/^FREQ=(DAILY|WEEKLY;BYDAY=[A-Z]{2});BYHOUR=\d+;BYMINUTE=\d+;BYSECOND=0;INTERVAL=1;$/)).min(1) }).optional(),
  }),
});
const alert = z.looseObject({ alertToken: z.string(), createdTime: z.string(), version: z.string(), trigger: asked.shape.trigger });

async function create({ table, clock, newId }: Needs, alexaId: string, body: string): Promise<services.ApiClientResponse> {
  const read = asked.safeParse(JSON.parse(body));
  if (!read.success) return answer(400, { code: 'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT', message: read.error.issues[0]?.path.join('.') ?? '' });
  const createdTime = new Date(clock()).toISOString();
  const made = { alertToken: newId(), createdTime, updatedTime: createdTime, status: 'ON', version: '1' };
  await table.transact([{ do: 'put', row: { pk: deskAlertsPartition(alexaId), sk: `alert#${made.alertToken}`, version: 1, doc: documentOf({ ...read.data, ...made }) }, when: [{ if: 'absent' }] }]);
  return answer(200, { ...made, href: `/v1/alerts/reminders/${made.alertToken}` });
}

async function change({ table, clock }: Needs, alexaId: string, token: string, body: string): Promise<services.ApiClientResponse> {
  const key = { pk: deskAlertsPartition(alexaId), sk: `alert#${token}` };
  const [row, read] = [await table.get(key), asked.safeParse(JSON.parse(body))];
  if (row === undefined) return answer(404, { code: 'ALERT_NOT_FOUND', message: token });
  if (!read.success) return answer(400, { code: 'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT', message: read.error.issues[0]?.path.join('.') ?? '' });
  const { alertToken, createdTime, version } = valueIn(row, () => alert);
  const made = { alertToken, createdTime, updatedTime: new Date(clock()).toISOString(), status: 'ON', version: String(Number(version) + 1) };
  await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentOf({ ...read.data, ...made }) }, when: [{ if: 'version-is', version: row.version }] }]);
  return answer(200, { ...made, href: `/v1/alerts/reminders/${alertToken}` });
}

async function list({ table, clock }: Needs, alexaId: string): Promise<services.ApiClientResponse> {
  const rows = await everyRow(table, { by: 'pk', pk: deskAlertsPartition(alexaId), from: 'alert#', to: 'alert#~' });
  const alerts = rows.map((row) => valueIn(row, () => alert)).map((each) => ({ ...each, status: isOver(each.trigger, clock) ? 'COMPLETED' : 'ON' }));
  return answer(200, { totalCount: String(alerts.length), alerts, links: null });
}

async function remove({ table }: Needs, alexaId: string, token: string): Promise<services.ApiClientResponse> {
  const key = { pk: deskAlertsPartition(alexaId), sk: `alert#${token}` };
  if (await table.get(key) === undefined) return answer(404, { code: 'ALERT_NOT_FOUND', message: token });
  await table.transact([{ do: 'delete', key, when: [] }]);
  return answer(200, {});
}

function isOver({ scheduledTime, timeZoneId, recurrence }: z.infer<typeof asked>['trigger'], clock: Clock): boolean {
  const [day, time] = [scheduledTime.slice(0, 10), scheduledTime.slice(11, 16)];
  return recurrence === undefined && isLocalDate(day) && isLocalTime(time) && toInstant(day, time, timeZoneId) <= clock();
}

const answer = (statusCode: number, body: object): services.ApiClientResponse => ({ statusCode, headers: [], body: JSON.stringify(body) });

/** Whoever has left has no reminders on a speaker of our own any more. */
export async function removeReminders(table: Table, alexaId: string): Promise<void> {
  const rows = await everyRow(table, { by: 'pk', pk: deskAlertsPartition(alexaId) });
  for (let from = 0; from < rows.length; from += atOnce) await table.transact(rows.slice(from, from + atOnce).map(({ pk, sk }) => ({ do: 'delete', key: { pk, sk }, when: [] })));
}

const atOnce = 90;
