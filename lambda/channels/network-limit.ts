import type { Clock } from '../../models/shared/index.ts';

const anHourMs = 3_600_000;
const mostSame = 20;
const mostInAll = 100;

/** What the phone networks allow to one number: twenty of the same text and a hundred in all within an hour. Source: GOV.UK Notify. */
export function networkLimit(clock: Clock): { secondsUntilAllowed: (phone: string, text: string) => number } {
  const sent = new Map<string, { readonly at: number; readonly text: string }[]>();
  return {
    secondsUntilAllowed: (phone, text) => {
      const now = clock();
      const recent = (sent.get(phone) ?? []).filter(({ at }) => now - at < anHourMs);
      const same = recent.filter((each) => each.text === text);
      const blocking = recent.length >= mostInAll ? recent[recent.length - mostInAll] : same.length >= mostSame ? same[same.length - mostSame] : undefined;
      if (blocking !== undefined) return Math.ceil((blocking.at + anHourMs - now) / 1000);
      sent.set(phone, [...recent, { at: now, text }]);
      return 0;
    },
  };
}
