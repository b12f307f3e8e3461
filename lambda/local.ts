import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { councilId, instant, type CouncilId } from '../models/shared/index.ts';
import { CareError } from '../skill/care-error.ts';
import { createWebApp } from '../web/app.ts';
import { securityTxt } from '../web/security-txt.ts';
import type { BoardDesk } from '../web/board/board-port.ts';
import type { ScreenDesk } from '../web/console/screens-port.ts';
import { alexaRouter } from './alexa/alexa-router.ts';
import { fetchCertificate } from './alexa/fetch-certificate.ts';
import { engineLog } from './alerts/engine-log.ts';
import type { Loop } from './alerts/loop.ts';
import { startAlerts } from './alerts/start-alerts.ts';
import { startDevices, type Devices } from './board/start-devices.ts';
import { channelsFor } from './channels/channels-for.ts';
import { pushDesk } from './channels/push-desk.ts';
import { alertStore } from './store/alert-store.ts';
import { createVerifier } from './alexa/verify-request.ts';
import { byHost } from './by-host.ts';
import { readCouncils } from './councils.ts';
import { deskSpeakerFor } from './desk-speaker/desk-speaker-for.ts';
import { deskReminders } from './desk-speaker/desk-reminders.ts';
import { codeSender } from './console/code-sender.ts';
import { conversationRouter } from './conversation/conversation-router.ts';
import { consoleServices } from './console/console-services.ts';
import { madeUpIdentities } from './demonstration/made-up-identities.ts';
import { agencyDesk } from './demonstration/agency-desk.ts';
import { seedFigures } from './demonstration/past-figures.ts';
import { demonstrationCast, seedDemonstration } from './demonstration/seed-demonstration.ts';
import { startTurnLog, turnLog } from './figures/turn-log.ts';
import { getJson, syncNightly } from './directory/index.ts';
import { createLog } from './log.ts';
import { mcpRouter } from './mcp/mcp-router.ts';
import { notificationApi } from './notifications/api.ts';
import { operations } from './notifications/operations.ts';
import { openReferralFeed } from './published-directory/feed-router.ts';
import { buildServices, type Services } from './services.ts';
import { skillLog } from './skill-log.ts';
import { watchBrokenOff } from './visits-in/finish-broken-off.ts';
import { watchCalendars } from './visits-in/rota-calendars/look-at-calendars.ts';
import { watchFolder } from './visits-in/watch-folder.ts';
import { bringUpToDate } from './store/bring-up-to-date.ts';
import { openTable } from './store/open-table.ts';
import { warmSentenceEncoder } from './understanding/sentence-encoder.ts';

/** The encoder is loaded ahead of the first sentence, and never in the way of the start. */
const onceSettledMs = 1_500;

/** Everything on one machine: the store in a folder, the skill behind POST /alexa, the pages. */
async function start(): Promise<void> {
  const councils = readCouncils(process.env);
  const [config] = councils;
  const log = createLog();
  const table = await openTable(config.store);
  const clock = () => instant(Date.now());
  const ownSpeakers = deskReminders({ table, clock, newId: randomUUID });
  const devices = await startDevices(config, table, clock, engineLog(skillLog(log)));
  const channels = Object.fromEntries([...channelsFor(councils, table, clock), ...devices.channels].map((channel) => [channel.name, channel]));
  const loop: { wake: () => void } = { wake: () => undefined };
  const turns = turnLog(table, skillLog(log));
  const services = buildServices(config, { councils, table, clock, ownSpeakers, log: skillLog(log), channels, turns, wake: () => { loop.wake(); } });
  if (!config.isProduction && await seedDemonstration({ table: services.table, links: services.links, now: services.clock() })) await seedFigures(table, services.clock());
  for (const each of councils) await bringUpToDate(table, councilId(each.councilId), clock(), (cause) => { skillLog(log).fault('not-brought-up-to-date', {}, cause); });
  const counting = startTurnLog(turns);
  const alerts = startAlerts(services, log, channels);
  loop.wake = () => { alerts.wake(); };
  const folders = councils.flatMap(({ councilId: council, visitsFolder }) => (visitsFolder === undefined ? [] : [watchFolder({ folder: visitsFolder, council: councilId(council), services, newId: randomUUID })]));
  for (const { councilId: council, servicesFeed } of councils) if (servicesFeed !== undefined) syncNightly(services, { feed: servicesFeed, council: councilId(council), get: getJson({ wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) }) });
  const calendars = councils.map(({ councilId: council }) => watchCalendars(services, councilId(council)));
  const brokenOff = councils.map(({ councilId: council }) => watchBrokenOff(services, councilId(council)));
  const server = createServer();
  server.on('request', appFor(services, log, await devices.start(services, server)));
  server.on('error', (cause) => sayAndStop(cannotListen(cause, config.port)));
  setTimeout(() => { warmSentenceEncoder().catch((cause: unknown) => { skillLog(log).fault('encoder-not-loaded', {}, cause); }); }, onceSettledMs).unref();
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    welcome(`http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`, !config.isProduction);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void stop(server, { stop: async () => { await Promise.all([...folders, ...calendars, ...brokenOff].map(async (watched) => watched.stop())); await alerts.stop(); await counting.stop(); } }, devices, services); });
}

