import { moneyKeptUntil } from '../../models/person-record/index.ts';
import type { Household } from '../../models/household/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { Erasure } from '../../web/console/data-port.ts';
import { dueOperation } from './due-index.ts';
import { erasureId, keepErasure } from './erasure-rows.ts';
import { everyRow } from './every-row.ts';
import { householdKept } from './household-rows.ts';
import { personPartition } from './keys.ts';
import { namedElsewhere } from './named-elsewhere.ts';
import type { NamedRow } from './named-rows.ts';
import { valueIn } from './row-document.ts';
import { spokenKey } from './spoken-parts.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Operation, Row, Table } from './table.ts';
import { deedAlone, moneyAlone } from './what-stays.ts';

const atOnce = 90;
/** Rows written while it goes on are found by looking again. */
const mostLooks = 6;

/**
 * Removes all that is held of somebody: first where they are named elsewhere, then their own rows, the record itself last, so that one
 * that breaks off can be gone on with. Money lines stay without their words for seven years, and who did what without what it was about.
 * Throws when it is not certain; then it may be begun again.
 */
export async function erasePerson(table: Table, council: CouncilId, person: PersonId, begun: Omit<Erasure, 'id' | 'personId' | 'state' | 'removed' | 'changed' | 'kept' | 'moneyUntil'> & Partial<Pick<Erasure, 'id' | 'removed' | 'changed'>>): Promise<Erasure> {
  const pk = personPartition(council, person);
  const [removed, changed] = [new Map(Object.entries(begun.removed ?? {})), new Map(Object.entries(begun.changed ?? {}))];
  let erasure: Erasure = { ...begun, id: begun.id ?? erasureId(begun.at, person), personId: person, state: 'under-way', removed: Object.fromEntries(removed), changed: Object.fromEntries(changed), kept: { entries: 0, deeds: 0 }, moneyUntil: moneyKeptUntil(begun.at) };
  await keepErasure(table, council, erasure);
  let household: Household | undefined;
  let kept: readonly Row[] = [];
  for (let look = 0; look < mostLooks; look += 1) {
    const own = await everyRow(table, { by: 'pk', pk });
    household = householdIn(own) ?? household;
    const elsewhere = await namedElsewhere({ table, council, person, household, own });
    const { going, staying } = partedBy(own);
    kept = staying.after;
    const goesOn = elsewhere.length > 0 || going.length > 0 || staying.operations.length > 0;
    if (!goesOn) break;
    await takeOut(table, elsewhere, { removed, changed });
    await inTurns(table, staying.operations);
    const [record, rest] = [going.filter(({ sk }) => sk.startsWith('spoken#')), going.filter(({ sk }) => !sk.startsWith('spoken#'))];
    await inTurns(table, rest.map(deletion));
    await inTurns(table, record.map(deletion));
    for (const { sk } of going) count(removed, kindOf(sk));
    if (look + 1 === mostLooks) throw new StoreDoesNotAnswer('something of an erased record may still be there');
    erasure = { ...erasure, removed: Object.fromEntries(removed), changed: Object.fromEntries(changed) };
    await keepErasure(table, council, erasure);
  }
  erasure = { ...erasure, state: 'done', kept: { entries: kept.filter(({ sk }) => sk.startsWith('entry#')).length, deeds: kept.filter(({ sk }) => sk.startsWith('audit#')).length } };
  // The engine comes back for what was written meanwhile, and in seven years for what is left.
  await inTurns(table, [...(begun.id === undefined ? [hourOn(erasure.at)] : []), erasure.moneyUntil].map((at) => dueOperation(at, { kind: 'plan', councilId: council, personId: person })));
  await keepErasure(table, council, erasure);
  return erasure;
}

/** `spoken#household` and `entry#000000000001` by what they are: "spoken-household", "entry". */
export function kindOf(sk: string): string {
  return sk.startsWith('spoken#') ? sk.replace('#', '-') : sk.split('#')[0] ?? sk;
}

const hourOn = (at: Instant): Instant => (at + 3_600_000) as Instant;

const erasedMark = '"about":""';

/** What goes of somebody's own rows, and what stays in another form: it is in that form when nothing more has to be done to it. */
function partedBy(own: readonly Row[]): { readonly going: readonly Row[]; readonly staying: { readonly operations: readonly Operation[]; readonly after: readonly Row[] } } {
  const money = own.filter(({ sk }) => sk.startsWith('entry#'));
  const deeds = own.filter(({ sk }) => sk.startsWith('audit#'));
  const bare = moneyAlone(money).filter(({ row, after }) => row.doc !== after.doc);
  const named = deeds.filter(({ sk, doc }) => !/#kept-\d+$/.test(sk) || !doc.includes(erasedMark));
  const from = deeds.length - named.length;
  const told = named.map((row, place) => ({ row, after: deedAlone(row, from + place) }));
  return {
    going: own.filter(({ sk }) => !sk.startsWith('entry#') && !sk.startsWith('audit#')),
    staying: {
      operations: [...bare.map(({ after }): Operation => ({ do: 'put', row: after, when: [] })), ...told.flatMap(({ row, after }): Operation[] => [{ do: 'put', row: after, when: [] }, deletion(row)])],
      after: [...money, ...deeds],
    },
  };
}

/** Each by itself where somebody else may be changing it at the same time: it is looked at again. */
async function takeOut(table: Table, rows: readonly NamedRow[], { removed, changed }: { readonly removed: Map<string, number>; readonly changed: Map<string, number> }): Promise<void> {
  const gone = rows.filter(({ without }) => without === undefined);
  await inTurns(table, gone.map(({ row }) => deletion(row)));
  for (const { kind } of gone) count(removed, kind);
  for (const { kind, row, without } of rows) {
    if (without === undefined) continue;
    const { kind: result } = await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: without }, when: [{ if: 'version-is', version: row.version }] }]);
    if (result === 'unknown') throw new StoreDoesNotAnswer('something of an erased record may still be there');
    if (result === 'done') count(changed, kind);
  }
}

const deletion = ({ pk, sk }: Row): Operation => ({ do: 'delete', key: { pk, sk }, when: [] });

async function inTurns(table: Table, operations: readonly Operation[]): Promise<void> {
  const once = [...new Map(operations.map((operation) => [operation.do === 'put' ? `${operation.row.pk} ${operation.row.sk}` : `${operation.key.pk} ${operation.key.sk}`, operation])).values()];
  for (let from = 0; from < once.length; from += atOnce) {
    const { kind } = await table.transact(once.slice(from, from + atOnce));
    if (kind !== 'done') throw new StoreDoesNotAnswer('something of an erased record may still be there');
  }
}

function count(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

function householdIn(own: readonly Row[]): Household | undefined {
  const row = own.find(({ sk }) => sk === spokenKey('household'));
  return row === undefined ? undefined : valueIn(row, householdKept);
}
