import * as z from 'zod/mini';
import type { RequestDraft } from '../../models/service-request/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { branded, flagKept, instantKept, namedKept, textKept, whenAsked } from './kept-values.ts';
import { assistantAskKey, namedPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

/** A request that was read back to an assistant and waits for a yes, for ten minutes. */
export interface AssistantAsk {
  readonly keyId: string;
  readonly draft: RequestDraft;
  /** Of what was shown: a yes counts for that alone. */
  readonly mark: string;
  /** They were told that they asked a moment ago. */
  readonly again: boolean;
  readonly endsAt: Instant;
}

const askKept = whenAsked<AssistantAsk>(() => z.looseObject({ keyId: namedKept, draft: branded<RequestDraft>(z.looseObject({ serviceId: namedKept, serviceName: textKept, providerName: textKept, what: textKept, category: textKept, unit: namedKept, isProviderApproved: flagKept })), mark: namedKept, again: flagKept, endsAt: instantKept }));

export function assistantAskRows(table: Table) {
  return {
    /** False when it is not certain that it was kept. `about`: whom it is for, so that it can be found again. */
    add: async (id: string, ask: AssistantAsk, about?: { readonly councilId: CouncilId; readonly personId: PersonId }): Promise<boolean> => (await table.transact([{ do: 'put', row: { ...assistantAskKey(id), version: 1, ...(about !== undefined && { index: namedPartition(about.councilId, about.personId) }), doc: documentOf(ask) }, when: [{ if: 'absent' }] }])).kind === 'done',
    find: async (id: string): Promise<AssistantAsk | undefined> => {
      const row = await table.get(assistantAskKey(id));
      return row === undefined ? undefined : valueIn(row, askKept);
    },
    /** Losing this is no loss: it has ended by itself by then, and a request is asked for once however often it is confirmed. */
    remove: async (id: string): Promise<void> => { await table.transact([{ do: 'delete', key: assistantAskKey(id), when: [] }]); },
  };
}
