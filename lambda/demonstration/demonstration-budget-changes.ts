import { doBudgetDeed } from '../../models/budget/index.ts';
import { addDays, localDate, personId, pounds, toInstant, type Instant, type LocalTime } from '../../models/shared/index.ts';
import { personRecords } from '../store/person-records.ts';
import type { Table } from '../store/table.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';

const lund = { id: 'lund', name: 'Ms Lund', isApprover: true };

/** Ms Lund wants to pay in for Dev what is too much for one person to decide: it waits for Mr Okafor. */
export async function seedBudgetChanges(table: Table, now: Instant): Promise<void> {
  const records = personRecords(table);
  const dev = await records.byPerson(harrow, personId('dev'));
  if (dev?.budget === undefined) return;
  const today = addDays(localDate(now, demonstrationZone), -2);
  const at = toInstant(today, '14:10' as LocalTime, demonstrationZone);
  const result = doBudgetDeed(dev.budget, { id: 'dev-wheelchair-battery', deed: { kind: 'allocation', amountPence: pounds(620), source: 'council', what: 'a new battery for your wheelchair' }, by: lund }, { now: at, today });
  if (result.kind === 'waits') await records.save(dev, { idempotencyKey: 'budget-proposed-dev-wheelchair-battery', at, proposal: { made: result.proposal }, audit: [{ action: 'budget-allocation-proposed', by: 'staff:lund', about: result.proposal.id }] });
}
