import { councilId, instant } from '../models/shared/index.ts';
import { watchEngine, type EngineState } from './alerts/watch-engine.ts';
import { webhookChannel } from './channels/webhook.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openTable } from './store/open-table.ts';

/** The watcher: a process of its own that alarms when the alert engine stalls, and says when it goes again. Run it where the engine does not run. */
const config = readConfig(process.env);
const log = createLog();
const table = await openTable(config.store);
const everyMs = Math.max(1_000, config.watchAfterSeconds * 250);
let was: EngineState['kind'] = 'well';
let alarms = 0;

const timer = setInterval(() => void look(), everyMs);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { clearInterval(timer); void table.close().then(() => process.exit(0)); });

async function look(): Promise<void> {
  const now = instant(Date.now());
  const state = await watchEngine(table, now, config.watchAfterSeconds).catch((): EngineState => ({ kind: 'stalled', why: 'no-sign-of-life', forSeconds: 0 }));
  if (state.kind === was) return;
  was = state.kind;
  if (state.kind === 'well') {
    log.info({ code: 'engine-well-again' }, 'The alert engine goes again');
    return;
  }
  log.error({ code: 'engine-stalled', why: state.why, forSeconds: state.forSeconds }, 'The alert engine has stalled: nobody is being told of anything. Restart it, and see docs/operating.md');
  if (config.webhook === undefined) return;
  alarms += 1;
  const outcome = await webhookChannel({ secret: config.webhook.secret, mayBePrivate: !config.isProduction }).send({
    attemptId: `watch-${now}`, alertId: `watch-${now}.${alarms}`, councilId: councilId(config.councilId), to: { kind: 'desk' }, kind: 'something-is-stuck', urgency: 'urgent', isAgain: false, sentAt: now,
    address: { id: 'desk-webhook', channel: 'webhook', value: config.webhook.url, isVerified: true },
    wording: { title: 'My Care has stalled', spoken: 'My Care has stalled.', discreet: 'My Care, urgent: the alert engine has stalled. Nobody is being told of anything.', answers: [] },
  });
  if (outcome.kind !== 'accepted') log.error({ code: 'alarm-not-delivered', outcome: outcome.kind }, 'The alarm could not be delivered');
}
