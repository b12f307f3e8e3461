import type { AlertRule } from '../../models/alert/index.ts';
import { localDate, localTime, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import type { RuleDesk, TriedCounts, TriedLine } from '../../web/console/rules-port.ts';
import { deskAddresses } from '../alerts/desk-addresses.ts';
import { reachedByPhone } from '../alerts/engine-for.ts';
import { personPast, type PersonPast } from '../past/person-past.ts';
import type { Gone } from '../past/replay.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { countListed, listedAfter } from '../store/listed-people.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import { triedId, triedStore, type KeptTried, type Tried } from '../store/tried-rows.ts';

const daysBack = 28;
const dayMs = 86_400_000;
/** One look goes on for so long, or over so many people, and then says how far it has come. */
const lookMs = 800;
const mostPeople = 400;
/** What one look finds fits into one row. */
const mostLinesInALook = 1_500;
/** The list holds so many; the counts go on. */
const mostLines = 10_000;
/** The same thing told within so long of when it was is no change. */
const sameMs = 60_000;
const zone = 'Europe/London';

/** Tries rules on the last four weeks of a council's people: a stretch at a time, kept in between, so that no page waits long and nothing is lost. */
export function ruleTries({ table, rules, config, clock }: Pick<Services, 'table' | 'rules' | 'config' | 'clock'>, council: CouncilId, newId: () => string): RuleDesk['tries'] {
  const kept = triedStore(table);
  const store = reachedByPhone(alertStore(table));
  const goOn = async (before: KeptTried): Promise<void> => {
    const { tried } = before;
    const all = await rules.asTheyAre(council);
    const trial = { kind: tried.rule.kind, from: tried.from, until: tried.until, rulesNow: all, rulesTried: withRule(all, tried.rule) };
    const startedAt = clock();
    const lines: TriedLine[] = [];
    let [looked, counts, upTo] = [0, tried.counts, tried.upTo];
    const people = await peopleOf(tried, mostPeople);
    for (const personId of people) {
      // The room is not there for staff alone: whoever is talking meanwhile is answered in between.
      await new Promise<void>((resolve) => { setImmediate(resolve); });
      const past = await personPast(table, store, { id: council, rules: all, desk: deskAddresses(config), zone }, personId, trial);
      if (past !== undefined) {
        counts = added(counts, past);
        if (tried.lines + lines.length < mostLines) lines.push(...linesOf(personId, past));
      }
      [looked, upTo] = [looked + 1, personId];
      if (clock() - startedAt >= lookMs || lines.length >= mostLinesInALook) break;
    }
    const isDone = looked === people.length && people.length < mostPeople;
    await kept.keep(council, before, { ...tried, looked: tried.looked + looked, ...(upTo !== undefined && { upTo }), isDone, counts, lines: tried.lines + lines.length, pages: tried.pages + (lines.length > 0 ? 1 : 0) }, lines);
  };
  const peopleOf = async ({ rule: { scope }, upTo }: Tried, most: number): Promise<readonly PersonId[]> => {
    if (scope.kind === 'person') return upTo === undefined ? [scope.personId as PersonId] : [];
    return listedAfter(table, council, upTo, most);
  };
  return {
    start: async (rule, typed, by) => {
      const now = clock();
      await kept.forgetOld(council, now);
      const people = rule.scope.kind === 'person' ? 1 : await countListed(table, council);
      const tried: Tried = { id: triedId(now, newId()), by, rule, typed, from: (now - daysBack * dayMs) as Instant, until: now, startedAt: now, people, looked: 0, isDone: false, counts: nothingCounted, lines: 0, pages: 0 };
      if (!await kept.keep(council, undefined, tried, [])) throw new StoreDoesNotAnswer('a try on the past may not have begun');
      await goOn({ tried, version: 1 });
      return tried.id;
    },
    goOn: async (id) => {
      const found = await kept.read(council, id);
      if (found?.tried.isDone === false) await goOn(found);
    },
    read: async (id) => {
      const found = await kept.read(council, id);
      if (found === undefined) return undefined;
      const versions = await rules.versions(council, found.tried.rule.kind);
      return { ...found.tried, changedAt: versions.map(({ at }) => at).filter((at) => at >= found.tried.from && at <= found.tried.until) };
    },
    lines: (id) => kept.lines(council, id),
  };
}

function withRule(all: readonly AlertRule[], rule: AlertRule): readonly AlertRule[] {
  return [...all.filter(({ id }) => id !== rule.id), rule];
}

const none = () => ({ alerts: 0, atNight: 0, messages: 0, toDesk: 0, toCircle: 0, byHour: Array.from({ length: 24 }, () => 0), byDay: {} });
const nothingCounted: TriedCounts = { went: none(), asTried: none(), asNow: 0, more: 0, fewer: 0, moved: 0, visitsInPart: 0 };

function added(counts: TriedCounts, { zone: theirs, went, asNow, asTried, visitsInPart }: PersonPast): TriedCounts {
  const lines = changesOf(went, asTried);
  const count = (change: TriedLine['change']) => lines.filter((line) => line.change === change).length;
  return {
    went: sum(counts.went, went, theirs), asTried: sum(counts.asTried, asTried, theirs), asNow: counts.asNow + asNow.length, visitsInPart: counts.visitsInPart + visitsInPart,
    more: counts.more + count('more'), fewer: counts.fewer + count('fewer'), moved: counts.moved + count('moved'),
  };
}

function sum(before: TriedCounts['went'], alerts: readonly Gone[], theirs: string): TriedCounts['went'] {
  const [byHour, byDay] = [[...before.byHour], { ...before.byDay }];
  for (const { at } of alerts) {
    const hour = Number(localTime(at, theirs).slice(0, 2));
    byHour[hour] = (byHour[hour] ?? 0) + 1;
    const day = localDate(at, theirs);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  const toAny = (kind: 'desk' | 'member') => alerts.filter(({ told }) => told.some(({ to }) => to === kind)).length;
  return {
    alerts: before.alerts + alerts.length, atNight: before.atNight + alerts.filter(({ at }) => isNight(at, theirs)).length, messages: before.messages + alerts.reduce((total, { told }) => total + told.length, 0),
    toDesk: before.toDesk + toAny('desk'), toCircle: before.toCircle + toAny('member'), byHour, byDay,
  };
}

/** From nine in the evening to seven in the morning, by the clock where they live. */
function isNight(at: Instant, theirs: string): boolean {
  const time = localTime(at, theirs);
  return time >= '21:00' || time < '07:00';
}

interface Change { readonly id: string; readonly kind: Gone['kind']; readonly change: TriedLine['change']; readonly went?: Instant; readonly would?: Instant }

function changesOf(went: readonly Gone[], asTried: readonly Gone[]): readonly Change[] {
  const was = new Map(went.map((alert) => [alert.id, alert]));
  const would = new Set(asTried.map(({ id }) => id));
  return [
    ...asTried.map(({ id, kind, at }): Change => {
      const before = was.get(id);
      return before === undefined ? { id, kind, change: 'more', would: at } : { id, kind, change: Math.abs(before.at - at) <= sameMs ? 'same' : 'moved', went: before.at, would: at };
    }),
    ...went.filter(({ id }) => !would.has(id)).map(({ id, kind, at }): Change => ({ id, kind, change: 'fewer', went: at })),
  ];
}

function linesOf(personId: PersonId, { zone: theirs, went, asTried }: PersonPast): readonly TriedLine[] {
  return changesOf(went, asTried).map(({ kind, change, went: was, would }) => ({ personId, kind, change, ...(was !== undefined && { went: was }), ...(would !== undefined && { would }), isAtNight: would !== undefined && isNight(would, theirs) }));
}
