import { personId, type Instant } from '../../models/shared/index.ts';
import { assistantKeyRows } from '../store/assistant-key-rows.ts';
import type { Table } from '../store/table.ts';
import { madeUpIdentities } from './made-up-identities.ts';

/** Margaret let her tablet in a while ago. Nobody holds this key: it is made and thrown away. */
export async function seedAssistants(table: Table, now: Instant): Promise<void> {
  const own = madeUpIdentities.find(({ key }) => key === 'margaret')?.identity;
  if (own !== undefined) await assistantKeyRows(table).add({ identity: own, personId: personId('margaret'), name: 'Kitchen tablet', may: ['visits', 'services', 'ask'], madeAt: (now - 9 * 86_400_000) as Instant, usedAt: (now - 3_600_000) as Instant });
}
