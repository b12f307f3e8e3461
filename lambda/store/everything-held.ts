import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { HeldKind } from '../../web/console/data-port.ts';
import { kindOf } from './erase-person.ts';
import { everyRow } from './every-row.ts';
import { householdKept } from './household-rows.ts';
import { personPartition } from './keys.ts';
import { namedElsewhere } from './named-elsewhere.ts';
import { heldIn, sifted } from './named-rows.ts';
import { valueIn } from './row-document.ts';
import { spokenKey } from './spoken-parts.ts';
import type { Row, Table } from './table.ts';

/** What opens something, or proves who somebody is, is not given out even to themselves. */
const secrets = new Set(['salt', 'hash', 'wordHash', 'claimHash', 'codeHash', 'contactHash', 'bodyHash', 'publicKey', 'csrf', 'speaker', 'speakerBefore', 'alexaId', 'secretAddress']);

/** Everything held about somebody, kind by kind: their own rows, and all others that name them. */
export async function everythingHeld(table: Table, council: CouncilId, person: PersonId): Promise<readonly HeldKind[]> {
  const own = await everyRow(table, { by: 'pk', pk: personPartition(council, person) });
  const record = own.find(({ sk }) => sk === spokenKey('household'));
  const elsewhere = await namedElsewhere({ table, council, person, household: record === undefined ? undefined : valueIn(record, householdKept), own });
  const named = elsewhere.map(({ kind, row }) => ({ kind, name: '', value: withoutSecrets(aboutThem(row, person)) }));
  const theirs = own.map((row) => ({ kind: kindOf(row.sk), name: row.sk.split('#').slice(1).join(' '), value: withoutSecrets(heldIn(row) ?? valueOf(row)) }));
  return [...Map.groupBy([...theirs, ...named], ({ kind }) => kind)].map(([kind, rows]) => ({ kind, rows: rows.map(({ name, value }) => ({ name, value })) }));
}

/** Of a row about many people, only what is about this one. */
function aboutThem(row: Row, person: PersonId): unknown {
  const held = heldIn(row);
  return sifted(Array.isArray(held) ? held.filter((each) => JSON.stringify(each).includes(`"${person}"`)) : held ?? valueOf(row), (whose) => whose === person);
}

function valueOf({ doc }: Row): unknown {
  return (JSON.parse(doc) as { readonly value?: unknown }).value ?? null;
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, secrets.has(name) ? 'kept secret' : withoutSecrets(each)]));
}
