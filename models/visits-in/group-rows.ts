import type { Instant } from '../shared/index.ts';
import type { IncomingRow, IncomingState, IncomingVisit, IncomingWorker, RowFault } from './incoming-visit.ts';

interface Grouped { readonly visits: readonly IncomingVisit[]; readonly faults: readonly RowFault[] }

const minuteMs = 60_000;
const mostWorkers = 4;
const mostRefs = 8;

/**
 * Rows put together to visits. Rows under one number are one visit; so are those for one person at the very same time, or tied
 * together by the source and overlapping: a double-up that some systems number twice. Rows that contradict each other are all refused.
 */
export function groupRows(rows: readonly IncomingRow[]): Grouped {
  const faults: RowFault[] = [];
  const byClient = new Map<string, IncomingRow[][]>();
  for (const same of Map.groupBy(rows, ({ ref }) => ref).values()) {
    const [first] = same;
    if (first === undefined) continue;
    const other = same.find(({ client, startsAt, minutes }) => client !== first.client || startsAt !== first.startsAt || minutes !== first.minutes);
    if (other !== undefined) {
      const what = `Visit ${first.ref} is in rows ${first.row} and ${other.row} with two different ${other.client === first.client ? 'times' : 'clients'}`;
      for (const { row, ref } of same) faults.push({ row, ref, what, mend: 'Give each visit a number of its own, and both care workers of one the same times' });
      continue;
    }
    const theirs = byClient.get(first.client);
    if (theirs === undefined) byClient.set(first.client, [same]);
    else theirs.push(same);
  }
  const visits: IncomingVisit[] = [];
  for (const theirs of byClient.values()) {
    for (const together of clusters(theirs)) {
      const visit = visitOf(together.rows.toSorted((one, other) => one.row - other.row));
      if (visit.workers.length <= mostWorkers && visit.refs.length <= mostRefs) visits.push(visit);
      else for (const row of visit.rows) faults.push({ row, ref: visit.refs[0] ?? '', what: `${visit.rows.length} rows, for ${visit.workers.length} care workers, are down for one visit`, mend: `Look whether these are different visits: ${mostWorkers} care workers are the most` });
    }
  }
  return { visits, faults };
}

interface Cluster { readonly rows: IncomingRow[]; endsAt: number }

/** What stands under different numbers and is one visit all the same: at the very same time, or of one group and overlapping. */
function clusters(theirs: readonly (readonly IncomingRow[])[]): readonly Cluster[] {
  const found: Cluster[] = [];
  const atSameTime = new Map<string, Cluster>();
  const lastOfGroup = new Map<string, Cluster>();
  for (const same of theirs.toSorted((one, other) => (one[0]?.startsAt ?? 0) - (other[0]?.startsAt ?? 0))) {
    const [first] = same;
    if (first === undefined) continue;
    const time = `${first.startsAt}/${first.minutes}`;
    const ofGroup = first.group === undefined ? undefined : lastOfGroup.get(first.group);
    const there = atSameTime.get(time) ?? (ofGroup !== undefined && first.startsAt < ofGroup.endsAt ? ofGroup : undefined);
    const cluster = there ?? { rows: [], endsAt: -Infinity };
    if (there === undefined) found.push(cluster);
    for (const row of same) cluster.rows.push(row);
    cluster.endsAt = Math.max(cluster.endsAt, first.startsAt + first.minutes * minuteMs);
    atSameTime.set(time, cluster);
    if (first.group !== undefined) lastOfGroup.set(first.group, cluster);
  }
  return found;
}

/** A visit of its rows. One that is called off for one care worker goes on with the others. */
function visitOf(rows: readonly IncomingRow[]): IncomingVisit {
  const standing = rows.filter(({ state }) => state !== 'cancelled');
  const counted = standing.length === 0 ? rows : standing;
  const startsAt = counted.reduce((first, row) => Math.min(first, row.startsAt), Infinity) as Instant;
  const endsAt = counted.reduce((last, row) => Math.max(last, row.startsAt + row.minutes * minuteMs), -Infinity);
  const cancelled = standing.length === 0 ? rows[0]?.cancelled : undefined;
  return {
    refs: [...new Set(rows.map(({ ref }) => ref))], rows: rows.map(({ row }) => row), client: rows[0]?.client ?? '', startsAt, minutes: Math.round((endsAt - startsAt) / minuteMs),
    workers: workersOf(counted), tasks: [...new Set(counted.flatMap((row) => row.tasks))], isTimeCritical: counted.some(({ isTimeCritical }) => isTimeCritical),
    state: stateOf(counted), ...(cancelled !== undefined && { cancelled }),
  };
}

/** Each care worker once, with what is known of their coming and going. */
function workersOf(rows: readonly IncomingRow[]): readonly IncomingWorker[] {
  const workers = new Map<string, IncomingWorker>();
  for (const { worker, alongside = [] } of rows) for (const each of worker === undefined ? [] : [worker, ...alongside]) workers.set(each.id, { ...workers.get(each.id), ...each });
  return [...workers.values()];
}

/** How it stands as a whole: ended only when it has for everybody, begun or on the way when it is for anybody. */
function stateOf(rows: readonly IncomingRow[]): IncomingState {
  const all = (state: IncomingState) => rows.every((row) => row.state === state);
  const any = (state: IncomingState) => rows.some((row) => row.state === state);
  if (all('cancelled') || all('completed') || all('missed')) return rows[0]?.state ?? 'planned';
  if (any('started') || any('completed')) return 'started';
  return any('en-route') ? 'en-route' : any('confirmed') ? 'confirmed' : 'planned';
}
