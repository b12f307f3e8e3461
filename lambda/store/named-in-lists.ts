import { dueShards } from './due-index.ts';
import { everyRow } from './every-row.ts';
import { deskPartition, duePartition, fairnessKey, listedKey, namedPartition, providerPersonKey, providersPartition, reachGapsKey, rulesKey, triedPartition, unreadablePartition, visitCodeKey } from './keys.ts';
import { fieldOf, heldIn, isThere, sifted, type NamedKind, type NamedRow, type Wanted } from './named-rows.ts';
import { documentOf } from './row-document.ts';
import type { Row } from './table.ts';

/** The council's lists that a person is in: of people, of what waits, of rules, of what was tried, of those a provider visits; and what is found by the index of those named. */
export async function namedInLists(wanted: Wanted): Promise<readonly NamedRow[]> {
  return (await Promise.all([lists(wanted), waiting(wanted), rules(wanted), tried(wanted), providers(wanted), indexed(wanted), fairness(wanted)])).flat();
}

async function lists({ table, council, person, own }: Wanted): Promise<readonly NamedRow[]> {
  const code = fieldOf(own.find(({ sk }) => sk === 'visit-code'), 'code');
  const [listed, gaps, visitCode] = await Promise.all([table.get(listedKey(council, person)), table.get(reachGapsKey(council, person)), typeof code === 'string' ? table.get(visitCodeKey(code)) : undefined]);
  return [...[listed, gaps].filter(isThere).map((row): NamedRow => ({ kind: 'list', row })), ...(visitCode === undefined ? [] : [{ kind: 'visit-code', row: visitCode } as const])];
}

/** What the engine looks at next, and what staff have before them. */
async function waiting({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const due = await Promise.all([...dueShards.map((shard) => duePartition(council, shard)), unreadablePartition(council)].map(async (pk) => everyRow(table, { by: 'pk', pk, limit: 1_000 })));
  const desk = await Promise.all(['waiting', 'on-desk', 'set-aside', 'alert'].map(async (list) => everyRow(table, { by: 'pk', pk: deskPartition(council), from: `${list}#`, to: `${list}#~`, limit: 1_000 })));
  const isTheirs = (row: Row) => fieldOf(row, 'personId') === person || (fieldOf(row, 'due', 'personId') === person && fieldOf(row, 'due', 'councilId') === council) || row.sk.endsWith(`.${person}`) || row.sk.includes(`#${council}#${person}#`);
  return [...due.flat(), ...desk.flat()].filter(isTheirs).map((row) => ({ kind: 'waiting', row }));
}

/** Rules that are theirs alone, and the versions of them. */
async function rules({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const isTheirs = (rule: unknown) => fieldOf({ doc: documentOf(rule) }, 'scope', 'personId') === person;
  const rows = await everyRow(table, { by: 'pk', pk: rulesKey(council).pk });
  return rows.flatMap((row): readonly NamedRow[] => {
    const held = heldIn(row);
    if (Array.isArray(held)) return held.some(isTheirs) ? [{ kind: 'rule', row, without: documentOf(held.filter((rule) => !isTheirs(rule))) }] : [];
    return isTheirs(held) ? [{ kind: 'rule', row }] : [];
  });
}

/** Tries of a rule on the past: lines about them, and tries of a rule of theirs. */
async function tried({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const rows = await everyRow(table, { by: 'pk', pk: triedPartition(council), limit: 100 });
  return rows.flatMap((row): readonly NamedRow[] => {
    const held = heldIn(row);
    if (!Array.isArray(held)) return row.doc.includes(`"${person}"`) ? [{ kind: 'tried', row }] : [];
    const others = held.filter((line) => fieldOf({ doc: documentOf(line) }, 'personId') !== person);
    return others.length === held.length ? [] : [{ kind: 'tried', row, without: documentOf(others) }];
  });
}

async function providers({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const all = await everyRow(table, { by: 'pk', pk: providersPartition(council) });
  return (await Promise.all(all.map(async ({ sk }) => table.get(providerPersonKey(council, sk, person))))).filter(isThere).map((row) => ({ kind: 'provider', row }));
}

const kindByPartition: Readonly<Record<string, NamedKind>> = { code: 'code', pairing: 'code', request: 'answered-request', 'assistant-ask': 'assistant', 'changed-visits': 'waiting' };

async function indexed({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const rows = await everyRow(table, { by: 'index', index: namedPartition(council, person) });
  return rows.map((row) => ({ kind: kindByPartition[row.pk.slice(0, row.pk.indexOf('#'))] ?? 'code', row }));
}

/** Whom the speaker understands the least, by name for their adviser. */
async function fairness({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const row = await table.get(fairnessKey(council));
  const held = heldIn(row);
  if (row === undefined || held === undefined || Array.isArray(held)) return [];
  const without = sifted(held, (whose) => whose !== person);
  return JSON.stringify(without) === JSON.stringify(held) ? [] : [{ kind: 'figures', row, without: documentOf(without) }];
}
