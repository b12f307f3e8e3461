import type { Instant, LocalDate } from '../../models/shared/index.ts';
import type { DemonstrationPerson, HashPin } from './demonstration-person.ts';
import { dev } from './dev.ts';
import { joyce } from './joyce.ts';
import { margaret } from './margaret.ts';

/**
 * Three whole, invented people to try everything on: a fortnight of visits behind them, visits without end ahead, and a
 * ledger that balances, always as seen from today. `today` is the date in London at `now`.
 */
export function demonstrationPeople(today: LocalDate, now: Instant, hashPin: HashPin): readonly DemonstrationPerson[] {
  return [margaret(today, now), dev(today, now), joyce(today, now, hashPin)];
}
