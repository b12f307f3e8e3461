import { ukPhone } from '../channels/uk-phone.ts';
import { everyRow } from './every-row.ts';
import { deskAlertsPartition, deviceKey, heartbeatKey, sealedTalksKey, speakerPartition, textedKey } from './keys.ts';
import { namedInLists } from './named-in-lists.ts';
import { namedInVisitsIn } from './named-in-visits-in.ts';
import { namedInSignIns } from './named-in-sign-ins.ts';
import { fieldOf, heldIn, isThere, type NamedRow, type Wanted } from './named-rows.ts';
import { documentOf } from './row-document.ts';
import { numberHash } from './texted-rows.ts';

/** Every row outside a person's own that names them: what they would be told of besides, and what is removed when they are erased. */
export async function namedElsewhere(wanted: Wanted): Promise<readonly NamedRow[]> {
  return (await Promise.all([namedInSignIns(wanted), namedInLists(wanted), devices(wanted), speaker(wanted), texts(wanted), namedInVisitsIn(wanted)])).flat();
}

/** Screens that are set up, and when they were heard of. */
async function devices({ table, council, person, own }: Wanted): Promise<readonly NamedRow[]> {
  const beats = await everyRow(table, { by: 'pk', pk: heartbeatKey(council, '-').pk, limit: 1_000 });
  const theirs = beats.filter((row) => fieldOf(row, 'personId') === person);
  const ids = [...new Set([...addressesIn(own).map(({ value }) => value).filter((value) => /^[a-z0-9-]{4,40}$/.test(value)), ...theirs.map(({ sk }) => sk)])];
  const kept = await Promise.all(ids.flatMap((id) => [deviceKey(id), sealedTalksKey(id)]).map(async (key) => table.get(key)));
  return [...theirs, ...kept.filter(isThere)].map((row) => ({ kind: 'device', row }));
}

/** The speaker that is linked to them, and the reminders of one of our own. */
async function speaker({ table, own }: Wanted): Promise<readonly NamedRow[]> {
  const link = own.find(({ sk }) => sk === 'spoken#link');
  const [key, alexaId] = [fieldOf(link, 'speaker'), fieldOf(link, 'details', 'alexaId')];
  const partitions = [...(typeof key === 'string' ? [speakerPartition(key as never)] : []), ...(typeof alexaId === 'string' ? [deskAlertsPartition(alexaId)] : [])];
  return (await Promise.all(partitions.map(async (pk) => everyRow(table, { by: 'pk', pk })))).flat().map((row) => ({ kind: 'speaker', row }));
}

/** What was lately texted to numbers that are theirs or of their circle. */
async function texts({ table, council, person, household, own }: Wanted): Promise<readonly NamedRow[]> {
  const numbers = [household?.ownPhone, ...(household?.circle ?? []).map(({ phone }) => phone), ...addressesIn(own).map(({ value }) => value)].flatMap((phone) => (phone === undefined ? [] : [ukPhone(phone)])).filter((number) => number !== undefined);
  const rows = await Promise.all([...new Set(numbers)].map(async (number) => table.get(textedKey(council, numberHash(number)))));
  return rows.filter(isThere).flatMap((row): readonly NamedRow[] => {
    const held = heldIn(row);
    const others = Array.isArray(held) ? held.filter((each) => fieldOf({ doc: documentOf(each) }, 'personId') !== person) : [];
    if (!Array.isArray(held) || others.length === held.length) return [];
    return [others.length === 0 ? { kind: 'texts', row } : { kind: 'texts', row, without: documentOf(others) }];
  });
}

function addressesIn(own: Wanted['own']): readonly { readonly value: string }[] {
  const reach = own.find(({ sk }) => sk === 'reach');
  const members = fieldOf(reach, 'members');
  const lists: readonly unknown[] = [fieldOf(reach, 'person'), ...(typeof members === 'object' && members !== null ? Object.values(members) as readonly unknown[] : [])];
  return lists.flatMap((list) => (Array.isArray(list) ? list as readonly { readonly value: string }[] : []));
}
