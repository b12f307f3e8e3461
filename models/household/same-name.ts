/** Whether two full names may well be one person's: all words of one are in the other, whatever the accents, the capitals and the order. "Margaret Ellis" and "Ellis, Margaret Ann". */
export function maySameName(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].every((word) => many.has(word)) && (few.size > 1 || many.size === 1);
}

function wordsIn(name: string): ReadonlySet<string> {
  return new Set(name.normalize('NFKD').replaceAll(/[\p{M}'’]/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));
}
