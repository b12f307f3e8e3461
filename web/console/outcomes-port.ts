import type { WellbeingAnswers } from '../../models/outcome/index.ts';
import type { PersonId } from '../../models/shared/index.ts';

/** What people say of how they are, over time. */
export interface OutcomesDesk {
  /** Oldest first. */
  wellbeing(person: PersonId): Promise<readonly WellbeingAnswers[]>;
}
