import { countOutside, fewest, type LeftOut } from './outside.ts';

/** A number that stands under a name, in one table or in several. */
export interface Cell { readonly key: string; readonly count: number }
/** A whole that is the sum of its parts, by their keys: a reader can take one from the other. */
export interface Sum { readonly whole: string; readonly parts: readonly string[] }

/** A small number that could be fewer different ones than this, by all that is shown, is as good as told. */
const fewestGuesses = 3;
const offBy = 2;
const without = Infinity;

/**
 * Which numbers may stand side by side, in all the tables of one paper: those from 1 to 4 are left out, and with them, the smallest first, whatever would
 * let a reader work one out from totals, from differences or from another table (secondary suppression). `alreadyOut`: left out for a reason of their own.
 */
export function keysLeftOut(cells: readonly Cell[], sums: readonly Sum[], alreadyOut: Iterable<string> = []): ReadonlySet<string> {
  const counts = new Map(cells.map(({ key, count }) => [key, count]));
  const out = new Set([...alreadyOut, ...cells.filter(({ count }) => countOutside(count) === undefined).map(({ key }) => key)]);
  const known = sums.filter(({ whole, parts }) => [whole, ...parts].every((key) => counts.has(key)));
  for (;;) {
    const ranges = rangesRead(counts, known, out);
    const told = [...out].find((key) => isSmall(counts.get(key) ?? 0) && isTold(ranges.get(key)));
    const next = told === undefined ? undefined : smallestBeside(told, counts, known, out);
    if (next === undefined) return out;
    out.add(next);
  }
}

/** What a reader who reckons can tell of each number: the least and the most it can be. */
function rangesRead(counts: ReadonlyMap<string, number>, sums: readonly Sum[], out: ReadonlySet<string>): ReadonlyMap<string, Range> {
  const ranges = new Map([...counts].map(([key, count]) => [key, shownRange(out.has(key) ? 'left-out' : countOutside(count) ?? 'left-out')] as const));
  const narrow = (key: string, least: number, most: number): boolean => {
    const before = ranges.get(key) ?? { least: 0, most: without };
    const after = { least: Math.max(before.least, least), most: Math.min(before.most, most) };
    ranges.set(key, after);
    return after.least > before.least || after.most < before.most;
  };
  for (let isNarrower = true; isNarrower;) {
    isNarrower = false;
    for (const { whole, parts } of sums) {
      const all = parts.map((key) => ranges.get(key) ?? { least: 0, most: without });
      const [least, most] = [all.reduce((sum, each) => sum + each.least, 0), all.reduce((sum, each) => sum + each.most, 0)];
      isNarrower = narrow(whole, least, most) || isNarrower;
      const of = ranges.get(whole) ?? { least, most };
      parts.forEach((key, place) => {
        const own = all[place] ?? { least: 0, most: without };
        const others = { least: least - own.least, most: own.most === without ? all.filter((_, other) => other !== place).reduce((sum, each) => sum + each.most, 0) : most - own.most };
        isNarrower = narrow(key, of.least - others.most, of.most - others.least) || isNarrower;
      });
    }
  }
  return ranges;
}

/** The least and the most that something can be. */
interface Range { readonly least: number; readonly most: number }

/** What one number tells by itself; of one that is left out it tells that it is not nothing, and no more. */
function shownRange(shown: number | LeftOut): Range {
  if (typeof shown !== 'number') return { least: 1, most: without };
  return shown === 0 ? { least: 0, most: 0 } : { least: Math.max(fewest, shown - offBy), most: shown + offBy };
}

const isSmall = (count: number): boolean => count > 0 && count < fewest;

/** Of a small number the reader may know that it is small, and no more. */
function isTold(range: Range | undefined): boolean {
  return range !== undefined && Math.min(range.most, fewest - 1) - range.least + 1 < fewestGuesses;
}

/** What is shown beside it in a sum: the smallest; or the nearest sums beyond, where all beside it are out. */
function smallestBeside(key: string, counts: ReadonlyMap<string, number>, sums: readonly Sum[], out: ReadonlySet<string>): string | undefined {
  const reached = new Set([key]);
  for (;;) {
    const around = new Set(sums.filter(({ whole, parts }) => [whole, ...parts].some((each) => reached.has(each))).flatMap(({ whole, parts }) => [whole, ...parts]));
    const shown = [...around].filter((each) => !out.has(each) && (counts.get(each) ?? 0) > 0);
    if (shown.length > 0) return shown.toSorted((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || one.localeCompare(other))[0];
    if (around.size <= reached.size) return undefined;
    around.forEach((each) => reached.add(each));
  }
}
