import * as z from 'zod/mini';
import type { AlertRule } from '../../models/alert/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { TriedCounts, TriedLine } from '../../web/console/rules-port.ts';
import { everyRow } from './every-row.ts';
import { branded, flagKept, instantKept, namedKept, numberKept, whenAsked } from './kept-values.ts';
import { triedKey, triedLinesKey, triedLinesOf, triedPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { ruleAsKept } from './rule-rows.ts';
import type { Operation, Table } from './table.ts';

/** A rule that is being tried on the past, and how far that has come. */
export interface Tried {
  readonly id: string;
  readonly by: string;
  readonly rule: AlertRule;
  /** What was typed, so that it can be kept or changed from there. */
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly from: Instant;
  readonly until: Instant;
  readonly startedAt: Instant;
  /** People of the council when it began, how many have been looked at, and the last of them. */
  readonly people: number;
  readonly looked: number;
  readonly upTo?: PersonId;
  readonly isDone: boolean;
  readonly counts: TriedCounts;
  readonly lines: number;
  readonly pages: number;
}
export interface KeptTried { readonly tried: Tried; readonly version: number }

const triedKept = whenAsked<Tried>(() => branded<Tried>(z.looseObject({
  id: namedKept, by: namedKept, rule: ruleAsKept(), typed: z.looseObject({}), from: instantKept, until: instantKept, startedAt: instantKept, people: numberKept, looked: numberKept, isDone: flagKept, lines: numberKept, pages: numberKept, counts: z.looseObject({}),
})));
const linesKept = whenAsked<readonly TriedLine[]>(() => branded<readonly TriedLine[]>(z.array(z.looseObject({ personId: namedKept, kind: namedKept, change: z.enum(['same', 'moved', 'more', 'fewer']) }))));

const keptForMs = 7 * 86_400_000;
const mostAtOnce = 100;

/** Tries are kept a week, to be looked at again; nobody's alerts depend on them. */
interface TriedStore {
  read(council: CouncilId, id: string): Promise<KeptTried | undefined>;
  /** Keeps how far it has come, with the lines found since; false when another had gone on meanwhile, or it is not certain. */
  keep(council: CouncilId, before: KeptTried | undefined, after: Tried, lines: readonly TriedLine[]): Promise<boolean>;
  lines(council: CouncilId, id: string): Promise<readonly TriedLine[]>;
  forgetOld(council: CouncilId, now: Instant): Promise<void>;
}

export function triedStore(table: Table): TriedStore {
  return {
    read: async (council, id) => {
      const row = /^[A-Za-z0-9-]{1,80}$/.test(id) ? await table.get(triedKey(council, id)) : undefined;
      return row === undefined ? undefined : { tried: valueIn(row, triedKept), version: row.version };
    },
    keep: async (council, before, after, lines) => (await table.transact([
      { do: 'put', row: { ...triedKey(council, after.id), version: (before?.version ?? 0) + 1, doc: documentOf(after) }, when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.version }] },
      ...(lines.length === 0 ? [] : [{ do: 'put', row: { ...triedLinesKey(council, after.id, after.pages), version: 1, doc: documentOf(lines) }, when: [] } satisfies Operation]),
    ])).kind === 'done',
    lines: async (council, id) => (await everyRow(table, { by: 'pk', ...triedLinesOf(council, id) })).flatMap((row) => valueIn(row, linesKept)),
    forgetOld: async (council, now) => {
      const rows = await everyRow(table, { by: 'pk', pk: triedPartition(council), to: `tried#${new Date(now - keptForMs).toISOString().replaceAll(/[:.]/g, '-')}` });
      for (let from = 0; from < rows.length; from += mostAtOnce) await table.transact(rows.slice(from, from + mostAtOnce).map(({ pk, sk }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] })));
    },
  };
}

/** Names a try so that the oldest sort first. */
export function triedId(at: Instant, random: string): string {
  return `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${random}`;
}
