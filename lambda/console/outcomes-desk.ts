import type { CouncilId } from '../../models/shared/index.ts';
import type { OutcomesDesk } from '../../web/console/outcomes-port.ts';
import type { Services } from '../services.ts';
import { setSpokenQuestions, spokenQuestions } from '../store/spoken-question-rows.ts';
import { wellbeingOf } from '../store/wellbeing-rows.ts';

/** One council's outcomes for its console. */
export function outcomesDesk({ table }: Services, council: CouncilId): OutcomesDesk {
  return {
    wellbeing: (person) => wellbeingOf(table, council, person),
    spokenQuestions: () => spokenQuestions(table, council),
    setSpokenQuestions: (set) => setSpokenQuestions(table, council, set),
  };
}
