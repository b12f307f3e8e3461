import type { CareProvider } from '../care-visit/index.ts';
import type { Columns } from './columns.ts';

/** Where visits come from: one system of one care provider, as staff set it up. */
export interface VisitSource {
  /** Letters, digits and hyphens. Part of every visit's id: never changed. */
  readonly id: string;
  /** As staff call it: "Kindly Care rota". */
  readonly name: string;
  readonly provider: CareProvider;
  /** The columns of its CSV files; absent until a file has told, or staff have said. */
  readonly columns?: Columns;
  /** How care workers are named in it, where that is by name. */
  readonly names: 'first-name-first' | 'surname-first';
  /** First names by the ids it gives care workers. */
  readonly workerNames: Readonly<Record<string, string>>;
  /** It is to be heard of this often; after so many hours of silence, answers say so and staff are told. */
  readonly heardEveryHours: number;
}

export const mostHeardEveryHours = 24 * 14;

/** An id for a source of that name, unlike those there are. */
export function sourceIdFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40) || 'source';
  if (!taken.includes(plain)) return plain;
  for (let number = 2; ; number += 1) if (!taken.includes(`${plain}-${number}`)) return `${plain}-${number}`;
}
