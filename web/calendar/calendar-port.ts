import type { Identity } from '../../models/access/index.ts';
import type { FeedChoices } from '../../models/calendar/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

/** A calendar address as the console lists it: never the address itself, which was shown once. */
interface FeedListed {
  readonly id: string;
  readonly whose: string;
  readonly isOwn: boolean;
  readonly choices: FeedChoices;
  readonly madeAt: Instant;
  readonly readAt?: Instant;
  readonly endsAt?: Instant;
}

/** Private calendar addresses, each for one viewer and about one person. */
export interface CalendarDesk {
  list(identity: Identity, person: PersonId): Promise<readonly FeedListed[]>;
  make(identity: Identity, person: PersonId, choices: FeedChoices): Promise<{ readonly kind: 'made'; readonly address: string } | { readonly kind: 'too-many' | 'uncertain' }>;
  /** False when it is not certain that it has ended. */
  end(identity: Identity, person: PersonId, id: string): Promise<boolean>;
  /** What an address shows now; undefined for one that is unknown, has ended, or whose viewer may know nothing any more. */
  read(address: string): Promise<{ readonly text: string; readonly etag: string; readonly changedAt: Instant } | undefined>;
}
