import type { Consent, ConsentKind } from '../../models/household/index.ts';
import { addDays, toInstant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { adviser, demonstrationZone } from './around-harrow.ts';

/** What somebody said yes to when Mr Okafor visited them, so many days ago. */
export function agreedTo(kinds: readonly ConsentKind[], today: LocalDate, daysAgo: number): readonly Consent[] {
  const on = addDays(today, -daysAgo);
  return kinds.map((kind) => ({ kind, says: 'yes', how: 'in-person', on, recordedAt: toInstant(on, '15:20' as LocalTime, demonstrationZone), recordedBy: { id: 'staff:okafor', name: adviser.name } }));
}
