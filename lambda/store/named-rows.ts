import type { Household } from '../../models/household/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { Row, Table } from './table.ts';

/** A row outside a person's own that names them. `without`: what stays of it once they are taken out; absent, none of it does. */
export interface NamedRow { readonly kind: NamedKind; readonly row: Row; readonly without?: string }

export const namedKinds = ['list', 'contact', 'sign-in', 'passkey', 'calendar', 'device', 'speaker', 'code', 'texts', 'waiting', 'rule', 'tried', 'provider', 'visit-code', 'figures', 'answered-request'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Whose rows are looked for. Without a household only those are found that need no number, no address and no name of the circle. */
export interface Wanted {
  readonly table: Table;
  readonly council: CouncilId;
  readonly person: PersonId;
  readonly household: Household | undefined;
  /** Their own rows, from which some of the others follow. */
  readonly own: readonly Row[];
}

/** What a row holds, as far as it is asked here; undefined where it cannot be read. */
export function heldIn(row: Pick<Row, 'doc'> | undefined): Readonly<Record<string, unknown>> | readonly unknown[] | undefined {
  try {
    const { value } = JSON.parse(row?.doc ?? 'null') as { readonly value?: unknown };
    return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : undefined;
  } catch {
    return undefined;
  }
}

export function fieldOf(row: Pick<Row, 'doc'> | undefined, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined), heldIn(row));
}

export const isThere = (row: Row | undefined): row is Row => row !== undefined;
