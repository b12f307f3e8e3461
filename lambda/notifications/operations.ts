import * as z from 'zod';
import { alertIdFrom, type Answer } from '../../models/alert/index.ts';
import { instant, personId as asPersonId } from '../../models/shared/index.ts';
import type { VisitReport } from '../../models/care-visit/index.ts';
import { deviceHeard } from '../alerts/device-heard.ts';
import { readAttemptReference } from '../alerts/attempt-reference.ts';
import { engineLog } from '../alerts/engine-log.ts';
import { reportVisit } from '../alerts/visit-report.ts';
import { textBack } from '../channels/text-back.ts';
import type { Services } from '../services.ts';
import type { ApiKey } from '../store/api-key-rows.ts';
import { operation, type Operation } from './operation.ts';
import { ApiProblem, notFound, notSure } from './problem.ts';
import { settingsOperations } from './settings-operations.ts';
import { alertId, alertList, alertShown, answer, heartbeat, moment, notifyReceipt, notifyText, personId, raise, shown, taken, visitNoted, visitReport } from './schemas.ts';

const at = (written: string) => instant(Date.parse(written));
const aDayMs = 86_400_000;
const mostDays = 31;
const gatewaySilentAfterMinutes = 15;

const whichAlert = z.object({ personId, alertId });

