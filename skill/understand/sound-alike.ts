/**
 * What words sound like, with the spaces and the vowels left out and like consonants made one: "can sell thirsty" and
 * "cancel Thursday" come to the same. Coarse on purpose: it is only asked when nothing else is understood.
 */
export function soundOf(words: string): string {
  const letters = words.toLowerCase().replaceAll(/[^a-z]/g, '');
  const spelt = silent.reduce((rest, [from, to]) => rest.replaceAll(from, to), letters);
  const first = /^[aeiou]/.test(spelt) ? 'A' : '';
  return first + spelt.replaceAll(/./g, (letter) => like.get(letter) ?? '').replaceAll(/(.)\1+/g, '$1');
}

/** How many sounds must be changed, dropped or added to make one the other; `most + 1` when it is more than that. */
export function soundsApart(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      now.push(Math.min((before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (before[column - 1] ?? 0) + same));
    }
    if (Math.min(...now) > most) return most + 1;
    before = now;
  }
  return before[other.length] ?? most + 1;
}

const silent: readonly (readonly [RegExp, string])[] = [
  [/^kn/g, 'n'], [/^wr/g, 'r'], [/ght/g, 't'], [/gh/g, ''], [/ph/g, 'f'], [/ck/g, 'k'], [/sch/g, 'sk'], [/tch/g, 'j'], [/(?:ch|sh|ti(?=o))/g, 'j'], [/th/g, '0'],
  [/c(?=[eiy])/g, 's'], [/g(?=[ei])/g, 'j'], [/dge/g, 'j'], [/mb\b/g, 'm'], [/qu/g, 'k'], [/x/g, 'ks'],
];
const like: ReadonlyMap<string, string> = new Map(Object.entries({
  b: 'p', p: 'p', d: 't', t: 't', g: 'k', k: 'k', c: 'k', q: 'k', v: 'f', f: 'f', z: 's', s: 's', j: 'j', l: 'l', m: 'm', n: 'n', r: 'r', 0: '0',
}));
