import { countAt } from './counts.ts';

/** A sum of pounds, if that is all that is said: "about thirty quid" is "30". Amazon gives such words whole where anything may be named. */
export function onlyPounds(said: string): string | undefined {
  const words = said.toLowerCase().replaceAll(/£\s*(\d+)/g, '$1 pounds').replaceAll(/[^a-z0-9 ]/g, ' ').split(' ').filter((word) => word !== '' && !aboutWords.has(word)).map((text) => ({ text, said: text }));
  const note = notes.get(words.at(-1)?.text ?? '');
  if (note !== undefined && words.length <= 2) return note;
  const sum = countAt(words, 0);
  return sum !== undefined && sum.to === words.length - 1 && poundWords.has(words[sum.to]?.text ?? '') ? sum.value : undefined;
}

const aboutWords = new Set(['about', 'around', 'roughly', 'maybe', 'say']);
const poundWords = new Set(['pound', 'pounds', 'quid']);
const notes: ReadonlyMap<string, string> = new Map([['fiver', '5'], ['tenner', '10']]);
