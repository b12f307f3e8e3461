import type { About } from '../../models/household/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

/** Somebody in the council's list. */
interface Listed { readonly personId: PersonId; readonly name: string; readonly preferred: string; readonly hasLeft?: true }

/** The council's people: adding somebody, and not twice. */
export interface PeopleDesk {
  /** Those in the list now who may well be the same person, by name. */
  doubles(full: string): Promise<readonly Listed[]>;
  /** Whether a number or an address is somebody else's own to sign in with. */
  isAnothers(contact: string, person: PersonId | undefined): Promise<boolean>;
  /** Adds somebody; the same id twice is the same person once. Throws when it is not certain. */
  /** Where somewhere is, by the places the directory has there. */
  placeCalled(area: string): Promise<{ readonly latitude: number; readonly longitude: number } | undefined>;
  /** Ends what else is theirs once they have left: screens, sign-ins and open alerts. Safe to do again. */
  endAll(record: PersonRecord, at: Instant): Promise<void>;
  add(person: { readonly personId: PersonId; readonly about: About; readonly adviser: string; readonly by: string; readonly at: Instant }): Promise<void>;
}