/** Everything that can be asked of the notification API. */
export function operations(services: Services): readonly Operation[] {
  const { records, alerts, clock, table, wake, rules, log } = services;
  const named = (key: Pick<ApiKey, 'councilId'>, path: { personId: string; alertId: string }) => ({ councilId: key.councilId, personId: asPersonId(path.personId), alertId: path.alertId });
  return [
    ...settingsOperations(services),
    operation({
      name: 'reportVisit', method: 'post', path: '/visit-reports', scope: 'visits:write', summary: 'Tell how a visit goes',
      about: 'Confirmed, moved, on the way, running late, started, left, completed, missed or cancelled. Whoever should know is told. Reports may come late, twice and out of order: what cannot be so any more is refused, and nothing is lost.',
      body: visitReport, answers: { 200: { about: 'Noted', schema: visitNoted } },
      handle: async ({ body, key, requestId }) => {
        const person = asPersonId(body.personId);
        const record = await records.byPerson(key.councilId, person);
        // A provider speaks of its own visits only; whether the person is there is none of its business.
        if (record === undefined || (key.providerId !== undefined && record.visitBook.provider.id !== key.providerId)) throw notFound();
        const { personId: _, at: when, ...said } = body;
        const outcome = await reportVisit({ councilId: key.councilId, personId: person, report: { ...said, at: at(when) } as VisitReport, idempotencyKey: `api-${key.id}-${requestId}` }, { table, records, alerts, clock, wake, log: engineLog(log), rules: await rules.of(key.councilId) });
        switch (outcome.kind) {
          case 'noted': return { status: 200, body: { visitId: outcome.visit.id, status: outcome.visit.status, alerts: outcome.alerts.length } };
          case 'unknown': throw notSure();
          case 'no-such-person': throw notFound();
          case 'refused': break;
        }
        if (outcome.reason === 'no-such-visit') throw notFound();
        if (outcome.reason === 'already-told' && outcome.visit !== undefined) return { status: 200, body: { visitId: outcome.visit.id, status: outcome.visit.status, alerts: 0 } };
        throw new ApiProblem(409, outcome.reason, refusals[outcome.reason] ?? 'That cannot be so, by what we know of the visit.');
      },
    }),
    operation({
      name: 'raiseAlert', method: 'post', path: '/alerts', scope: 'alerts:raise', summary: 'Raise an alert', about: 'Something somebody should know. It is told until a human has answered. The same occurrence raised twice is one alert.',
      body: raise, answers: { 200: { about: 'It was there already', schema: alertShown }, 201: { about: 'Raised', schema: alertShown } },
      handle: async ({ body, key }) => {
        const person = asPersonId(body.personId);
        if (await records.byPerson(key.councilId, person) === undefined) throw notFound();
        const occursAt = at(body.occursAt);
        const plannedFor = body.tellFrom === undefined ? clock() : at(body.tellFrom);
        if (body.expiresAt !== undefined && at(body.expiresAt) <= plannedFor) throw new ApiProblem(400, 'ends-before-it-begins', 'expiresAt is before anybody would be told. Leave it out, or make it later.');
        const result = await alerts.raise({
          councilId: key.councilId, personId: person, kind: body.kind, name: body.name, occursAt, plannedFor,
          facts: body.words === undefined ? {} : { words: body.words }, ...(body.expiresAt !== undefined && { expiresAt: at(body.expiresAt) }),
        });
        if (result.kind === 'unknown') throw notSure();
        return { status: result.kind === 'raised' ? 201 : 200, body: shown(result.alert) };
      },
    }),
    operation({
      name: 'listAlerts', method: 'get', path: '/alerts/{personId}', scope: 'alerts:read', summary: 'Alerts of one person', about: 'By when they occur, oldest first; the last day unless said otherwise, and 31 days at most.',
      pathParts: z.object({ personId }), query: z.object({ from: moment.optional(), to: moment.optional() }), answers: { 200: { about: 'The alerts', schema: alertList } },
      handle: async ({ path, query, key }) => {
        const person = asPersonId(path.personId);
        if (await records.byPerson(key.councilId, person) === undefined) throw notFound();
        const to = query.to === undefined ? instant(clock() + aDayMs) : at(query.to);
        const from = query.from === undefined ? instant(to - 2 * aDayMs) : at(query.from);
        if (to < from || to - from > mostDays * aDayMs) throw new ApiProblem(400, 'too-long', 'Ask for 31 days at most, from before to.');
        return { status: 200, body: { alerts: (await alerts.list(key.councilId, person, alertIdFrom(from), alertIdFrom(to))).map(shown) } };
      },
    }),
    operation({
      name: 'readAlert', method: 'get', path: '/alerts/{personId}/{alertId}', scope: 'alerts:read', summary: 'One alert', about: 'With the proof of each step and why it was told or held.',
      pathParts: whichAlert, answers: { 200: { about: 'The alert', schema: alertShown } },
      handle: async ({ path, key }) => {
        const alert = await alerts.find(named(key, path));
        if (alert === undefined) throw notFound();
        return { status: 200, body: shown(alert) };
      },
    }),
    operation({
      name: 'answerAlert', method: 'post', path: '/alerts/{personId}/{alertId}/answer', scope: 'alerts:answer', summary: 'Answer an alert', about: 'A human has answered: it is over everywhere, and every device falls quiet. Answering again changes nothing.',
      pathParts: whichAlert, body: answer, answers: { 200: { about: 'Over', schema: alertShown } },
      handle: async ({ path, body, key }) => {
        const by: Answer['by'] = typeof body.by === 'string' ? { kind: body.by } : { kind: 'member', memberId: body.by.memberId };
        return settled(await alerts.answer(named(key, path), { by, word: body.word, at: clock(), through: 'api' }));
      },
    }),
    operation({
      name: 'cancelAlert', method: 'post', path: '/alerts/{personId}/{alertId}/cancel', scope: 'alerts:raise', summary: 'Take an alert back', about: 'It is no longer so. Every device falls quiet.',
      pathParts: whichAlert, answers: { 200: { about: 'Over', schema: alertShown } },
      handle: async ({ path, key }) => settled(await alerts.withdraw(named(key, path))),
    }),
    operation({
      name: 'heartbeat', method: 'post', path: '/heartbeats', scope: 'devices:heartbeat', summary: 'A device is there', about: 'Send it every five minutes. After fifteen minutes of silence the care desk is told, once.',
      body: heartbeat, answers: { 200: { about: 'Heard', schema: taken } },
      handle: async ({ body, key }) => {
        await deviceHeard({ councilId: key.councilId, deviceId: body.deviceId, silentAfterMinutes: gatewaySilentAfterMinutes, ...(body.personId !== undefined && { personId: asPersonId(body.personId) }) }, { table, clock, alerts });
        return { status: 200, body: { kind: 'heard' } };
      },
    }),
    operation({
      name: 'notifyReceipt', method: 'post', path: '/notify/receipts', scope: 'notify:callback', summary: 'GOV.UK Notify tells what became of a message', about: 'Set this address in Notify as the callback for delivery receipts, with the key as its bearer token.',
      body: notifyReceipt, answers: { 200: { about: 'Taken', schema: taken } },
      handle: async ({ body, key }) => {
        const proof = body.status === 'delivered' ? 'accepted' : body.status.endsWith('failure') ? 'failed' : undefined;
        const isOurs = proof !== undefined && body.reference !== null && readAttemptReference(body.reference)?.councilId === key.councilId && await alerts.receipt(body.reference, proof, proof === 'failed' ? body.status : undefined);
        return { status: 200, body: { kind: isOurs ? 'written' : 'passed-over' } };
      },
    }),
    operation({
      name: 'notifyText', method: 'post', path: '/notify/texts', scope: 'notify:callback', summary: 'GOV.UK Notify passes on a text', about: 'Set this address in Notify as the callback for received text messages, with the key as its bearer token. “OK” answers the newest alert that was texted to that number; other words go to the person as a message.',
      body: notifyText, answers: { 200: { about: 'Taken', schema: taken } },
      handle: async ({ body, key }) => ({ status: 200, body: { kind: await textBack({ id: body.id.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 60), from: body.source_number, message: body.message }, { council: key.councilId, table, alerts, records, clock }) } }),
    }),
  ];
}

function settled(result: Awaited<ReturnType<Services['alerts']['answer']>>): { status: number; body: object } {
  switch (result.kind) {
    case 'answered': case 'already-over': return { status: 200, body: shown(result.alert) };
    case 'unknown': throw notSure();
    case 'refused':
      if (result.reason === 'not-told') throw new ApiProblem(409, 'not-told', 'Only somebody who was told of it may answer it.');
      throw notFound();
  }
}

const refusals: Readonly<Record<string, string>> = {
  'not-yet': 'That is in the future. Send it when it has happened, and check the clock it was written by.',
  'out-of-order': 'We know something newer of this visit, and that would not fit. Nothing was changed.',
  'no-such-worker': 'That care worker is not in this agency’s list. Check the id.',
  'everybody-is-there': 'As many care workers as the visit has are there already.',
  'not-there': 'That care worker had not come to this visit.',
  'gone-by': 'That time has gone by already. Send the time the visit is now to start.',
  'not-all-came': 'This visit takes two, and only one came: send left for the one who is there.',
};
