import fc from 'fast-check';
import { hostileWords } from '../../test/support/hostile-words.ts';
import { below, oneOf, spoil, type Chance } from './spoil.ts';

/** Values that readers of JSON do not reckon with. */
const oddities = ['null', 'true', '0', '-0', '-1', '1.5', '1e308', '9007199254740993', '""', '" "', '[]', '{}', '[[]]', '{"__proto__":{"x":1}}', '{"constructor":null}', '"\\ud800"', '"2026-02-31T25:61:00Z"', '"0000-00-00"', '["a",1,null]'];
const shortHostile = hostileWords.filter((words) => words.length < 2_000);
const mostParts = 3_000;

type Part = { readonly of: Record<string, unknown>; readonly key: string };

/** A hostile value of any kind. */
export function hostileValue(chance: Chance): unknown {
  const which = chance();
  if (which < 0.5) return oneOf(shortHostile, chance);
  return which < 0.8 ? JSON.parse(oneOf(oddities, chance)) : fc.sample(fc.jsonValue({ maxDepth: 3 }), { seed: below(2 ** 31, chance), numRuns: 1 })[0];
}

/** A value of JSON with some of its parts lost, swapped, doubled, renamed or nested; the one given stays as it is. */
export function spoilJson(value: unknown, chance: Chance): unknown {
  const whole: { value: unknown } = { value: structuredClone(value) };
  for (let changes = 1 + below(3, chance); changes > 0; changes -= 1) {
    const parts = partsOf(whole);
    const { of, key } = oneOf(parts, chance);
    const before = copied({ of, key });
    switch (below(7, chance)) {
      case 0: if (of !== whole) Reflect.deleteProperty(of, key); break;
      case 1: of[key] = [before, before]; break;
      case 2: of[key] = nested(before, 1 + below(80, chance)); break;
      case 3: of[oneOf(shortHostile, chance).slice(0, 60)] = before; break;
      case 4: of[key] = structuredClone(copied(oneOf(parts, chance))); break;
      case 5: of[key] = typeof before === 'string' ? spoil(before, chance) : hostileValue(chance); break;
      default: of[key] = hostileValue(chance); break;
    }
  }
  return whole.value;
}

/** As it is sent: now and then with its very letters spoiled. */
export function jsonText(value: unknown, chance: Chance): string {
  const text = JSON.stringify(value);
  return chance() < 0.15 ? spoil(text, chance) : text;
}

/** Its own value: what was taken out meanwhile is nothing. */
const copied = ({ of, key }: Part): unknown => (Object.hasOwn(of, key) ? of[key] : null);
const nested = (value: unknown, deep: number): unknown => (deep === 0 ? value : { [deep % 2 === 0 ? 'a' : 'id']: nested(value, deep - 1) });

function partsOf(whole: object): readonly Part[] {
  const found: Part[] = [];
  const waiting: object[] = [whole];
  for (let of = waiting.pop(); of !== undefined && found.length < mostParts; of = waiting.pop()) {
    for (const [key, value] of Object.entries(of) as [string, unknown][]) {
      found.push({ of: of as Record<string, unknown>, key });
      if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
  return found;
}
