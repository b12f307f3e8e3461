import { isOfUrgentKind, type Due, type DueItem } from '../../models/alert/index.ts';
import * as z from 'zod/mini';
import { instant, type CouncilId, type Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { duePartition, dueSortKey, unreadablePartition } from './keys.ts';
import { branded, councilIdKept, instantKept, namedKept, numberKept, personIdKept, whenAsked } from './kept-values.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Row, Table } from './table.ts';

/**
 * What is to be looked at next: one row each, by council; within a shard in the order of time. Finding what is due costs as much as there is
 * due, however much is waiting. What is urgent is in a lane by itself, so that nothing else of its council is before it; the rest is in shards
 * by whom it is about, which spread the writes of a busy minute.
 */
export const dueLanes = { urgent: ['urgent'], usual: ['00', '01', '02', '03'] } as const;
const usualShards = dueLanes.usual.length;
export const dueShards: readonly DueShard[] = [...dueLanes.urgent, ...dueLanes.usual];
export type DueShard = (typeof dueLanes)['urgent' | 'usual'][number];

/** Puts something where it is found at that time. The same thing at the same time is one row. */
export function dueOperation(at: Instant, due: Due, tries = 0): Operation {
  return { do: 'put', row: { ...dueKey(at, due), version: 1, doc: documentOf({ due, tries }) }, when: [] };
}

/** Takes it away from there; nothing happens where it is not. */
export function notDueOperation(at: Instant, due: Due): Operation {
  return { do: 'delete', key: dueKey(at, due), when: [] };
}

/** What of one shard of a council is due by now, the longest due first. A row that cannot be read is moved out of the way of the others, and counted among what is set aside. */
export async function dueBy(table: Table, council: CouncilId, shard: DueShard, now: Instant, most: number): Promise<readonly DueItem[]> {
  const { rows } = await table.query({ by: 'pk', pk: duePartition(council, shard), to: `${new Date(now).toISOString()}#~`, limit: most });
  const items: DueItem[] = [];
  for (const row of rows) {
    const item = itemOrBroken(row);
    if (item === undefined) await table.transact([{ do: 'delete', key: { pk: row.pk, sk: row.sk }, when: [] }, { do: 'put', row: { ...row, pk: unreadablePartition(council) }, when: [] }]);
    else items.push(item);
  }
  return items;
}

function itemOrBroken(row: Row): DueItem | undefined {
  try {
    return itemOf(row);
  } catch {
    return undefined;
  }
}

/** Everything of one shard that is due by a moment, however much that is. What cannot be read is left to the sweep. */
export async function everyDueBy(table: Table, council: CouncilId, shard: DueShard, until: Instant): Promise<readonly DueItem[]> {
  const rows = await everyRow(table, { by: 'pk', pk: duePartition(council, shard), to: `${new Date(until).toISOString()}#~`, limit: mostInAPage });
  return rows.flatMap((row) => itemOrBroken(row) ?? []);
}

const mostInAPage = 1_000;

/** One row as it was kept, or came by a stream; undefined when it is not of the due-index, or cannot be read. */
export function dueItemIn(row: Row): DueItem | undefined {
  return row.pk.startsWith('due#') ? itemOrBroken(row) : undefined;
}

/** An item as a queue carried it; undefined when it cannot be read. */
export function readDueItem(body: string): DueItem | undefined {
  try {
    const read = dueItemKept().safeParse(JSON.parse(body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** What of one shard comes first, due or not. */
export async function firstDue(table: Table, council: CouncilId, shard: DueShard): Promise<Instant | undefined> {
  const { rows: [row] } = await table.query({ by: 'pk', pk: duePartition(council, shard), limit: 1 });
  return row === undefined ? undefined : timeOf(row);
}

function dueKey(at: Instant, due: Due): { pk: string; sk: string } {
  const about = aboutOf(due);
  return { pk: duePartition(due.councilId, isUrgent(due) ? 'urgent' : shardOf(about)), sk: dueSortKey(at, about) };
}

/** What tells one thing to look at from every other. */
export function aboutOf(due: Due): string {
  const what = due.kind === 'alert' ? due.alertId : due.kind === 'device' ? due.deviceId : '';
  return `${due.councilId}#${due.personId ?? ''}#${due.kind}#${what}`;
}

/** By its kind, which its id names: an alert keeps its lane whatever becomes of it. */
function isUrgent(due: Due): boolean {
  return due.kind === 'alert' && isOfUrgentKind(due.alertId);
}

function shardOf(about: string): DueShard {
  let sum = 0;
  for (let place = 0; place < about.length; place += 1) sum = (Math.imul(sum, 31) + about.charCodeAt(place)) >>> 0;
  return dueLanes.usual[sum % usualShards] ?? '00';
}

function itemOf(row: Row): DueItem {
  const { due, tries } = valueIn(row, dueKept);
  return { at: timeOf(row), due, tries };
}

function timeOf({ sk }: Row): Instant {
  return instant(Date.parse(sk.slice(0, sk.indexOf('#'))));
}

const dueShape = () => branded<Due>(z.looseObject({
  kind: z.enum(['alert', 'plan', 'device', 'request-expiry', 'figures']), councilId: councilIdKept, personId: z.exactOptional(personIdKept), alertId: z.exactOptional(namedKept), deviceId: z.exactOptional(namedKept),
}));
const dueKept = whenAsked(() => z.looseObject({ due: dueShape(), tries: numberKept }));
/** An item by itself, as a queue carries it, or as it is set aside. */
export const dueItemKept = whenAsked<DueItem>(() => z.looseObject({ at: instantKept, due: dueShape(), tries: numberKept }));
