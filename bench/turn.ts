import { instant } from '../models/shared/index.ts';
import { countingTable } from '../lambda/store/counting-table.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { microseconds, spreadOf, table, times } from './figures.ts';
import { helloSkill } from './hello-skill.ts';
import { copyName, fill, skillOver } from './household-of-many.ts';
import { timedTable } from './timed-table.ts';
import { nextVisitRequest, sideBySide, timeTurns } from './turns.ts';

const at = instant(Date.UTC(2026, 11, 1, 8, 0));
const rounds = 60;
const perRound = 100;
/** More than are remembered, so that "somebody else each time" is somebody to be read and decoded from the start. */
const people = 5_000;

/** Our whole turn apart from the store's wait, against the least a skill can do; and the trips a turn makes. */
export async function turn(): Promise<void> {
  const store = openSqliteTable(':memory:');
  await fill(store, people, at);
  const counted = countingTable(store);
  const timed = timedTable(counted);
  const { ask } = skillOver(timed, at);
  const hello = helloSkill();
  const same = Array.from({ length: perRound }, () => nextVisitRequest('margaret', at));
  let next = 0;
  const others = () => Array.from({ length: perRound }, () => nextVisitRequest(copyName((next += 7) % people), at));
  for (let warm = 0; warm < 10; warm += 1) {
    await timeTurns(ask, same);
    await timeTurns(ask, others());
    await timeTurns(hello, same);
  }
  counted.restart();
  const [sameTimes, helloTimes] = await sideBySide(rounds, () => timeTurns(ask, same, () => timed.waitedMs), () => timeTurns(hello, same));
  const trips = { ...counted.trips };
  const [otherTimes] = await sideBySide(rounds, () => timeTurns(ask, others(), () => timed.waitedMs), () => Promise.resolve([]));
  const floor = spreadOf(helloTimes);
  const row = (name: string, found: readonly number[]) => {
    const spread = spreadOf(found);
    return [name, microseconds(spread.p50), microseconds(spread.p99), times(spread.p50, floor.p50)];
  };
  table('“When is my next visit?”: our own time in a turn, apart from the store’s', ['', 'p50', 'p99', 'p50 against hello'], [
    row('bare ask-sdk-core hello', helloTimes), row('the same person again', sameTimes), row('somebody else each time', otherTimes),
  ]);
  const turns = rounds * perRound;
  table('Trips to the store in such a turn', ['', 'a turn'], [
    ['reads', (trips.reads / turns).toFixed(2)], ['transactions', (trips.transactions / turns).toFixed(2)],
    ['rows read', (trips.rowsRead / turns).toFixed(1)], ['bytes read', Math.round(trips.bytesRead / turns).toString()],
  ]);
  await store.close();
}
