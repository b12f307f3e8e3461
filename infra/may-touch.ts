import type { Stage } from './stage.ts';

/**
 * Which partitions of the table each function may touch, by the names of `lambda/store/keys.ts`. `test/infra` holds them against the names that are in the
 * built functions, so that none has a right too many or one too few. Where a council's id follows, a function sees the stage's own councils alone: all that its table has.
 */
const ofAnyFunctionThatTalks = ['person#council', 'council#council', 'desk#council', 'named#council', 'contact#council', 'sessions#council', 'passkeys#council', 'rules#council', 'providers#council', 'calendars#council', 'due#council', 'speaker#', 'code#', 'session#', 'passkey#', 'passkey-challenge#', 'calendar#'];

/** Whoever brings in visits talks to nobody. */
const bringingVisits = ['person#council', 'council#council', 'desk#council', 'named#council', 'contact#council', 'rules#council', 'providers#council', 'heartbeats#council', 'changed-visits#council', 'visit-sources#council', 'visit-clients#council', 'visit-runs#council', 'visit-run#council', 'due#council', 'texted#council', 'speaker#'];

/** Wherever words of somebody who is erased may lie. */
const erasing = ['erasures#council', 'visit-sources#council', 'visit-clients#council', 'visit-runs#council', 'visit-run#council', 'rota-calendars#council', 'tried#council', 'assistants#council', 'desk-alerts#', 'device#', 'sign-in-code#', 'visit-code#', 'assistant#', 'talks#'];

export const partitions = {
  skill: ofAnyFunctionThatTalks,
  tick: ['due#council', 'due#00', 'due#01', 'due#02', 'due#03', 'engine#council'],
  look: [...ofAnyFunctionThatTalks, ...erasing, 'heartbeats#council', 'reach-gaps#council', 'activities#council', 'figures-of#council', 'figures#council', 'provider-figures#council', 'unreadable#council', 'engine#council', 'texted#council'],
  sync: ['council#council'],
  'rota-calendars': [...bringingVisits, 'rota-calendars#council'],
  'agency-files': bringingVisits,
  authorizer: ['device#'],
  devices: [...ofAnyFunctionThatTalks, 'device#', 'texted#council'],
  api: [...ofAnyFunctionThatTalks, 'api-keys#council', 'heartbeats#council', 'changed-visits#council', 'assistants#council', 'device#', 'api-key#', 'request#', 'texted#council', 'assistant#', 'assistant-ask#', 'talks#', 'ready'],
  web: [
    ...ofAnyFunctionThatTalks, ...erasing, 'heartbeats#council', 'changed-visits#council', 'invited#council', 'reach-gaps#council', 'activities#council', 'figures#council', 'provider-figures#council', 'workers#council',
    'texted#council', 'pairing#', 'organisation-code#', 'wrong-tries#council', 'unreadable#council',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Toucher = keyof typeof partitions;

/** As IAM's `dynamodb:LeadingKeys` takes them. */
export function leadingKeys(of: Toucher, { councilId, moreCouncils = [] }: Pick<Stage, 'councilId' | 'moreCouncils'>): readonly string[] {
  return partitions[of].flatMap((partition: string) => {
    // Of several all: the table has no other councils, and a role's rights have room for ten thousand letters.
    if (partition.endsWith('#council')) return moreCouncils.length > 0 ? [partition.replace('#council', '#*')] : [partition.replace('#council', `#${councilId}`), partition.replace('#council', `#${councilId}#*`)];
    return [partition.endsWith('#') ? `${partition}*` : partition];
  });
}
