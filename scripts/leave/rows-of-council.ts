import { createHash } from 'node:crypto';
import { councilId, personId } from '../../models/shared/index.ts';
import { everyRow } from '../../lambda/store/every-row.ts';
import { householdKept } from '../../lambda/store/household-rows.ts';
import { personPartition } from '../../lambda/store/keys.ts';
import { namedElsewhere } from '../../lambda/store/named-elsewhere.ts';
import { valueIn } from '../../lambda/store/row-document.ts';
import { spokenKey } from '../../lambda/store/spoken-parts.ts';
import type { Row, Table } from '../../lambda/store/table.ts';

/** Rows that are found before it is known whose they are (`test/store/keys.test.ts` names each with its reason): these say in themselves which council they are of. */
const foundFirst = new Set(['speaker', 'desk-alerts', 'code', 'device', 'pairing', 'api-key', 'request', 'sign-in-code', 'session', 'passkey', 'passkey-challenge', 'organisation-code', 'visit-code', 'calendar', 'assistant', 'assistant-ask', 'talks', 'due']);

export const nameOf = ({ pk, sk }: Pick<Row, 'pk' | 'sk'>): string => JSON.stringify([pk, sk]);
/** Every byte of a row, in one. */
export const hashOfRow = ({ pk, sk, version, index, numbers, doc }: Row): string => createHash('sha256').update(JSON.stringify([pk, sk, version, index ?? null, Object.entries(numbers ?? {}).toSorted(), doc])).digest('hex');

/** The names of all rows that are one council's: by their key, by what they say of themselves, by lying beside such a row or being opened by its key, and by naming its people. */
export async function rowsOfCouncil(council: string, rows: () => AsyncIterable<Row> | Iterable<Row>, table: Table): Promise<ReadonlySet<string>> {
  const own = new Set<string>();
  const [partitions, opened, people] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for await (const row of rows()) {
    const [kind = '', first = '', second = ''] = row.pk.split('#');
    if (!(foundFirst.has(kind) ? saysOf(row, council) : first === council)) continue;
    own.add(nameOf(row));
    if (foundFirst.has(kind)) partitions.add(row.pk);
    if (kind === 'api-key' || kind === 'assistant') opened.add(first);
    if (kind === 'device') opened.add(`device-${first}`);
    if (kind === 'person') people.add(second);
  }
  for await (const row of rows()) {
    const [kind = '', first = ''] = row.pk.split('#');
    if (kind !== 'due' && (partitions.has(row.pk) || ((kind === 'request' || kind === 'talks') && opened.has(first)))) own.add(nameOf(row));
  }
  for (const person of people) for (const { row } of await elsewhere(table, council, person)) own.add(nameOf(row));
  return own;
}

/** The index it is found by, or the council in its document. */
function saysOf({ index = '', doc }: Row, council: string): boolean {
  if (index.startsWith(`named#${council}#`) || index === `api-keys#${council}`) return true;
  const found = new Set<string>();
  councilsIn(JSON.parse(doc), found);
  return found.size === 1 && found.has(council);
}

function councilsIn(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if ((name === 'councilId' || name === 'council') && typeof each === 'string') found.add(each);
    else councilsIn(each, found);
  }
}

async function elsewhere(table: Table, of: string, who: string): ReturnType<typeof namedElsewhere> {
  const [council, person] = [councilId(of), personId(who)];
  const own = await everyRow(table, { by: 'pk', pk: personPartition(council, person) });
  const record = own.find(({ sk }) => sk === spokenKey('household'));
  return namedElsewhere({ table, council, person, household: record === undefined ? undefined : valueIn(record, householdKept), own });
}
