import type { CouncilId, PersonId } from '../shared/index.ts';
import { withAbout, type About } from './about.ts';
import type { CouncilContact, Household } from './household.ts';
import { usualPassport } from './speech-passport.ts';

interface NewHousehold { readonly personId: PersonId; readonly councilId: CouncilId; readonly about: About; readonly council: CouncilContact; readonly timeZone: string; readonly place?: Parameters<typeof withAbout>[2] }

/** Somebody new, with nobody around them yet. Private answers are not spoken aloud until they say that they may be. */
export function newHousehold({ personId, councilId, about, council, timeZone, place }: NewHousehold): Household {
  return withAbout({
    personId, councilId, name: { full: about.full, preferred: about.preferred }, timeZone, passport: usualPassport, privacy: { answers: 'to-phone', wrongTries: 0, sendTo: 'self' },
    circle: [], council, interests: [], area: { name: about.area },
  }, about, place);
}
