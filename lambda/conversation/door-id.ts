import type { RequestEnvelope } from 'ask-sdk-model';
import { councilId, personId, type CouncilId, type PersonId } from '../../models/shared/index.ts';

const prefix = 'my-care.door.';

/** What stands for Amazon's id of a speaker, where somebody was let in at a door of our own. */
export function doorId(council: CouncilId, person: PersonId): string {
  return prefix + Buffer.from(JSON.stringify([council, person])).toString('base64url');
}

/** Whose talk it was proved to be. Only for envelopes that we made ourselves: Amazon's never reach what reads this. */
export function provedAtTheDoor({ context }: RequestEnvelope): { readonly council: CouncilId; readonly person: PersonId } | undefined {
  const { userId } = context.System.user;
  if (!userId.startsWith(prefix)) return undefined;
  const [council, person] = JSON.parse(Buffer.from(userId.slice(prefix.length), 'base64url').toString()) as readonly [string, string];
  return { council: councilId(council), person: personId(person) };
}
