import * as z from 'zod/mini';
import { alertKinds, channelNames, type AlertKind, type AlertRule } from '../../models/alert/index.ts';
import type { Clock, CouncilId } from '../../models/shared/index.ts';
import { councilIdKept, flagKept, maybeTextKept, namedKept, numberKept, timeKept, whenAsked } from './kept-values.ts';
import { rulesKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const ladderKept = () => z.looseObject({
  rungs: z.array(z.looseObject({ afterMinutes: numberKept, to: z.array(z.enum(['person', 'first-contact', 'contacts', 'all-contacts', 'desk'])), by: z.union([z.enum(['usual', 'another']), z.array(z.enum(channelNames))]) })),
  repeat: z.exactOptional(z.looseObject({ everyMinutes: numberKept, rungs: numberKept })),
});
const rulesKept = whenAsked<readonly AlertRule[]>(() => z.array(z.looseObject({
  id: namedKept, councilId: councilIdKept, kind: z.enum(Object.keys(alertKinds) as [AlertKind, ...AlertKind[]]),
  scope: z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('council') }), z.looseObject({ kind: z.literal('provider'), providerId: namedKept }), z.looseObject({ kind: z.literal('person'), personId: namedKept })]),
  isOn: z.exactOptional(flagKept), threshold: z.exactOptional(numberKept), timeCriticalThreshold: z.exactOptional(numberKept), ladder: z.exactOptional(ladderKept()),
  quietHours: z.exactOptional(z.nullable(z.looseObject({ from: timeKept, to: timeKept }))), interruptionsADay: z.exactOptional(numberKept), wording: maybeTextKept,
})));

/** A council's rules: how each kind of alert is told, by staff. One row: they are few, and read for every alert. */
export interface RuleStore {
  /** As kept, at most some seconds old. */
  of(council: CouncilId): Promise<readonly AlertRule[]>;
  /** Puts a rule in the place of the one with its id, or takes it away. */
  change(council: CouncilId, id: string, rule: AlertRule | undefined): Promise<readonly AlertRule[]>;
}

const freshForMs = 10_000;
const mostTries = 8;

export function ruleStore(table: Table, clock: Clock): RuleStore {
  const read = new Map<CouncilId, { readonly rules: readonly AlertRule[]; readonly at: number }>();
  return {
    of: async (council) => {
      const known = read.get(council);
      if (known !== undefined && clock() - known.at < freshForMs && clock() >= known.at) return known.rules;
      const row = await table.get(rulesKey(council));
      const rules = row === undefined ? [] : valueIn(row, rulesKept);
      read.set(council, { rules, at: clock() });
      return rules;
    },
    change: async (council, id, rule) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await table.get(rulesKey(council));
        const rules = [...(row === undefined ? [] : valueIn(row, rulesKept)).filter((each) => each.id !== id), ...(rule === undefined ? [] : [rule])];
        const result = await table.transact([{ do: 'put', row: { ...rulesKey(council), version: (row?.version ?? 0) + 1, doc: documentOf(rules) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
        if (result.kind !== 'done') continue;
        read.delete(council);
        return rules;
      }
      throw new Error('The rules could not be kept: they kept changing');
    },
  };
}
