import { randomBytes } from 'node:crypto';
import webPush from 'web-push';
import * as z from 'zod';
import { homeRegion, secretName, type SecretKind, type Stage } from '../../infra/stage.ts';
import { ConfigIsWrong } from '../../lambda/config-is-wrong.ts';
import { readConfig } from '../../lambda/config.ts';
import type { AskAws } from './preflight.ts';

type Held = Readonly<Record<string, string>>;

/** Those that we make ourselves: the new one is used at once, and the one before is taken, or reached with, until the overlap is ended. */
const ours: Readonly<Record<'webhook' | 'origin' | 'push', { readonly names: readonly string[]; readonly make: () => Held; readonly next: string }>> = {
  webhook: { names: ['WEBHOOK_SECRET'], make: () => ({ WEBHOOK_SECRET: randomBytes(32).toString('base64url') }), next: 'Calls bear both signatures within five minutes. Give the receiver the new secret (`aws secretsmanager get-secret-value`), and when it goes by that, end the overlap.' },
  origin: { names: ['ORIGIN_WORD'], make: () => ({ ORIGIN_WORD: randomBytes(36).toString('base64url') }), next: 'Wait five minutes, until every function takes both words; deploy, which gives CloudFront the new one; then end the overlap.' },
  push: { names: ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY'], make: newPushKeys, next: 'Phones are reached with the keys they were set up under; each that opens its page again is set up under the new ones. End the overlap when few are left: those are not reached by push any more.' },
};
/** Those that others give us: written down only when they have been shown to work. */
const theirs = ['notify', 'alexa', 'staff'] as const;

export type Rotatable = keyof typeof ours | (typeof theirs)[number];
export const rotatable = [...Object.keys(ours), ...theirs] as readonly Rotatable[];
const isOurs = (kind: Rotatable): kind is keyof typeof ours => kind in ours;

/** What is to be done: begin with a new one of ours, or with what somebody else has given (`given`); or end an overlap. */
export interface Rotation { readonly kind: Rotatable; readonly given?: Held; readonly isEnd?: boolean }
interface Needs {
  readonly ask: AskAws;
  /** Puts a secret's new text into Secrets Manager; says whether it was taken. */
  readonly put: (name: string, text: string) => Promise<boolean>;
  /** Why the other side does not take these settings; undefined when it does. */
  readonly tryOut: (kind: (typeof theirs)[number], settings: Held) => Promise<string | undefined>;
}

/** Changes one secret. Says what follows, or what is in the way, and never a value. */
export async function rotateSecret(stage: Stage, { kind, given, isEnd = false }: Rotation, { ask, put, tryOut }: Needs): Promise<{ readonly done: string } | { readonly fault: string }> {
  const name = secretName(stage, kind);
  const held = await read(name, ask);
  if (held === undefined) return { fault: `The secret ${name} cannot be read: is it there, and are you signed in?` };
  const after = isEnd ? ended(kind, held) : isOurs(kind) ? begun(kind, held) : given === undefined ? `Put what they gave you into a file, {"NAME": "…"}, and name it: --from FILE` : { ...held, ...given };
  if (typeof after === 'string') return { fault: after };
  const wrong = faultIn(stage, kind, after) ?? (isOurs(kind) ? undefined : await tryOut(kind, after));
  if (wrong !== undefined) return { fault: `Nothing was changed. ${wrong}` };
  if (!await put(name, JSON.stringify(after))) return { fault: `The secret ${name} was not taken by Secrets Manager: nothing was changed.` };
  return { done: isEnd ? 'The overlap is ended: the one before is taken no more within five minutes.' : isOurs(kind) ? ours[kind].next : 'It works, and is taken up within five minutes. Have the old one ended where it came from.' };
}

function begun(kind: keyof typeof ours, held: Held): Held | string {
  const { names, make } = ours[kind];
  if (names.some((each) => held[`${each}_BEFORE`] !== undefined)) return 'The change before this one is still under way: end its overlap first (--end).';
  return { ...held, ...make(), ...Object.fromEntries(names.flatMap((each) => (held[each] === undefined ? [] : [[`${each}_BEFORE`, held[each]]]))) };
}

function ended(kind: Rotatable, held: Held): Held | string {
  const after = Object.fromEntries(Object.entries(held).filter(([each]) => !each.endsWith('_BEFORE')));
  return isOurs(kind) && Object.keys(after).length < Object.keys(held).length ? after : 'There is no overlap to end.';
}

/** Whether the functions would take it up: by the reader of settings itself. */
function faultIn({ skillId, councilId, councilName, helpPhone }: Stage, kind: Rotatable, settings: Held): string | undefined {
  try {
    readConfig({ MY_CARE_ENV: 'production', STORE: 'dynamodb', SKILL_ID: skillId, COUNCIL_ID: councilId, COUNCIL_NAME: councilName, HELP_PHONE: helpPhone, ...settings });
    return undefined;
  } catch (cause) {
    if (!(cause instanceof ConfigIsWrong)) throw cause;
    return `The new ${kind} will not do: ${cause.message}`;
  }
}

async function read(name: string, ask: AskAws): Promise<Held | undefined> {
  const found = await ask(['secretsmanager', 'get-secret-value', '--secret-id', name, '--region', homeRegion]);
  return 'failed' in found ? undefined : keptSettings.parse(JSON.parse(secret.parse(JSON.parse(found.text)).SecretString));
}

const secret = z.object({ SecretString: z.string() });
const keptSettings = z.record(z.string(), z.string());

function newPushKeys(): Held {
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  return { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey };
}

export const isSecretOfStage = (stage: Stage, kind: Rotatable): boolean => kind === 'origin' || stage.secrets.includes(kind satisfies SecretKind);
