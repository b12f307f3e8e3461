import { soundOf } from '../../skill/understand/sound-alike.ts';

/** Copies sentences as a poor line would give them: words lost, or come out as others that sound alike; each word with one chance in seven. */
export function misheardCopy(vocabulary: readonly string[], random: () => number): (text: string) => string {
  const bySound = Map.groupBy(vocabulary.filter((word) => word.length > 2), soundOf);
  const misheard = (word: string): string => {
    const alike = (bySound.get(soundOf(word)) ?? []).filter((other) => other !== word);
    const chosen = alike[Math.floor(random() * alike.length)];
    if (chosen !== undefined && random() < 0.6) return chosen;
    return word.length < 5 || random() < 0.4 ? '' : misspelt(word, Math.floor(random() * (word.length - 1)));
  };
  return (text) => {
    const words = text.split(' ');
    const copy = words.map((word) => (random() < 1 / 7 ? misheard(word) : word)).filter(Boolean);
    return copy.length === 0 ? text : copy.join(' ');
  };
}

function misspelt(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}
