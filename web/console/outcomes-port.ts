import type { WellbeingAnswers } from '../../models/outcome/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

/** A council’s word on asking aloud, who gave it, and when. */
export interface SpokenQuestions { readonly mayBeSpoken: boolean; readonly by: string; readonly at: Instant }

/** What people say of how they are, over time. */
export interface OutcomesDesk {
  /** Oldest first. */
  wellbeing(person: PersonId): Promise<readonly WellbeingAnswers[]>;
  /** Whether the questions may be asked by voice; undefined while nobody has set it. */
  spokenQuestions(): Promise<SpokenQuestions | undefined>;
  /** Whether it is certain that this was kept. */
  setSpokenQuestions(set: SpokenQuestions): Promise<boolean>;
}
