import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { alertKinds, channelNames, type AlertKind, type AlertRule, type RuleAuthor, type RuleVersion } from '../../models/alert/index.ts';
import type { Clock, CouncilId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { councilIdKept, flagKept, instantKept, maybeTextKept, namedKept, numberKept, timeKept, whenAsked } from './kept-values.ts';
import { ruleVersionKey, ruleVersionsOf, rulesKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const ladderKept = () => z.looseObject({
  rungs: z.array(z.looseObject({ afterMinutes: numberKept, to: z.array(z.enum(['person', 'first-contact', 'contacts', 'all-contacts', 'desk'])), by: z.union([z.enum(['usual', 'another']), z.array(z.enum(channelNames))]) })),
  repeat: z.exactOptional(z.looseObject({ everyMinutes: numberKept, rungs: numberKept })),
});
const kindKept = () => z.enum(Object.keys(alertKinds) as [AlertKind, ...AlertKind[]]);
const scopeKept = () => z.discriminatedUnion('kind', [z.looseObject({ kind: z.literal('council') }), z.looseObject({ kind: z.literal('provider'), providerId: namedKept }), z.looseObject({ kind: z.literal('person'), personId: namedKept })]);
export const ruleAsKept = whenAsked<AlertRule>(() => z.looseObject({
  id: namedKept, councilId: councilIdKept, kind: kindKept(), scope: scopeKept(),
  isOn: z.exactOptional(flagKept), threshold: z.exactOptional(numberKept), timeCriticalThreshold: z.exactOptional(numberKept), ladder: z.exactOptional(ladderKept()),
  quietHours: z.exactOptional(z.nullable(z.looseObject({ from: timeKept, to: timeKept }))), interruptionsADay: z.exactOptional(numberKept), wording: maybeTextKept,
}));
const rulesKept = whenAsked<readonly AlertRule[]>(() => z.array(ruleAsKept()));
const versionKept = whenAsked<RuleVersion>(() => z.looseObject({
  number: numberKept, at: instantKept, by: z.looseObject({ id: namedKept, name: namedKept }), ruleId: namedKept, kind: kindKept(), scope: scopeKept(), before: z.exactOptional(ruleAsKept()), after: z.exactOptional(ruleAsKept()),
}));

/** A change that was asked for: who asks, and which version of the rule they had before them (0: it had none). */
interface RuleChange { readonly by: RuleAuthor; readonly opened?: number }
type RuleChanged = { readonly kind: 'kept'; readonly rules: readonly AlertRule[] } | { readonly kind: 'changed-meanwhile' } | { readonly kind: 'uncertain' };

/** A council's rules: how each kind of alert is told, by staff. One row: they are few, and read for every alert. */
export interface RuleStore {
  /** As kept, at most some seconds old. */
  of(council: CouncilId): Promise<readonly AlertRule[]>;
  /** As kept now, for somebody who is about to change them. */
  asTheyAre(council: CouncilId): Promise<readonly AlertRule[]>;
  /** Puts a rule in the place of the one with its id, or takes it away, and keeps who did so in the same transaction. */
  change(council: CouncilId, id: string, rule: AlertRule | undefined, change: RuleChange): Promise<RuleChanged>;
  /** What was changed of one kind, the latest first. */
  versions(council: CouncilId, kind: AlertKind): Promise<readonly RuleVersion[]>;
}

const freshForMs = 10_000;
const mostTries = 8;

export function ruleStore(table: Table, clock: Clock): RuleStore {
  const read = new Map<CouncilId, { readonly rules: readonly AlertRule[]; readonly at: number }>();
  const asTheyAre = async (council: CouncilId) => {
    const row = await table.get(rulesKey(council));
    return row === undefined ? [] : valueIn(row, rulesKept);
  };
  const versions = async (council: CouncilId, kind: AlertKind) => (await everyRow(table, { by: 'pk', ...ruleVersionsOf(council, kind), backwards: true })).map((row) => valueIn(row, versionKept));
  return {
    asTheyAre, versions,
    of: async (council) => {
      const known = read.get(council);
      if (known !== undefined && clock() - known.at < freshForMs && clock() >= known.at) return known.rules;
      const rules = await asTheyAre(council);
      read.set(council, { rules, at: clock() });
      return rules;
    },
    change: async (council, id, rule, { by, opened }) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await table.get(rulesKey(council));
        const known = row === undefined ? [] : valueIn(row, rulesKept);
        const before = known.find((each) => each.id === id);
        const about = rule ?? before;
        if (about === undefined) return { kind: 'kept', rules: known };
        // The row's version holds both together: a change made between this and the keeping is refused, and read again.
        if (opened !== undefined && ((await versions(council, about.kind)).find(({ ruleId }) => ruleId === id)?.number ?? 0) !== opened) return { kind: 'changed-meanwhile' };
        if (isDeepStrictEqual(before, rule)) return { kind: 'kept', rules: known };
        const rules = [...known.filter((each) => each.id !== id), ...(rule === undefined ? [] : [rule])];
        const number = (row?.version ?? 0) + 1;
        const version: RuleVersion = { number, at: clock(), by, ruleId: id, kind: about.kind, scope: about.scope, ...(before !== undefined && { before }), ...(rule !== undefined && { after: rule }) };
        const result = await table.transact([
          { do: 'put', row: { ...rulesKey(council), version: number, doc: documentOf(rules) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] },
          { do: 'put', row: { ...ruleVersionKey(council, about.kind, number), version: 1, doc: documentOf(version) }, when: [{ if: 'absent' }] },
        ]);
        read.delete(council);
        if (result.kind === 'unknown') return { kind: 'uncertain' };
        if (result.kind === 'done') return { kind: 'kept', rules };
      }
      return { kind: 'changed-meanwhile' };
    },
  };
}
