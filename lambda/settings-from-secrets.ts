import * as z from 'zod/mini';

export type Settings = Readonly<Record<string, string | undefined>>;

/** Before a setting's name, whose it is where several councils are served: `HARROW__HELP_PHONE`, `NORTH_YORKSHIRE__NOTIFY_API_KEY`. */
export const prefixOf = (council: string): string => `${council.toUpperCase().replaceAll('-', '_')}__`;

/** A secret holds settings by the names of `config.ts`; one left empty is not given. */
const secretKept = z.record(z.string(), z.string());
const answerKept = z.object({ SecretString: z.string() });

const giveUpAfterMs = 2_000;

/**
 * The settings, with those laid over them that the secrets named in SECRET_IDS hold (names with commas between; `harrow=` before one: what it holds is
 * that council's own). They are asked of Lambda's
 * own secrets extension on this machine, which keeps them five minutes; it answers only while something is being dealt with, not while a function starts.
 * Source: AWS documentation, “Use Secrets Manager secrets in AWS Lambda functions”.
 */
export async function withSecrets(env: Settings): Promise<Settings> {
  const ids = env['SECRET_IDS']?.split(',').filter((id) => id !== '') ?? [];
  const held = await Promise.all(ids.map(async (named) => {
    const [, council, id = named] = /^([a-z0-9-]+)=(.+)$/.exec(named) ?? [];
    const read = await secret(id, env);
    return council === undefined ? read : Object.fromEntries(Object.entries(read).map(([name, value]) => [`${prefixOf(council)}${name}`, value]));
  }));
  return Object.assign({}, env, ...held) as Settings;
}

async function secret(id: string, env: Settings): Promise<Settings> {
  const port = env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
  const response = await fetch(`http://localhost:${port}/secretsmanager/get?secretId=${encodeURIComponent(id)}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': env['AWS_SESSION_TOKEN'] ?? '' }, signal: AbortSignal.timeout(giveUpAfterMs),
  });
  // The answer may quote the secret: only its number is told.
  if (!response.ok) throw new Error(`The secret ${id} cannot be read: ${response.status}`);
  const answer = answerKept.safeParse(await response.json());
  const read = secretKept.safeParse(answer.success ? parsed(answer.data.SecretString) : undefined);
  if (!read.success) throw new Error(`The secret ${id} is not a list of settings`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
