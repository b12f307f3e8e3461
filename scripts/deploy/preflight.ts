import * as z from 'zod';
import { councilsOf, councilSettings, secretsOf, type StageSecret } from '../../infra/councils.ts';
import { edgeRegion, homeRegion, skillRegion, type Stage } from '../../infra/stage.ts';
import { ConfigIsWrong } from '../../lambda/config-is-wrong.ts';
import { readCouncils } from '../../lambda/councils.ts';
import { prefixOf } from '../../lambda/settings-from-secrets.ts';

/** Asks AWS something by its command line; the answer's text, or why there is none. Nothing that is asked here changes anything. */
export type AskAws = (words: readonly string[]) => Promise<{ readonly text: string } | { readonly failed: 'not-installed' | 'refused' }>;

const identity = z.object({ Account: z.string() });
const certificate = z.object({ Certificate: z.object({ Status: z.string(), SubjectAlternativeNames: z.array(z.string()) }) });
const secret = z.object({ SecretString: z.string() });
const keptSettings = z.record(z.string(), z.string());

/** What each secret has to hold. */
const wanted: Readonly<Record<StageSecret['kind'], readonly string[]>> = {
  origin: ['ORIGIN_WORD'],
  notify: ['NOTIFY_API_KEY', 'NOTIFY_TEXT_TEMPLATE', 'NOTIFY_EMAIL_TEMPLATE'],
  alexa: ['ALEXA_CLIENT_ID', 'ALEXA_CLIENT_SECRET'],
  push: ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'],
  staff: ['STAFF_ISSUER', 'STAFF_CLIENT_ID', 'STAFF_CLIENT_SECRET', 'STAFF_RETURN_TO'],
  webhook: ['WEBHOOK_URL', 'WEBHOOK_SECRET'],
};

/** Everything that is missing before a stage can be made, each with how to mend it; nothing when all is there. */
export async function missingFor(stage: Stage, ask: AskAws): Promise<readonly string[]> {
  const who = await ask(['sts', 'get-caller-identity']);
  if ('failed' in who) return [who.failed === 'not-installed' ? 'AWS’s command line is not on this machine: install `aws`.' : 'Nobody is signed in to AWS: run `aws configure sso`, then `aws sso login`.'];
  const { Account: account } = identity.parse(JSON.parse(who.text));
  if (account !== stage.account) return [`You are signed in to account ${account}, and the stage ${stage.name} belongs in ${stage.account}: sign in to that one.`];
  return (await Promise.all([
    ...[homeRegion, skillRegion, edgeRegion].map((region) => notPrepared(stage, region, ask)), ...councilsOf(stage).map((council) => certificateFaults({ ...council, region: edgeRegion }, ask)), ...(stage.bus === undefined ? [] : [certificateFaults({ ...stage.bus, region: homeRegion }, ask)]), secretFaults(stage, ask),
  ])).flat();
}

async function notPrepared({ account }: Stage, region: string, ask: AskAws): Promise<readonly string[]> {
  const found = await ask(['cloudformation', 'describe-stacks', '--stack-name', 'CDKToolkit', '--region', region]);
  return 'failed' in found ? [`The account is not prepared in ${region}: run \`npx cdk bootstrap aws://${account}/${region}\`, once.`] : [];
}

async function certificateFaults({ certificateArn, domain, region }: Pick<Stage, 'certificateArn' | 'domain'> & { readonly region: string }, ask: AskAws): Promise<readonly string[]> {
  const found = await ask(['acm', 'describe-certificate', '--certificate-arn', certificateArn, '--region', region]);
  const read = 'failed' in found ? undefined : certificate.safeParse(JSON.parse(found.text)).data?.Certificate;
  if (read === undefined) return [`There is no certificate ${certificateArn}: ask for one for ${domain} in ACM, in ${region}.`];
  const parent = domain.slice(domain.indexOf('.'));
  return [
    ...(read.Status === 'ISSUED' ? [] : [`The certificate for ${domain} is not issued yet (${read.Status}): put the line that ACM shows into the domain’s DNS.`]),
    ...(read.SubjectAlternativeNames.some((name) => name === domain || name === `*${parent}`) ? [] : [`The certificate is not for ${domain}: ask for one that is.`]),
  ];
}

async function secretFaults(stage: Stage, ask: AskAws): Promise<readonly string[]> {
  const found = await Promise.all(secretsOf(stage, stage.secrets).map(async (each) => readSecret(stage, each, ask)));
  const faults = found.flatMap((each) => each.faults);
  if (faults.length > 0) return faults;
  try {
    readCouncils({ MY_CARE_ENV: 'production', STORE: 'dynamodb', SKILL_ID: stage.skillId, ...councilSettings(stage), ...Object.assign({}, ...found.map(({ settings }) => settings)) });
    return [];
  } catch (cause) {
    if (!(cause instanceof ConfigIsWrong)) throw cause;
    return [`In the secrets: ${cause.message}`];
  }
}

/** What a secret holds. Of its values nothing is ever told. */
async function readSecret(stage: Stage, { kind, name, named }: StageSecret, ask: AskAws): Promise<{ readonly settings: Readonly<Record<string, string>>; readonly faults: readonly string[] }> {
  const found = await ask(['secretsmanager', 'get-secret-value', '--secret-id', name, '--region', homeRegion]);
  if ('failed' in found) {
    const isWantedInIreland = kind === 'alexa' && stage.hasManagedSpeakers;
    return { settings: {}, faults: [`There is no secret ${name}: write {${wanted[kind].map((each) => `"${each}": "…"`).join(', ')}} into a file and run \`aws secretsmanager create-secret --region ${homeRegion}${isWantedInIreland ? ` --add-replica-regions Region=${skillRegion}` : ''} --name ${name} --secret-string file://FILE\`, then take the file away.`] };
  }
  const read = keptSettings.safeParse(parsed(secret.parse(JSON.parse(found.text)).SecretString));
  if (!read.success) return { settings: {}, faults: [`The secret ${name} is not a JSON list of settings and their texts.`] };
  const settings = read.data;
  const [, council] = /^([a-z0-9-]+)=/.exec(named) ?? [];
  return { settings: council === undefined ? settings : Object.fromEntries(Object.entries(settings).map(([each, value]) => [`${prefixOf(council)}${each}`, value])), faults: wanted[kind].filter((each) => (settings[each] ?? '') === '').map((each) => `${each} is missing in the secret ${name}.`) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
