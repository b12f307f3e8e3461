import type { HeardTurn } from '../../models/figures/index.ts';
import type { SkillLog } from '../../skill/index.ts';
import { turnOperation, type TurnOf } from '../store/turn-rows.ts';
import type { Operation, Table } from '../store/table.ts';

/** Keeps what was made of each turn, many in one write. Nobody waits for it but `flush`, which never throws. */
export interface TurnLog {
  readonly note: (of: TurnOf, turn: HeardTurn) => void;
  readonly flush: () => Promise<void>;
}

const mostAtOnce = 90;
/** While the store does not answer, so many are held; later ones are not counted. */
const mostHeld = 5_000;

export function turnLog(table: Table, log: SkillLog): TurnLog {
  let held = new Map<string, Operation>();
  const flush = async (): Promise<void> => {
    const [operations, before] = [[...held.values()], held];
    held = new Map();
    try {
      for (let from = 0; from < operations.length; from += mostAtOnce) await table.transact(operations.slice(from, from + mostAtOnce));
    } catch (cause) {
      // Put again they are the same rows: none is counted twice.
      held = new Map([...before, ...held]);
      log.fault('turns-not-counted', { turns: operations.length }, cause);
    }
  };
  return {
    note: (of, turn) => {
      if (held.size >= mostHeld) return;
      held.set(`${of.councilId} ${of.personId} ${turn.on} ${of.actionId}`, turnOperation(of, turn));
      if (held.size === mostAtOnce) void flush();
    },
    flush,
  };
}

const everyMs = 2_000;

/** On a server: written down every two seconds. `stop` writes what is left. */
export function startTurnLog(turns: TurnLog): { readonly stop: () => Promise<void> } {
  const timer = setInterval(() => { void turns.flush(); }, everyMs).unref();
  return { stop: async () => { clearInterval(timer); await turns.flush(); } };
}
