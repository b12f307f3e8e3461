import * as z from 'zod/mini';
import type { CouncilWeek, Fairness, PersonWeek, ProviderWeek } from '../../models/figures/index.ts';
import type { CouncilId, LocalDate, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, dateKept, flagKept, instantKept, namedKept, numberKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { councilWeekKey, fairnessKey, figuresOfProvider, figuresOfWeek, figuresPartition, personPartition, personWeekKey, providerWeekKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Cursor, Operation, Table } from './table.ts';

const counts = () => z.record(z.string(), numberKept);
const people = () => z.looseObject({ all: numberKept, spoke: numberKept, visited: numberKept, told: numberKept, asked: numberKept });
const personWeekKept = whenAsked<PersonWeek>(() => branded<PersonWeek>(z.looseObject({
  personId: personIdKept, week: dateKept, at: instantKept, provider: z.looseObject({ id: textKept, name: textKept }), hasPlan: flagKept,
  days: z.record(dateKept, z.looseObject({ providerId: textKept, counts: counts() })),
  before: z.looseObject({ last: z.record(z.string(), dateKept), turns: z.array(z.looseObject({ week: dateKept, turns: numberKept, failed: numberKept })) }),
})));
const councilWeekKept = whenAsked<CouncilWeek>(() => branded<CouncilWeek>(z.looseObject({ week: dateKept, days: z.record(dateKept, counts()), people: people(), peopleIn: z.looseObject({ 4: people(), 13: people(), 52: people() }) })));
const providerWeekKept = whenAsked<ProviderWeek>(() => branded<ProviderWeek>(z.looseObject({ id: namedKept, name: textKept, week: dateKept, days: z.record(dateKept, counts()), people: numberKept, withPlan: numberKept })));
const failing = () => z.looseObject({ people: z.looseObject({ 0: numberKept, 10: numberKept, 20: numberKept, 30: numberKept, more: numberKept }), most: z.array(z.looseObject({ personId: personIdKept, turns: numberKept, failed: numberKept })) });
/** At first only the lists were kept: whatever is kept so is added up anew each night, and is as if it were not there until then. */
const fairnessKept = whenAsked<Fairness | 'older'>(() => z.union([branded<Fairness>(z.looseObject({ 4: failing(), 13: failing() })), z.pipe(z.pipe(z.looseObject({ 4: z.array(z.unknown()) }), z.transform(() => 'older' as const)), z.literal('older'))]));

const mostInAPage = 100;

interface KeptWeek { readonly row: PersonWeek; readonly version: number }

/** One person's last weeks in counts, newest first. */
export async function lastWeeksOf(table: Table, council: CouncilId, person: PersonId, most: number): Promise<readonly KeptWeek[]> {
  const { rows } = await table.query({ by: 'pk', pk: personPartition(council, person), from: 'figures#', to: 'figures#~', backwards: true, limit: most });
  return rows.map((row) => ({ row: valueIn(row, personWeekKept), version: row.version }));
}

/** Puts one person's week where it was read, found with everybody's of that week. */
export function personWeekOperation(council: CouncilId, row: PersonWeek, version = 0): Operation {
  return { do: 'put', row: { ...personWeekKey(council, row.personId, row.week), version: version + 1, index: figuresOfWeek(council, row.week), doc: documentOf(row) }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] };
}

/** Everybody's week, so many at a time. */
export async function* everybodysWeek(table: Table, council: CouncilId, week: LocalDate): AsyncGenerator<readonly PersonWeek[]> {
  for (let after: Cursor | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
    const page = await table.query({ by: 'index', index: figuresOfWeek(council, week), limit: mostInAPage, ...(after !== undefined && { after }) });
    yield page.rows.map((row) => valueIn(row, personWeekKept));
    after = page.next;
  }
}

/** Nothing of what was counted of somebody stays with them: their weeks, and their turns. */
export async function forgetCounted(table: Table, council: CouncilId, person: PersonId): Promise<void> {
  const pk = personPartition(council, person);
  const rows = (await Promise.all(['figures', 'turn'].map(async (kind) => everyRow(table, { by: 'pk', pk, from: `${kind}#`, to: `${kind}#~` })))).flat();
  for (let from = 0; from < rows.length; from += atOnce) await table.transact(rows.slice(from, from + atOnce).map(({ sk }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] })));
}

const atOnce = 90;

/** Keeps what a week came to, in the place of what was kept of it: the same rows give the same figures, so the later wins. */
export async function keepFolded(table: Table, council: CouncilId, { council: whole, providers, fairness }: { readonly council: CouncilWeek; readonly providers: readonly ProviderWeek[]; readonly fairness?: Fairness }): Promise<void> {
  const put = (row: { readonly pk: string; readonly sk: string; readonly index?: string }, value: unknown): Operation => ({ do: 'put', row: { ...row, version: 1, doc: documentOf(value) }, when: [] });
  const operations = [
    ...providers.map((each) => put({ ...providerWeekKey(council, each.week, each.id), index: figuresOfProvider(council, each.id) }, each)),
    ...(fairness === undefined ? [] : [put(fairnessKey(council), fairness)]), put(councilWeekKey(council, whole.week), whole),
  ];
  for (let from = 0; from < operations.length; from += atOnce) {
    const { kind } = await table.transact(operations.slice(from, from + atOnce));
    if (kind !== 'done') throw new Error('Figures may not have been kept');
  }
}

/** A council's weeks, from one Monday to another, in order. */
export async function councilWeeks(table: Table, council: CouncilId, from: LocalDate, to: LocalDate): Promise<readonly CouncilWeek[]> {
  return (await everyRow(table, { by: 'pk', pk: figuresPartition(council), from: councilWeekKey(council, from).sk, to: councilWeekKey(council, to).sk })).map((row) => valueIn(row, councilWeekKept));
}

/** Every provider's weeks, from one Monday to another, in order. */
export async function providerWeeks(table: Table, council: CouncilId, from: LocalDate, to: LocalDate): Promise<readonly ProviderWeek[]> {
  return (await everyRow(table, { by: 'pk', pk: figuresPartition(council), from: providerWeekKey(council, from, '').sk, to: providerWeekKey(council, to, '~').sk })).map((row) => valueIn(row, providerWeekKept));
}

export async function weeksOfProvider(table: Table, council: CouncilId, providerId: string, from: LocalDate, to: LocalDate): Promise<readonly ProviderWeek[]> {
  return (await everyRow(table, { by: 'index', index: figuresOfProvider(council, providerId), from: providerWeekKey(council, from, '').sk, to: providerWeekKey(council, to, '~').sk })).map((row) => valueIn(row, providerWeekKept));
}

/** Undefined until it is first added up. */
export async function fairnessOf(table: Table, council: CouncilId): Promise<Fairness | undefined> {
  const row = await table.get(fairnessKey(council));
  const kept = row === undefined ? undefined : valueIn(row, fairnessKept);
  return kept === 'older' ? undefined : kept;
}
