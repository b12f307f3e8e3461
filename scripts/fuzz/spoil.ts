/** A number from 0 up to 1. */
export type Chance = () => number;

/** The same numbers in the same order for the same seed (mulberry32). */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const below = (most: number, chance: Chance): number => Math.floor(chance() * most);

export function oneOf<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[below(items.length, chance)];
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}

const tokens = [
  '"', ',', ';', ':', '\n', '\r\n', '\t', '\\', '\u0000', '\uFEFF', '=', '{', '}', '[', ']', '/', '-1', '0', '99999999999999999999', '1e309', 'NaN', '__proto__', 'null', '31/02/2026', '24:00', '25:61', '2026-03-29T01:30:00', '2026-10-25 01:30',
  'BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'END:VCALENDAR', 'RRULE:FREQ=DAILY', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=SECONDLY', 'COUNT=1000000000', 'INTERVAL=0', 'INTERVAL=-1', 'UNTIL=', 'BYDAY=-5MO', 'BYSETPOS=-400', 'EXDATE:', 'RDATE;VALUE=PERIOD:20260101T000000Z/P1000Y', 'RECURRENCE-ID:',
  'DTSTART;TZID=Nowhere/Land:20261201T080000', 'DTSTART;VALUE=DATE:20261201', 'DURATION:-PT1H', 'DURATION:P999999W', '"resourceType":"Bundle"', '"status":"noshow"', 'urn:uuid:', '𝔄', 'א', '\uD800', '£', '(12.00)', '%00', '%zz', '&', '+',
];

/** Some text with so many of its parts lost, doubled, moved, cut, or swapped for what breaks readers. */
export function spoil(text: string, chance: Chance): string {
  let spoiled = text;
  for (let changes = 1 + below(6, chance); changes > 0; changes -= 1) {
    const [from, length] = [below(spoiled.length + 1, chance), 1 + below(chance() < 0.2 ? 400 : 12, chance)];
    const part = spoiled.slice(from, from + length);
    const token = oneOf(tokens, chance);
    const elsewhere = below(spoiled.length + 1, chance);
    switch (below(7, chance)) {
      case 0: spoiled = spoiled.slice(0, from) + spoiled.slice(from + length); break;
      case 1: spoiled = spoiled.slice(0, from) + part.repeat(1 + below(4, chance)) + spoiled.slice(from); break;
      case 2: spoiled = spoiled.slice(0, from) + token + spoiled.slice(from); break;
      case 3: spoiled = spoiled.slice(0, from) + token + spoiled.slice(from + length); break;
      case 4: spoiled = spoiled.slice(0, elsewhere) + part + spoiled.slice(elsewhere); break;
      case 5: spoiled = spoiled.slice(0, from) + String.fromCharCode(below(65_536, chance)) + spoiled.slice(from + 1); break;
      default: spoiled = chance() < 0.1 ? spoiled.slice(0, from) : spoiled; break;
    }
  }
  return spoiled;
}
