import { setImmediate } from 'node:timers/promises';
import { localDate, type CouncilId } from '../../models/shared/index.ts';
import { plainClient } from '../../models/visits-in/index.ts';
import type { MoneyInDesk, MoneyLineShown, MoneySent } from '../../web/console/money-in-port.ts';
import { moneyOfPerson } from '../money-in/money-of-person.ts';
import { readMoneyFile } from '../money-in/read-money-file.ts';
import type { Services } from '../services.ts';
import { writeLook } from '../store/audit-rows.ts';
import { listedNow } from '../store/listed-people.ts';
import { waitingProposals } from '../store/proposal-rows.ts';
import { peopleByNumber } from './people-by-number.ts';

const zone = 'Europe/London';

/** One council's money from its finance systems, for its console. */
export function moneyInDesk(services: Services, council: CouncilId): MoneyInDesk {
  const { table, clock, wake } = services;
  const goThrough = async (sent: MoneySent, isForGood: boolean) => {
    const read = await readMoneyFile(sent.bytes, localDate(clock(), zone));
    if (read.kind === 'refused') return read;
    const [listed, waiting] = await Promise.all([listedNow(table, council), waitingProposals(table, council)]);
    const people = peopleByNumber(listed);
    const byPerson = Map.groupBy(read.lines, ({ person }) => people.get(plainClient(person)));
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
    if (isForGood) wake();
    return { kind: 'read', rows: read.rows, faults: read.faults, lines: shown.toSorted((one, other) => one.line.row - other.line.row) } as const;
  };
  return { look: async (sent) => goThrough(sent, false), bringIn: async (sent) => goThrough(sent, true) };
}
