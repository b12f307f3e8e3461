import { StoreDoesNotAnswer } from '../../lambda/store/store-errors.ts';
import type { Table } from '../../lambda/store/table.ts';
import type { Operation, TransactResult } from '../../lambda/store/table.ts';
import type { Chance } from './chance.ts';
import type { Gates } from './gates.ts';

/** What may go wrong between a worker and its store, in thousandths of calls. */
export interface Faults { readonly crash: number; readonly unknown: number; readonly throttle: number }
export const noFaults: Faults = { crash: 0, unknown: 0, throttle: 0 };

interface Needs { readonly who: string; readonly chance: Chance; readonly gates: Gates; readonly faults: () => Faults; readonly crashed: (who: string) => void; readonly committed: (who: string, operations: readonly Operation[]) => void }

/** The real table, as one worker sees it in a bad hour: slow, throttled, in conflict, silent about what it did, or cut off in the middle. */
export function faultyTable(table: Table, { who, chance, gates, faults, crashed, committed }: Needs): Table {
  const crash = async (): Promise<never> => {
    crashed(who);
    return new Promise(() => undefined);
  };
  const around = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    await gates.pass(who);
    if (chance.inAThousand(faults().crash)) return crash();
    if (chance.inAThousand(faults().throttle)) throw new StoreDoesNotAnswer('throttled');
    const answer = await work();
    if (chance.inAThousand(faults().crash)) return crash();
    await gates.pass(who);
    return answer;
  };
  const transact = async (operations: readonly Operation[]): Promise<TransactResult> => {
    const { unknown } = faults();
    if (chance.inAThousand(unknown / 2)) return { kind: 'unknown' };
    const result = await table.transact(operations);
    if (result.kind === 'done') committed(who, operations);
    return chance.inAThousand(unknown / 2) ? { kind: 'unknown' } : result;
  };
  return { get: (key) => around(() => table.get(key)), query: (query) => around(() => table.query(query)), transact: (operations) => around(() => transact(operations)), close: () => Promise.resolve() };
}