/** Finishes what is being answered, then closes the line to the devices and the store. */
async function stop(server: Server, alerts: Pick<Loop, 'stop'>, devices: Devices, { table }: Services): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  await devices.close();
  await closed;
  await alerts.stop();
  await table.close();
  process.exit(0);
}

function appFor(services: Services, log: ReturnType<typeof createLog>, boards: (council: CouncilId) => BoardDesk & ScreenDesk): Express {
  const { config, councils, ask, clock } = services;
  const app = express();
  app.disable('x-powered-by');
  const verify = config.mustVerifySignature ? createVerifier({ skillId: config.skillId, fetchCertificate, clock }) : 'skip';
  app.use(alexaRouter({
    invoke: ask, verify,
    log: { refused: (why) => { log.warn({ why }, 'A request to /alexa was refused'); }, ...skillLog(log) },
  }));
  app.use('/api', notificationApi({ operations: operations(services), table: services.table, clock, log: skillLog(log) }));
  app.use('/mcp', mcpRouter(services));
  app.use('/oruk', byHost(councils, (own) => openReferralFeed({ directory: () => services.directory(councilId(own.councilId)), log: services.log })));
  app.use('/conversation', conversationRouter(services));
  if (config.securityContact !== undefined) app.use(securityTxt({ contact: config.securityContact, now: clock }));
  app.use(byHost(councils, (own) => pagesOf({ ...services, config: own }, log, boards(councilId(own.councilId)))));
  return app;
}

/** One council's pages. */
function pagesOf(services: Services, log: ReturnType<typeof createLog>, board: BoardDesk & ScreenDesk): Express {
  const { config, clock, table, records, alerts } = services;
  return createWebApp({
    speaker: deskSpeakerFor(services, { stopwatch: () => performance.now(), newId: randomUUID }), board,
    ...(config.push !== undefined && { phone: pushDesk({ store: alertStore(table), records, alerts, clock, council: councilId(config.councilId), publicKey: config.push.publicKey }) }),
    console: consoleServices(services, { madeUp: madeUpIdentities, sendCode: codeSender(config, log), screens: board }),
    ...(!config.isProduction && { agency: agencyDesk(services, () => demonstrationCast(clock()), randomUUID) }), log: skillLog(log),
  });
}

function welcome(address: string, isDemonstration: boolean): void {
  console.log([
    '', 'My Care is running.', '',
    `  Talk to it:    ${address}/speaker`,
    `  Start page:    ${address}/`,
    `  Console:       ${address}/home`,
    ...(isDemonstration ? [`  Care agency:   ${address}/agency`, `  Care workers:  ${address}/work  (a phone’s page; the sign-in says what to type)`] : [`  Care workers:  ${address}/work`]),
    `  Television:    ${address}/board  (type its code at ${address}/board/pair)`,
    `  For Alexa:     ${address}/alexa  (POST only)`,
    `  Assistants:    ${address}/mcp  (Model Context Protocol; make a key in the console, under Assistants)`,
    `  Directory:     ${address}/oruk  (Open Referral UK 3.0)`,
    `  For systems:   ${address}/api/openapi.json  (make a key: npm run api-key)`, '',
    'Three things to say:',
    '  Who’s coming today?', '  How much have I got?', '  I need someone for the garden.', '',
    'Press Ctrl and C to stop.', '',
  ].join('\n'));
}

function cannotListen({ code, message }: NodeJS.ErrnoException, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by something else. Stop that, or choose another: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} may not be used by you. Choose one above 1023: PORT=3000 npm start`;
  return `The server cannot start: ${message}`;
}

function sayAndStop(line: string): never {
  console.error(line);
  process.exit(1);
}

await start().catch((error: unknown) => sayAndStop(error instanceof CareError ? error.message : `My Care cannot start: ${error instanceof Error ? error.message : String(error)}`));
