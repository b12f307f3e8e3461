import type { CircleMember, Household } from '../../models/household/index.ts';
import { mayKnow } from '../../models/household/index.ts';

/** Who is asked to ring when talking to us does not work: family first, then a friend, if they may have messages. */
export function firstToCall({ circle }: Pick<Household, 'circle'>): CircleMember | undefined {
  const willing = circle.filter((member) => mayKnow(member, 'messages'));
  return willing.find((member) => member.kind === 'family') ?? willing.find((member) => member.kind === 'friend');
}
