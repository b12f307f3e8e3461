import { setImmediate } from 'node:timers/promises';
import { localDate, type CouncilId } from '../../models/shared/index.ts';
import type { MoneyCounts } from '../../models/money-in/index.ts';
import { plainClient, type FileRefused } from '../../models/visits-in/index.ts';
import type { MoneyInDesk, MoneyLineShown, MoneySent, MoneyShown } from '../../web/console/money-in-port.ts';
import { standingOf, type MoneyStanding } from '../../web/console/money-in-words.ts';
import { moneyOfPerson } from '../money-in/money-of-person.ts';
import { partOf } from '../money-in/part-of-file.ts';
import { readMoneyFile } from '../money-in/read-money-file.ts';
import type { Services } from '../services.ts';
import { writeLook } from '../store/audit-rows.ts';
import { listedNow } from '../store/listed-people.ts';
import { moneyFileStore } from '../store/money-file-rows.ts';
import { waitingProposals } from '../store/proposal-rows.ts';
import { peopleByNumber } from './people-by-number.ts';

const zone = 'Europe/London';

/** One council's money from its finance systems, for its console. */
export function moneyInDesk(services: Services, council: CouncilId): MoneyInDesk {
  const { table, clock, wake } = services;
  const files = moneyFileStore(table);
  const goThrough = async (sent: MoneySent, isForGood: boolean): Promise<MoneyShown | FileRefused> => {
    const read = await readMoneyFile(sent.bytes, localDate(clock(), zone), sent.owner);
    if (read.kind === 'refused') return read;
    const part = partOf(read, sent.part);
    const begun = isForGood ? await files.begin(council, { source: sent.source, fileName: sent.fileName, by: sent.by.name, startedAt: clock(), part: part.part, parts: part.parts, rows: part.rows }) : undefined;
    const [listed, waiting] = await Promise.all([listedNow(table, council), waitingProposals(table, council)]);
    const people = peopleByNumber(listed);
    const byPerson = Map.groupBy(part.lines, ({ person }) => people.get(plainClient(person)));
    const shown: MoneyLineShown[] = [];
    for (const [found, lines] of byPerson) {
      const [one, other] = found ?? [];
      if (one === undefined || other !== undefined) {
        shown.push(...lines.map((line) => ({ line, outcome: { kind: one === undefined ? 'unknown-person' : 'several-people' } as const })));
        continue;
      }
      // Whoever is talking meanwhile comes first.
      await setImmediate();
      if (!isForGood) await writeLook(table, council, { who: sent.actor, personId: one.personId, what: 'money-in', why: 'look', at: clock() });
      const outcomes = await moneyOfPerson(lines, { services, council, personId: one.personId, sent, isForGood, waiting: waiting.filter(({ personId }) => personId === one.personId) });
      shown.push(...lines.map((line, place) => ({ line, person: { personId: one.personId, name: one.name }, outcome: outcomes[place] ?? { kind: 'uncertain' as const } })));
    }
    if (begun !== undefined) {
      await files.finish(council, begun, countsOf(shown, part.faults.length), clock());
      wake();
    }
    return { kind: 'read', ...part, lines: shown.toSorted((one, other) => one.line.row - other.line.row) };
  };
  return { look: async (sent) => goThrough(sent, false), bringIn: async (sent) => goThrough(sent, true), files: () => files.newest(council) };
}

function countsOf(shown: readonly MoneyLineShown[], faults: number): MoneyCounts {
  const count = (standing: MoneyStanding) => shown.filter(({ outcome }) => standingOf[outcome.kind] === standing).length;
  return { posts: count('posts'), waits: count('waits'), there: count('there'), left: count('left') + faults };
}
