import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where everything but the skill and CloudFront's part lies: people's data stay in the United Kingdom. */
export const homeRegion = 'eu-west-2';
/** Alexa calls Lambda in four regions only; Ireland is the one for Europe. The skill keeps nothing there: each turn goes to the table in London. */
export const skillRegion = 'eu-west-1';
/** CloudFront takes certificates and firewalls from here alone. Nothing is kept there. */
export const edgeRegion = 'us-east-1';

/** What a secret may be for. Each holds settings by the names of `lambda/config.ts`. */
const secretKinds = ['notify', 'alexa', 'push', 'staff', 'webhook'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** The service of one council, or of several that share its machines, or a rehearsal of it: everything named after it, nothing shared with another stage. */
export interface Stage extends z.infer<typeof settings> { readonly name: string }

const given = (form: RegExp, what: string) => z.string().regex(form, what);
/** All settings of a Lambda function together have room for 4 KB. */
const mostCouncils = 6;
const ofCouncil = {
  councilId: given(/^[a-z0-9-]{2,40}$/, 'a short name of the council, small letters: harrow'),
  councilName: given(/^.{2,80}$/, 'the name of the council as people know it'),
  councilColour: given(/^#[0-9a-f]{6}$/i, 'the council’s colour: #1f4e5f'),
  helpPhone: given(/^[0-9 +]{6,20}$/, 'the number people ring for help with their care'),
  outOfHoursPhone: given(/^[0-9 +]{6,20}$/, 'the number people ring at night, where it is another').optional(),
  decisionWorkingDays: z.number('within how many working days the council answers what was asked for').int().min(1).max(60).optional(),
  twoAgreeAbovePounds: z.number('above how many pounds two people have to agree').int().min(0).max(100_000).optional(),
  domain: given(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'the address of the pages: my-care.council.gov.uk'),
  certificateArn: given(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/, 'an ACM certificate for the domain, made in us-east-1'),
  servicesFeed: z.url('the address of the Open Referral UK feed that services are read from each night').optional(),
};
const settings = z.strictObject({
  ...ofCouncil,
  moreCouncils: z.array(z.strictObject({ ...ofCouncil, secrets: z.array(z.enum(['notify', 'staff', 'webhook']), 'which secrets the council has of its own') }), 'the councils that share this stage').max(mostCouncils - 1).optional(),
  account: given(/^\d{12}$/, 'the twelve digits of the AWS account'),
  skillId: given(/^amzn1\.ask\.skill\.[0-9a-f-]{36}$/, 'the id of the skill, from the Alexa developer console'),
  alarmEmail: given(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'the address that alarms go to, read day and night'),
  securityContact: given(/^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/[^\s]+)$/, 'where weaknesses are told of: mailto:security@council.gov.uk'),
  monthlyDollars: z.number('what a month may cost, in dollars, before somebody is told').int().positive(),
  bus: z.strictObject({
    domain: given(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'the address of the device bus behind the pages: devices.my-care.council.gov.uk'),
    certificateArn: given(/^arn:aws:acm:eu-west-2:\d{12}:certificate\/[0-9a-f-]{36}$/, 'an ACM certificate for it, made in eu-west-2'),
  }, 'the device bus, for televisions and Home Assistants: a domain and its certificate').optional(),
  standby: z.strictObject({
    region: z.enum(['eu-west-1', 'eu-central-1'], 'the region of a second copy of the records: it leaves the United Kingdom, where Amazon has one region only'),
    keyArn: given(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/, 'the key that locks it there'),
  }, 'a second copy of the records, to be gone over to by hand').optional(),
  secrets: z.array(z.enum(secretKinds), 'which secrets there are').refine((kinds) => kinds.includes('notify'), 'without notify nobody outside the home can be reached'),
  readySkillFunctions: z.number('how many skill functions are kept ready, 0 for none').int().min(0).max(100),
  hasManagedSpeakers: z.boolean('whether the speakers are managed by Alexa Smart Properties'),
});

const folder = join(import.meta.dirname, 'stages');

/** The settings of a stage, or everything that is missing or wrong in them, each with what is wanted. */
export function readStage(name: string): { readonly stage: Stage } | { readonly faults: readonly string[] } {
  const file = join(folder, `${name}.json`);
  if (!/^[a-z][a-z0-9]{1,15}$/.test(name) || !existsSync(file)) return { faults: [`There is no infra/stages/${name}.json. There are: ${readdirSync(folder).map((each) => each.replace('.json', '')).join(', ')}`] };
  const read = settings.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success) return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')} in infra/stages/${name}.json: ${message}`) };
  return { stage: { name, ...read.data } };
}

export const nameOf = ({ name }: Pick<Stage, 'name'>, what: string): string => `my-care-${name}-${what}`;
export const tableName = (stage: Pick<Stage, 'name'>): string => nameOf(stage, 'records');
export const secretName = ({ name }: Pick<Stage, 'name'>, kind: SecretKind | 'origin'): string => `my-care/${name}/${kind}`;
