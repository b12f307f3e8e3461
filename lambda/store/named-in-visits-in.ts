import { calendarDevice } from '../../models/visits-in/index.ts';
import { everyRow } from './every-row.ts';
import { heartbeatKey, rotaCalendarsPartition, visitClientsPartition, visitRunPartition, visitRunsPartition, visitSourcesPartition } from './keys.ts';
import { fieldOf, heldIn, isThere, type NamedRow, type Wanted } from './named-rows.ts';
import { documentOf } from './row-document.ts';
import type { Row } from './table.ts';

/** What systems outside call the person, the calendars that are read for them, and what was sent of them: kept for thirty days in pages about many people, and taken out of each. */
export async function namedInVisitsIn(wanted: Wanted): Promise<readonly NamedRow[]> {
  const { table, council, person, household } = wanted;
  const [sources, runs] = await Promise.all([visitSourcesPartition(council), visitRunsPartition(council)].map(async (pk) => everyRow(table, { by: 'pk', pk })));
  const clients = (await Promise.all((sources ?? []).map(async ({ sk }) => everyRow(table, { by: 'pk', pk: visitClientsPartition(council, sk.slice('source#'.length)), limit: 1_000 })))).flat();
  const called = clients.filter((row) => row.sk === `person#${person}` || fieldOf(row, 'personId') === person);
  const names = [...called.map((row) => fieldOf(row, 'client')), household?.name.full].filter((name) => typeof name === 'string' && name !== '').map((name) => JSON.stringify(name).slice(1, -1).toLowerCase());
  const isTheirs = (value: unknown) => fieldOf({ doc: documentOf(value) }, 'personId') === person || names.some((name) => JSON.stringify(value).toLowerCase().includes(name));
  const pages = (await Promise.all((runs ?? []).map(async ({ sk }) => everyRow(table, { by: 'pk', pk: visitRunPartition(council, sk.slice('run#'.length)) })))).flat();
  return [...[...called, ...await calendarsOf(wanted)].map((row): NamedRow => ({ kind: 'brought-in', row })), ...pages.flatMap((row) => withoutThem(row, heldIn(row), isTheirs)), ...(runs ?? []).flatMap((row) => withoutThemUnmatched(row, isTheirs))];
}

/** Calendars of theirs that are read, and when each was heard of. */
async function calendarsOf({ table, council, person }: Wanted): Promise<readonly Row[]> {
  const rows = await everyRow(table, { by: 'pk', pk: rotaCalendarsPartition(council) });
  const theirs = rows.filter((row) => fieldOf(row, 'personId') === person || fieldOf(row, 'last', 'forPerson') === person);
  const beats = await Promise.all(theirs.map(async ({ sk }) => table.get(heartbeatKey(council, calendarDevice({ id: sk.slice('rota#'.length) })))));
  return [...theirs, ...beats.filter(isThere)];
}

function withoutThem(row: Row, held: unknown, isTheirs: (value: unknown) => boolean): readonly NamedRow[] {
  if (!Array.isArray(held) || !held.some(isTheirs)) return [];
  return [{ kind: 'brought-in', row, without: documentOf(held.filter((each) => !isTheirs(each))) }];
}

/** A name that nobody could be found by when it was sent. */
function withoutThemUnmatched(row: Row, isTheirs: (value: unknown) => boolean): readonly NamedRow[] {
  const unmatched = fieldOf(row, 'unmatched');
  if (!Array.isArray(unmatched) || !unmatched.some(isTheirs)) return [];
  return [{ kind: 'brought-in', row, without: documentOf({ ...heldIn(row) as Readonly<Record<string, unknown>>, unmatched: unmatched.filter((each) => !isTheirs(each)) }) }];
}
