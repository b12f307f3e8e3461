import type { AssistantDeed, AssistantKey, Identity } from '../../models/access/index.ts';
import type { PersonId } from '../../models/shared/index.ts';

/** A key as the console lists it: never the key itself, which was shown once. */
interface AssistantListed extends Pick<AssistantKey, 'id' | 'name' | 'may' | 'madeAt' | 'usedAt' | 'endsAt'> {
  readonly whose: string;
  readonly isOwn: boolean;
}

/** Keys for assistants of somebody's own, each about one person and for whoever made it. */
export interface AssistantsDesk {
  list(identity: Identity, person: PersonId): Promise<readonly AssistantListed[]>;
  make(identity: Identity, person: PersonId, about: { readonly name: string; readonly may: readonly AssistantDeed[] }): Promise<{ readonly kind: 'made'; readonly key: string } | { readonly kind: 'too-many' | 'uncertain' }>;
  /** False when it is not certain that it has ended. */
  end(identity: Identity, person: PersonId, id: string): Promise<boolean>;
}
