import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../models/shared/index.ts';
import { countingTable } from '../lambda/store/counting-table.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { microseconds, spreadOf, table, times } from './figures.ts';
import { copyName, fill, skillOver } from './household-of-many.ts';
import { nextVisitRequest, timeTurns } from './turns.ts';

const at = instant(Date.UTC(2026, 11, 1, 8, 0));
const sizes = [10, 1_000, 100_000];
const rounds = 200;
/** As many as the fewest stored: nobody is asked about twice in a round, so that nothing is remembered from the turn before. */
const perRound = 10;

/** The same turn with more and more people stored, each turn a different one's. Flat is what it ought to be. */
export async function growth(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'my-care-bench-'));
  const stores = [];
  for (const people of sizes) {
    const store = openSqliteTable(join(folder, `${people}.sqlite`));
    await fill(store, people, at);
    const counted = countingTable(store);
    stores.push({ people, store, counted, found: [] as number[] });
  }
  let step = 0;
  const requests = (people: number) => Array.from({ length: perRound }, () => nextVisitRequest(copyName((step += 7_919) % people), at));
  for (const { counted, people } of stores) for (let warm = 0; warm < 30; warm += 1) await timeTurns(skillOver(counted, at).ask, requests(people));
  for (const { counted } of stores) counted.restart();
  for (let round = 0; round < rounds; round += 1) for (const each of stores) each.found.push(...await timeTurns(skillOver(each.counted, at).ask, requests(each.people)));
  const least = spreadOf(stores[0]?.found ?? []).p50;
  table('The same turn with more people stored (SQLite in a file, end to end, nobody remembered)', ['people', 'p50', 'p99', 'p50 against the fewest', 'reads a turn'], stores.map(({ people, found, counted }) => {
    const spread = spreadOf(found);
    return [people.toLocaleString('en-GB'), microseconds(spread.p50), microseconds(spread.p99), times(spread.p50, least), (counted.trips.reads / found.length).toFixed(2)];
  }));
  for (const { store } of stores) await store.close();
  rmSync(folder, { recursive: true });
}
