// The whole of My Care on one machine as `npm start` builds it, inside the test: real store, broker, engine, channels and pages, with alerts that a test can raise.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Address, Alert, AlertKind, Channel, Delivery } from '../../models/alert/index.ts';
import { councilId, instant, localDate, personId, toInstant, type LocalTime, type PersonId } from '../../models/shared/index.ts';
import { engineLog } from '../../lambda/alerts/engine-log.ts';
import { startAlerts } from '../../lambda/alerts/start-alerts.ts';
import { startDevices } from '../../lambda/board/start-devices.ts';
import { answerableTexts } from '../../lambda/channels/answerable-texts.ts';
import { pushDesk } from '../../lambda/channels/push-desk.ts';
import { deskChannel } from '../../lambda/channels/desk.ts';
import { readConfig } from '../../lambda/config.ts';
import { consoleServices } from '../../lambda/console/console-services.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { agencyDesk } from '../../lambda/demonstration/agency-desk.ts';
import { seedFigures } from '../../lambda/demonstration/past-figures.ts';
import { demonstrationCast, seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { deskSpeakerFor } from '../../lambda/desk-speaker/desk-speaker-for.ts';
import { createLog } from '../../lambda/log.ts';
import { openReferralFeed } from '../../lambda/published-directory/feed-router.ts';
import { buildServices, type Services } from '../../lambda/services.ts';
import { skillLog } from '../../lambda/skill-log.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { createWebApp } from '../../web/app.ts';

export const harrow = councilId('harrow');
export const margaret = personId('margaret');

export type RunningHouse = Awaited<ReturnType<typeof runningHouse>>;

export async function runningHouse({ env = {}, port = 0, mount }: { readonly env?: Readonly<Record<string, string>>; readonly port?: number; readonly mount?: (services: Services) => express.RequestHandler } = {}) {
  const config = readConfig({ ALEXA_SIGNATURE: 'skip', ...env });
  const table = openSqliteTable(':memory:');
  let ahead = tenInTheMorning() - Date.now();
  const clock = () => instant(Date.now() + ahead);
  const logged: string[] = [];
  const log = { ...skillLog(createLog()), event: (code: string) => { logged.push(code); }, fault: (code: string, _facts: object, cause: unknown) => { logged.push(`${code}: ${String(cause)}`); } };
  const texts: Delivery[] = [];
  const codes: { readonly contact: string; readonly words: string }[] = [];
  const phone: Channel = { name: 'text', proves: ['accepted', 'answered'], send: (delivery) => { texts.push(delivery); return Promise.resolve({ kind: 'accepted' }); } };
  const devices = await startDevices(config, table, clock, engineLog(log));
  const channels = Object.fromEntries([deskChannel, answerableTexts(phone, table), ...devices.channels].map((channel) => [channel.name, channel]));
  const loop: { wake: () => void } = { wake: () => undefined };
  const services = buildServices(config, { table, clock, log, channels, wake: () => { loop.wake(); } });
  await seedDemonstration({ table, links: services.links, now: clock() });
  await seedFigures(table, clock());
  await bringUpToDate(table, harrow, clock(), (cause) => { throw cause; });
  const alerts = startAlerts(services, createLog(), channels);
  loop.wake = () => { alerts.wake(); };
  const server = createServer();
  const board = (await devices.start(services, server))(harrow);
  const app = express();
  if (mount !== undefined) app.use(mount(services));
  app.use('/oruk', openReferralFeed({ directory: () => services.directory(harrow), log }));
  app.use(createWebApp({ speaker: deskSpeakerFor(services, { stopwatch: () => performance.now(), newId: randomUUID }), board, agency: agencyDesk(services, () => demonstrationCast(clock()), randomUUID), console: consoleServices(services, { madeUp: madeUpIdentities, sendCode: (contact, words) => { codes.push({ contact, words }); return Promise.resolve(); }, screens: board }), log, ...(config.push !== undefined && { phone: pushDesk({ store: alertStore(table), records: services.records, alerts: services.alerts, clock, council: harrow, publicKey: config.push.publicKey }) }) }));
  server.on('request', app);
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  const store = alertStore(table);
  let raised = 0;
  return {
    services, table, board, bus: devices.bus, texts, codes, logged, clock,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    port: (server.address() as AddressInfo).port,
    /** So much later; whatever is due by then is looked at now. */
    later(minutes: number): void {
      ahead += minutes * 60_000;
      loop.wake();
    },
    /** Something Margaret should know, now. */
    async raise(kind: AlertKind, facts: Alert['facts'] = {}, { person = margaret, minutes }: { readonly person?: PersonId; /** Worth nothing after so long. */ readonly minutes?: number } = {}): Promise<Alert> {
      const result = await services.alerts.raise({ councilId: harrow, personId: person, kind, name: `test-${(raised += 1)}`, occursAt: clock(), facts, plannedFor: clock(), ...(minutes !== undefined && { expiresAt: instant(clock() + minutes * 60_000) }) });
      if (result.kind !== 'raised') throw new Error(`The alert was not raised: ${result.kind}`);
      return result.alert;
    },
    /** Adds a way in which somebody of Margaret's is reached. */
    reach: (memberId: string, address: Address) => store.saveReach(harrow, margaret, (reach) => ({ ...reach, members: { ...reach.members, [memberId]: [...(reach.members[memberId] ?? []), address] } })),
    find: (alertId: string) => services.alerts.find({ councilId: harrow, personId: margaret, alertId }),
    async close() {
      await alerts.stop();
      await devices.close();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); server.closeAllConnections(); });
      await table.close();
    },
  };
}

/** Of today: at night much of what is told would wait. */
function tenInTheMorning(): number {
  return toInstant(localDate(instant(Date.now()), 'Europe/London'), '10:00' as LocalTime, 'Europe/London');
}

/** Asks until it is so. */
export async function until<Value>(ask: () => Promise<Value> | Value, isSo: (value: Value) => boolean, withinMs = 8_000): Promise<Value> {
  const started = performance.now();
  for (;;) {
    const value = await ask();
    if (isSo(value)) return value;
    if (performance.now() - started > withinMs) throw new Error(`It did not come about: ${JSON.stringify(value)}`);
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}
