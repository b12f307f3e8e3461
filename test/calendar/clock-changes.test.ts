// Promise: on the nights the clocks change, every minute means one moment, by the stated rule, wherever the computer stands.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';

const hostZones = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Chatham'];
const minuteMs = 60_000;
let told: readonly string[];

beforeAll(async () => {
  const run = promisify(execFile);
  const script = new URL('clock-change-table.ts', import.meta.url).pathname;
  const runs = hostZones.map((TZ) => run(process.execPath, [script], { env: { ...process.env, TZ }, maxBuffer: 10_000_000 }));
  told = (await Promise.all(runs)).map((each) => each.stdout);
});

describe('Both clock-change nights from 2026 to 2037', () => {
  test('every minute follows the rule by an independent reckoning', () => {
    expect(told[0]?.split('\n')).toEqual(oracleLines());
  });

  test('the answers are the same bytes on every host', () => {
    expect(told.map((each) => Buffer.compare(Buffer.from(each), Buffer.from(told[0] ?? '')))).toEqual([0, 0, 0, 0]);
  });

  test('twelve missing hours and twelve repeated hours are met', () => {
    const count = (was: string) => told[0]?.split('\n').filter((line) => line.includes(` ${was} `)).length;
    expect({ missing: count('missing'), repeated: count('repeated'), all: told[0]?.trim().split('\n').length })
      .toEqual({ missing: 12 * 60, repeated: 12 * 60, all: 24 * 181 });
  });
});

/** Walks the night minute by minute in UTC and reads London's clock from Intl; knows nothing of our own arithmetic. */
function oracleLines(): string[] {
  const lines: string[] = [];
  for (let year = 2026; year <= 2037; year++) {
    for (const month of [2, 9]) {
      const midnightUtc = changeDay(year, month);
      const shown = new Map<string, number[]>();
      for (let at = midnightUtc - 180 * minuteMs; at <= midnightUtc + 400 * minuteMs; at += minuteMs) {
        const wall = londonClock(at);
        shown.set(wall, [...(shown.get(wall) ?? []), at]);
      }
      for (let minute = 0; minute <= 180; minute++) lines.push(oracleLine(new Date(midnightUtc).toISOString().slice(0, 10), minute, shown));
    }
  }
  return [...lines, ''];
}

function oracleLine(day: string, minute: number, shown: ReadonlyMap<string, readonly number[]>): string {
  const time = clockText(minute);
  const moments = shown.get(`${day} ${time}`) ?? [];
  if (moments.length > 0) return `${day} ${time} ${moments.length === 2 ? 'repeated' : 'plain'} ${moments[0]} ${day} ${time}`;
  const moved = clockText(minute + 60);
  return `${day} ${time} missing ${shown.get(`${day} ${moved}`)?.[0]} ${day} ${moved}`;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The day of the month on which London's noon moves against UTC, found by looking. */
function changeDay(year: number, month: number): number {
  for (let day = 1; day <= 31; day++) {
    const before = londonClock(Date.UTC(year, month, day - 1, 12)).slice(11);
    if (londonClock(Date.UTC(year, month, day, 12)).slice(11) !== before) return Date.UTC(year, month, day);
  }
  throw new Error('No clock change that month');
}

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
function londonClock(at: number): string {
  return london.format(at);
}
