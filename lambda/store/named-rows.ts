import type { Household } from '../../models/household/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { Row, Table } from './table.ts';

/** A row outside a person's own that names them. `without`: what stays of it once they are taken out; absent, none of it does. */
export interface NamedRow { readonly kind: NamedKind; readonly row: Row; readonly without?: string }

export type NamedKind = 'list' | 'contact' | 'sign-in' | 'passkey' | 'calendar' | 'device' | 'speaker' | 'code' | 'texts' | 'waiting' | 'rule' | 'tried' | 'provider' | 'visit-code' | 'figures' | 'answered-request' | 'assistant' | 'brought-in';

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

/** The same, with only those things in its lists, however deep, that are nobody's or of somebody wanted. */
export function sifted(value: unknown, wants: (personId: unknown) => boolean): unknown {
  if (Array.isArray(value)) return value.filter((each) => isWanted(each, wants)).map((each) => sifted(each, wants));
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sifted(each, wants)])) : value;
}

function isWanted(value: unknown, wants: (personId: unknown) => boolean): boolean {
  const whose = typeof value === 'object' && value !== null ? (value as { readonly personId?: unknown }).personId : undefined;
  return whose === undefined || wants(whose);
}
