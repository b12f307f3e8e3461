import { councilId, instant } from '../models/shared/index.ts';
import { watchEngine, type EngineState } from './alerts/watch-engine.ts';
import { webhookChannel } from './channels/webhook.ts';
import type { Config } from './config.ts';
import { readCouncils } from './councils.ts';
import { createLog } from './log.ts';
import { openTable } from './store/open-table.ts';

/** The watcher: a process of its own that alarms when the alert engine stalls, and says when it goes again. Run it where the engine does not run. */
const councils = readCouncils(process.env);
const [config] = councils;
const log = createLog();
const table = await openTable(config.store);
const everyMs = Math.max(1_000, config.watchAfterSeconds * 250);
/** By council: each has an engine of its own, and is told of it by its own system. */
const was = new Map<string, EngineState['kind']>();
let alarms = 0;

const timer = setInterval(() => { for (const each of councils) void look(each); }, everyMs);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { clearInterval(timer); void table.close().then(() => process.exit(0)); });

async function look({ councilId: council, watchAfterSeconds, webhook, isProduction }: Config): Promise<void> {
  const now = instant(Date.now());
  const state = await watchEngine(table, councilId(council), now, watchAfterSeconds).catch((): EngineState => ({ kind: 'stalled', why: 'no-sign-of-life', forSeconds: 0 }));
  if (state.kind === (was.get(council) ?? 'well')) return;
  was.set(council, state.kind);
  if (state.kind === 'well') {
    log.info({ code: 'engine-well-again', council }, 'The alert engine goes again');
    return;
  }
  log.error({ code: 'engine-stalled', council, why: state.why, forSeconds: state.forSeconds }, 'The alert engine has stalled: nobody is being told of anything. Restart it, and see docs/operating.md');
  if (webhook === undefined) return;
  alarms += 1;
  const outcome = await webhookChannel({ ...webhook, mayBePrivate: !isProduction }).send({
    attemptId: `watch-${now}`, alertId: `watch-${now}.${alarms}`, councilId: councilId(council), to: { kind: 'desk' }, kind: 'something-is-stuck', urgency: 'urgent', isAgain: false, sentAt: now,
    address: { id: 'desk-webhook', channel: 'webhook', value: webhook.url, isVerified: true },
    wording: { title: 'My Care has stalled', spoken: 'My Care has stalled.', discreet: 'My Care, urgent: the alert engine has stalled. Nobody is being told of anything.', answers: [] },
  });
  if (outcome.kind !== 'accepted') log.error({ code: 'alarm-not-delivered', council, outcome: outcome.kind }, 'The alarm could not be delivered');
}
