import type { GoalNote } from '../../models/outcome/index.ts';
import { addDays, toInstant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { adviser, demonstrationZone } from './around-harrow.ts';

export const okaforOf: GoalNote['by'] = { id: 'staff:okafor', name: adviser.name };
export const ownOf = (id: string, name: string): GoalNote['by'] => ({ id: `person:${id}`, name });

/** How a goal went, so many days ago. */
export function goalNote(id: string, today: LocalDate, daysAgo: number, by: GoalNote['by'], rating: number, words: string): GoalNote {
  return { id, at: toInstant(addDays(today, -daysAgo), '11:40' as LocalTime, demonstrationZone), by, rating, words };
}
