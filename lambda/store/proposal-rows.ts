import * as z from 'zod/mini';
import type { BudgetProposal } from '../../models/budget/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import type { KeptRecord } from './kept-record.ts';
import { flagKept, instantKept, maybeTextKept, namedKept, penceKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { deskPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** A change of somebody's budget that waits for a second person. */
export type WaitingProposal = BudgetProposal & { readonly personId: PersonId };

const proposalKept = whenAsked<WaitingProposal>(() => z.looseObject({
  id: namedKept, personId: personIdKept, amountPence: penceKept, at: instantKept, by: z.looseObject({ id: namedKept, name: textKept, isApprover: flagKept }),
  deed: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('allocation'), amountPence: penceKept, source: z.enum(['council', 'nhs', 'own']), what: textKept }),
    z.looseObject({ kind: z.enum(['kept-back', 'kept-back-released', 'spend']), amountPence: penceKept, what: textKept }),
    z.looseObject({ kind: z.literal('taken-back'), amountPence: penceKept, what: textKept }),
    z.looseObject({ kind: z.literal('reversal'), entryId: namedKept, note: maybeTextKept }),
  ]),
}));

/** Puts a proposal on the council's list, or takes it off, in the transaction of its record's change. Two who end it at once: one of them did. */
export function proposalOperations({ councilId, personId }: KeptRecord, { proposal }: RecordChange): readonly Operation[] {
  if (proposal === undefined) return [];
  if ('ended' in proposal) return [{ do: 'delete', key: keyOf(councilId, personId, proposal.ended), when: [{ if: 'version-is', version: 1 }] }];
  return [{ do: 'put', row: { ...keyOf(councilId, personId, proposal.made), version: 1, doc: documentOf({ ...proposal.made, personId }) }, when: [{ if: 'absent' }] }];
}

/** What waits for a second person, the longest first. */
export async function waitingProposals(table: Table, council: CouncilId): Promise<readonly WaitingProposal[]> {
  const rows = await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'money-waits#', to: 'money-waits#~' });
  return rows.map((row) => valueIn(row, proposalKept));
}

function keyOf(council: CouncilId, person: PersonId, { at, id }: BudgetProposal): { readonly pk: string; readonly sk: string } {
  return { pk: deskPartition(council), sk: `money-waits#${new Date(at).toISOString()}#${person}#${id.replaceAll('#', '-')}` };
}
