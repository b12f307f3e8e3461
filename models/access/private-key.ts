import type { Instant } from '../shared/index.ts';
import type { Identity } from './identity.ts';

/** Keys and addresses that let something in without a sign-in, about one person: so many of a kind at most. */
export const mostPrivateKeys = 20;

const staffDays = 90;

/** When such a key ends by itself. Staff come and go, and their roles are only proved when they sign in: theirs end after 90 days; others' when they may know nothing any more. */
export function privateKeyEndsAt({ kind }: Pick<Identity, 'kind'>, madeAt: Instant): Instant | undefined {
  return kind === 'staff' ? (madeAt + staffDays * 86_400_000) as Instant : undefined;
}
