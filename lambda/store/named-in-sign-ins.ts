import { contactHashOf, contactKeysOf } from './contact-rows.ts';
import { everyRow } from './every-row.ts';
import { calendarFeedKey, calendarFeedsOf, calendarRevisionsKey, assistantKeyKey, assistantKeysOf, passkeyKey, passkeysOf, sessionKey, sessionsOf, sealedTalksKey, signInCodeKey } from './keys.ts';
import { fieldOf, isThere, type NamedRow, type Wanted } from './named-rows.ts';
import { documentOf } from './row-document.ts';
import { signInCodeHash } from './sign-in-code-hash.ts';
import type { Row } from './table.ts';

/** How the person, and those of their circle, are known at the door: numbers and addresses by their hash, sign-ins, passkeys, codes that were asked for, calendars, assistants. */
export async function namedInSignIns(wanted: Wanted): Promise<readonly NamedRow[]> {
  return (await Promise.all([contacts(wanted), signIns(wanted), passkeys(wanted), calendars(wanted), assistants(wanted)])).flat();
}

async function contacts({ table, council, household }: Wanted): Promise<readonly NamedRow[]> {
  if (household === undefined) return [];
  const own = [household.ownPhone, household.ownEmail].filter((each) => each !== undefined);
  const rows = await Promise.all([...contactKeysOf(household), ...own.map((contact) => signInCodeKey(signInCodeHash(council, contact)))].map(async (key) => table.get(key)));
  return rows.filter(isThere).map((row) => ({ kind: 'contact', row }));
}

/** Whose sign-ins may name the person: their own, and those of the circle by number, by address, and as made up. */
function whose({ person, household }: Wanted): readonly string[] {
  const members = (household?.circle ?? []).flatMap(({ id, phone, email }) => [id, ...[phone, email].flatMap((contact) => (contact === undefined ? [] : [contactHashOf(contact).slice(0, 24)]))]);
  return [`person/${person}`, ...new Set(members.map((id) => `carer/${id}`))].map((each) => each.replaceAll('#', '-'));
}

async function signIns(wanted: Wanted): Promise<readonly NamedRow[]> {
  const { table, council } = wanted;
  const lists = (await Promise.all(whose(wanted).map(async (id) => everyRow(table, { by: 'pk', pk: sessionsOf(council, id) })))).flat();
  const found = await Promise.all(lists.map(async (list) => ({ list, row: await table.get(sessionKey(list.sk)) })));
  return found.flatMap(({ list, row }) => (row === undefined || !isOf(row, wanted) ? [] : [list, row])).map((row) => ({ kind: 'sign-in', row }));
}

async function passkeys(wanted: Wanted): Promise<readonly NamedRow[]> {
  const { table, council, person } = wanted;
  const lists = (await Promise.all(whose(wanted).map(async (id) => everyRow(table, { by: 'pk', pk: passkeysOf(council, id) })))).flat();
  const found = await Promise.all(lists.map(async (list) => ({ list, row: await table.get(passkeyKey(list.sk)) })));
  return found.flatMap(({ list, row }): readonly NamedRow[] => {
    if (row === undefined || !isOf(row, wanted)) return [];
    const others = placesIn(row).filter(({ personId }) => personId !== person);
    // Whoever looks after somebody else as well keeps their passkey.
    return others.length > 0 ? [{ kind: 'passkey', row, without: documentOf({ ...fieldOf(row) as object, identity: { ...fieldOf(row, 'identity') as object, circles: others } }) }] : [{ kind: 'passkey', row: list }, { kind: 'passkey', row }];
  });
}

function isOf(row: Row, { person }: Wanted): boolean {
  return fieldOf(row, 'identity', 'personId') === person || placesIn(row).some(({ personId }) => personId === person);
}

function placesIn(row: Row): readonly { readonly personId: string }[] {
  const places = fieldOf(row, 'identity', 'circles');
  return Array.isArray(places) ? places as readonly { readonly personId: string }[] : [];
}

async function calendars({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const lists = await everyRow(table, { by: 'pk', pk: calendarFeedsOf(council, person) });
  const feeds = await Promise.all(lists.flatMap(({ sk }) => [calendarFeedKey(sk), calendarRevisionsKey(sk)]).map(async (key) => table.get(key)));
  return [...lists, ...feeds.filter(isThere)].map((row) => ({ kind: 'calendar', row }));
}

/** Keys of assistants for them, and the talks of each that are not over. */
async function assistants({ table, council, person }: Wanted): Promise<readonly NamedRow[]> {
  const lists = await everyRow(table, { by: 'pk', pk: assistantKeysOf(council, person) });
  const rows = await Promise.all(lists.flatMap(({ sk }) => [assistantKeyKey(sk), sealedTalksKey(sk)]).map(async (key) => table.get(key)));
  return [...lists, ...rows.filter(isThere)].map((row) => ({ kind: 'assistant', row }));
}
