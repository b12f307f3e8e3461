import { councilId, personId, type CouncilId, type PersonId } from '../../models/shared/index.ts';

/** Whose notification a channel's receipt or answer speaks of. */
export interface AttemptReference { readonly councilId: CouncilId; readonly personId?: PersonId; readonly attemptId: string; readonly alertId: string }

/** `harrow/p41/20261201T0830.visit-late.v17.2`: ours alone to read, and nothing personal in it. */
export function attemptReference({ councilId: council, personId: person, attemptId }: Omit<AttemptReference, 'alertId'>): string {
  return `${council}/${person ?? '-'}/${attemptId}`;
}

/** Reads it back; undefined for what is none of ours. */
export function readAttemptReference(text: string): AttemptReference | undefined {
  const found = /^([^/]{1,60})\/([^/]{1,80})\/([^/]{1,200})\.(\d{1,6})$/.exec(text);
  const [, council, person, alertId, number] = found ?? [];
  if (council === undefined || person === undefined || alertId === undefined || number === undefined) return undefined;
  return { councilId: councilId(council), ...(person !== '-' && { personId: personId(person) }), alertId, attemptId: `${alertId}.${number}` };
}
