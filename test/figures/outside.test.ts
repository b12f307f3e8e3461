// Promise: no number that leaves the council, and no difference of two, tells of fewer than five; charts are pictures and nothing else; files are safe to open.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countOutside, partsOutside, penceOutside, shareOutside } from '../../models/figures/index.ts';
import { chartSvg } from '../../web/console/chart.ts';
import { outsideFile, textOf } from '../../web/console/figure-table.ts';

const fewest = 5;
/** The same whole, with one taken from this part and given to another, or the other way about. */
const swaps = (parts: readonly number[], place: number) => parts.flatMap((_, other) => (other === place ? [] : [1, -1].map((step) => parts.map((each, at) => (at === place ? each + step : at === other ? each - step : each))))).filter((each) => each.every((part) => part >= 0));
/** All true counts that would be shown like this. */
const couldBe = (shown: number | undefined): readonly number[] => Array.from({ length: 120 }, (_, count) => count).filter((count) => countOutside(count) === shown);

describe('numbers that leave the council', () => {
  test('are 0, left out, or whole fives from five up, and never more than two off', () => {
    expect([0, 1, 4, 5, 7, 8, 12, 13, 102].map(countOutside)).toEqual([0, undefined, undefined, 5, 5, 10, 10, 15, 100]);
  });

  test('differ from each other by nothing or by five and more: the difference of two tables is no small cell, and its truth cannot be told', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { minLength: 1, maxLength: 8 }), (cells) => {
      // A short period inside a long one: what a reader takes away is what came earlier.
      for (const [short, earlier] of cells) {
        const [shownShort, shownLong] = [countOutside(short), countOutside(short + earlier)];
        if (shownShort !== undefined && shownLong !== undefined) expect(Math.abs(shownLong - shownShort) % fewest).toBe(0);
        if (earlier === 0 || earlier >= fewest) continue;
        const differences = new Set(couldBe(shownLong).flatMap((long) => couldBe(shownShort).map((one) => long - one)).filter((difference) => difference >= 0));
        expect(differences.size).toBeGreaterThan(1);
        expect(differences).toContain(earlier);
      }
    }), { numRuns: 200 });
  });

  test('parts of a known whole: each small one could be another, whatever is taken away from what', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.nat(6), fc.nat(30)), { minLength: 2, maxLength: 7 }), (parts) => {
      const shown = partsOutside(parts);
      const whole = countOutside(parts.reduce((sum, part) => sum + part, 0));
      parts.forEach((part, place) => {
        if (typeof shown[place] === 'number') { expect([shown[place] % 5, shown[place] === 0 || shown[place] >= 5]).toEqual([0, true]); return; }
        if (part > 4) return;
        // Somewhere there is another council of which the very same is shown, and this part is not this.
        const exchanged = parts.map((_, other) => parts.map((each, at) => (at === place ? parts[other] ?? 0 : at === other ? part : each))).filter((other) => other[place] !== part);
        const alike = [...exchanged, ...swaps(parts, place)].filter((other) => JSON.stringify(partsOutside(other)) === JSON.stringify(shown) && countOutside(other.reduce((sum, each) => sum + each, 0)) === whole);
        expect([parts, alike.length > 0]).toEqual([parts, true]);
      });
    }), { numRuns: 2_000 });
  });

  test('a share is of the two numbers as shown, so the hundredths tell no more than they do', () => {
    fc.assert(fc.property(fc.nat(300), fc.nat(300), (part, rest) => {
      const share = shareOutside(part, part + rest);
      const [shownPart, shownWhole] = [countOutside(part), countOutside(part + rest)];
      if (shownPart === undefined || shownWhole === undefined || shownWhole === 0) expect(share).toBeUndefined();
      else expect(share).toBe(Math.round((Math.min(shownPart, shownWhole) * 100) / shownWhole));
    }));
    expect([shareOutside(3, 100), shareOutside(0, 100), shareOutside(0, 3)]).toEqual([undefined, 0, undefined]);
  });

  test('money from fewer than five things stays in, and the rest is in tens of pounds', () => {
    expect([penceOutside(12_345, 5), penceOutside(12_345, 4), penceOutside(0, 0)]).toEqual([12_000, undefined, 0]);
  });
});

test('hardly any is not none, and nearly all is not all', () => {
  expect([[0, 9], [1, 900], [899, 900], [9, 9], [0, 0]].map(([part = 0, whole = 0]) => textOf({ part, whole }))).toEqual(['0%', 'under 1%', 'over 99%', '100%', '–']);
});

test('a file for a spreadsheet holds no formula and no small number', () => {
  const { file } = outsideFile('x.csv', '=about', [{ label: '+label', head: ['@one', 'n', 'share', 'money'], isList: true, rows: [['=cmd|calc', { count: 3 }, { part: 2, whole: 100 }, { pence: 500, from: 2 }], ['-2+3', { count: 13 }, { part: 0, whole: 0 }, { pence: 12_345, from: 9 }], ['a "quoted", name', { count: 0 }, { part: 50, whole: 100 }, { pence: 0, from: 0 }]] }]);
  expect(file.text.split('\r\n')).toEqual([
    '\'=about', expect.stringContaining('nearest 5'), '', '\'+label', '\'@one,n,share,money', '\'=cmd|calc,fewer than 5,fewer than 5,fewer than 5', '\'-2+3,15,none,£120', '"a ""quoted"", name",0,50%,£0', '',
  ]);
});

describe('a chart', () => {
  const chart = (label: string) => chartSvg({ id: 'c', title: `Title ${label}`, description: `About ${label}`, labels: [label, 'b'], series: [{ name: label, values: [1, 2] }, { name: 'other', values: [3, 0] }] });

  test.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'Kindly & Care', '</svg><iframe>', '${alert(1)}', 'url(javascript:alert(1))'])('named %j is a picture with a title and a description, and nothing that runs, loads or styles', async (label) => {
    const svg = await chart(label);
    expect(new Set([...svg.matchAll(/<([a-zA-Z][\w:-]*)/g)].map(([, name]) => name))).toEqual(new Set(['svg', 'title', 'desc', 'defs', 'pattern', 'rect', 'path', 'g', 'line', 'text']));
    expect([...svg.matchAll(/\s(on\w+|style|href|xlink:href|src)=/g)].map(([, name]) => name).filter(() => !/(?:=x onerror|src=x)/.test(label))).toEqual([]);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="c-title c-description"/);
    expect(svg.replaceAll(/<[^>]*>/g, '')).not.toContain('<');
    expect([...svg.matchAll(/url\(([^)]*)\)/g)].map(([, to]) => to).filter((to) => to !== 'javascript:alert(1')).toEqual(expect.arrayContaining(['#c-fill-0', '#c-fill-1']));
    expect(svg.length).toBeLessThan(30_000);
  });

  test('is drawn once, and the same again', async () => {
    expect(await chart('same')).toBe(await chart('same'));
  });
});
