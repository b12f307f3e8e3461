import type { CorrectService } from '../../models/service/index.ts';
import { addDays, localDate, toInstant, type Instant, type LocalTime } from '../../models/shared/index.ts';
import { correctionStore } from '../store/correction-rows.ts';
import type { Table } from '../store/table.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';

const handyFix = 'da99b303-240d-5547-99d9-5e3841c8940a';
const okafor = { id: 'okafor', name: 'Mr Okafor' };

/** What Mr Okafor saw to in the directory some weeks ago: it says what the record has come to say as well. */
export async function seedCorrections(table: Table, now: Instant): Promise<void> {
  const day = addDays(localDate(now, demonstrationZone), -26);
  const at = toInstant(day, '10:40' as LocalTime, demonstrationZone);
  const corrections = correctionStore(table, () => now);
  for (const [version, said] of ([{ what: 'checked', on: day }, { what: 'approved' }] satisfies CorrectService[]).entries()) await corrections.change(harrow, { serviceId: handyFix, version, said, by: okafor, at: (at + version * 60_000) as Instant });
}
