// npm run rotate -- --stage pilot webhook | origin | push | notify | alexa | staff [--from FILE] [--end]: changes one secret, with the one before taken meanwhile, or after trying out what somebody gave us.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NotifyClient } from 'notifications-node-client';
import { homeRegion, readStage } from '../infra/stage.ts';
import { createApiClient } from '../lambda/alexa/api-client.ts';
import { amazonToken } from '../lambda/channels/amazon-token.ts';
import { instant } from '../models/shared/index.ts';
import { askAws } from './deploy/ask-aws.ts';
import { isSecretOfStage, rotatable, rotateSecret, type Rotatable } from './deploy/rotate-secret.ts';

const { values: { stage: name, from, end }, positionals: [asked = ''] } = parseArgs({ allowPositionals: true, options: { stage: { type: 'string', default: 'pilot' }, from: { type: 'string' }, end: { type: 'boolean', default: false } } });
const kind = rotatable.find((each) => each === asked);
const found = readStage(name);
if (kind === undefined) stop(`Say which: ${rotatable.join(', ')}.`);
if ('faults' in found) stop(found.faults.join('\n'));
if (!isSecretOfStage(found.stage, kind)) stop(`infra/stages/${name}.json names no secret ${kind}.`);
const result = await rotateSecret(found.stage, { kind, isEnd: end, ...(from !== undefined && { given: JSON.parse(readFileSync(from, 'utf8')) as Record<string, string> }) }, { ask: askAws, put, tryOut });
if ('fault' in result) stop(result.fault);
console.log(result.done);

/** By a file that only we can read, and that is gone afterwards: what a command is given, others on this machine can see. */
async function put(secret: string, text: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-secret-'));
  try {
    const file = join(folder, 'secret.json');
    writeFileSync(file, text, { mode: 0o600 });
    return 'text' in await askAws(['secretsmanager', 'put-secret-value', '--secret-id', secret, '--region', homeRegion, '--secret-string', `file://${file}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks the other side something that changes nothing. */
async function tryOut(which: Extract<Rotatable, 'notify' | 'alexa' | 'staff'>, settings: Readonly<Record<string, string>>): Promise<string | undefined> {
  const of = (setting: string) => settings[setting] ?? '';
  switch (which) {
    case 'notify': {
      const client = new NotifyClient(of('NOTIFY_API_KEY'));
      return Promise.all([client.getTemplateById(of('NOTIFY_TEXT_TEMPLATE')), client.getTemplateById(of('NOTIFY_EMAIL_TEMPLATE'))]).then(() => undefined, () => 'GOV.UK Notify does not take the key, or knows no such templates.');
    }
    case 'alexa': {
      const token = await amazonToken({ clientId: of('ALEXA_CLIENT_ID'), clientSecret: of('ALEXA_CLIENT_SECRET'), ...(of('ALEXA_PROPERTIES_REFRESH_TOKEN') !== '' && { refreshToken: of('ALEXA_PROPERTIES_REFRESH_TOKEN') }) }, 'alexa:skill_messaging', createApiClient(), () => instant(Date.now()))();
      return token === undefined ? 'Amazon gives no token for these.' : undefined;
    }
    case 'staff': {
      const address = `${of('STAFF_ISSUER').replace(/\/$/, '')}/.well-known/openid-configuration`;
      const answers = await fetch(address, { signal: AbortSignal.timeout(10_000) }).then(({ ok }) => ok, () => false);
      return answers ? undefined : `Nobody answers at ${address}. (Whether the client's secret is right shows at the next sign-in only.)`;
    }
  }
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
