import { pence, type Pence } from '../../models/shared/index.ts';

/** Pounds as typed, "32", "32.50" or "£32.50", above nothing and at most £100,000; undefined for anything else. */
export function poundsIn(typed: string): Pence | undefined {
  const [, pounds, pennies = ''] = /^£?(\d{1,6}|\d{1,3},\d{3})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (pounds === undefined) return undefined;
  const sum = Number(pounds.replace(',', '')) * 100 + Number(pennies.padEnd(2, '0'));
  return sum > 0 && sum <= mostPence ? pence(sum) : undefined;
}

const mostPence = 10_000_000;
