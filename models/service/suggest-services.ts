import type { LocalDate, Pence } from '../shared/index.ts';
import { costOn } from './cost.ts';
import type { Directory, Entry } from './directory.ts';
import type { Place } from './distance.ts';
import { balanced, distinct, isShort } from './balanced-choices.ts';
import { findServices } from './find-services.ts';
import { describe, type FoundService } from './found-service.ts';
import type { Service } from './service.ts';
import type { Suggestion } from './suggestion.ts';
import { bestOf } from './preference.ts';

/** What we know that a good idea can start from. `covers` are the words of the support plan: "social club", "transport". */
export interface SuggestServices {
  readonly interests: readonly string[];
  readonly goals: readonly { readonly words: string; readonly covers: readonly string[] }[];
  readonly leftPence?: Pence | undefined;
  readonly area?: string | undefined;
  readonly near?: Place | undefined;
  readonly age?: number | undefined;
  /** Services the person has, asked for, or heard just now. */
  readonly already: readonly string[];
  readonly today: LocalDate;
  readonly limit?: number | undefined;
}

/**
 * Ideas from what the person likes, then from their plan, in turns, none twice. In every three there is something free and
 * something run by volunteers, if the area has them at all. What costs more than is left comes last, with its price.
 */
export function suggestServices(directory: Directory, given: SuggestServices): readonly Suggestion[] {
  const ideas = distinct(inTurns([...ofInterests(directory, given), ...ofGoals(directory, given)])).map((idea) => withMoney(idea, given.leftPence));
  const affordable = [...ideas.filter(({ isWithinMoney }) => isWithinMoney !== false), ...ideas.filter(({ isWithinMoney }) => isWithinMoney === false)];
  const limit = given.limit ?? 6;
  const spare = isShort(affordable, limit) ? [...general(directory, given, 'free'), ...general(directory, given, 'voluntary')] : [];
  return balanced(affordable, spare).slice(0, limit);
}

const ideasEach = 3;

function ofInterests(directory: Directory, given: SuggestServices): Suggestion[][] {
  return given.interests.map((words) => search(directory, given, words).map((found) => ({ found, reason: { kind: 'interest', words } })));
}

function ofGoals(directory: Directory, given: SuggestServices): Suggestion[][] {
  return given.goals.map(({ words, covers }) => inTurns(covers.map((cover) => search(directory, given, cover))).map((found) => ({ found, reason: { kind: 'goal', words } })));
}

function search(directory: Directory, { already, today, area, near, age }: SuggestServices, words: string): readonly FoundService[] {
  return findServices(directory, { words, today, area, near, age, limit: 2 * ideasEach + already.length }).filter(({ service }) => mayBeIdea(service, already)).slice(0, ideasEach);
}

/** What the council has said no to is found by whoever looks for it, but is no idea of ours. */
function mayBeIdea({ id, mc_approved: isApproved }: Service, already: readonly string[]): boolean {
  return isApproved !== false && !already.includes(id);
}

/** First of each, then second of each: three kinds of idea before three of a kind. */
function inTurns<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}

function withMoney(idea: Suggestion, leftPence: Pence | undefined): Suggestion {
  const { cost } = idea.found;
  if (cost.kind === 'free') return { ...idea, isWithinMoney: true };
  return cost.kind === 'unknown' || leftPence === undefined ? idea : { ...idea, isWithinMoney: cost.pence <= leftPence };
}

/** Anything free or voluntary that suits, company and interest before equipment and advice. */
function general(directory: Directory, given: SuggestServices, kind: 'free' | 'voluntary'): Suggestion[] {
  const { today, area, near, age, already } = given;
  const asked = { today, area, near, age };
  const isOfKind = kind === 'free' ? ({ costs }: Entry) => costOn(costs, today).kind === 'free' : ({ runBy }: Entry) => runBy === 'volunteers';
  const candidates = directory.active.filter((entry) => isOfKind(entry) && mayBeIdea(entry.service, already)).map((entry) => ({ entry, fit: isCompany(entry) ? 1 : 0 }));
  return bestOf(candidates, asked, ideasEach).map((entry) => withMoney({ found: describe(entry, today, near), reason: { kind } }, given.leftPence));
}

const companyKinds: ReadonlySet<string> = new Set(['social-club', 'befriending', 'lunch-club', 'singing', 'exercise', 'reading', 'craft', 'bingo']);

function isCompany(entry: Entry): boolean {
  return companyKinds.has(entry.categories[0] ?? '');
}
