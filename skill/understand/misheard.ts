import { soundOf, soundsApart } from './sound-alike.ts';
import type { Sample } from './samples.ts';
import { wordsOf, type Word } from '../heard/words.ts';

/** A whole sentence that could have been meant, by its sound. */
interface SoundsLike { readonly words: readonly Word[]; readonly soundsApart: number }

export interface Misheard {
  /** The sentence with each word we have never met replaced by one of ours that sounds or is spelt like it; undefined when nothing could be. */
  readonly mended: (words: readonly Word[]) => readonly Word[] | undefined;
  /** The sentence of ours that sounds most like it, if any is near enough. */
  readonly soundsLike: (words: readonly Word[]) => SoundsLike | undefined;
}

/** Learns how our own words and sentences sound. `vocabulary` is every word we know, the commonest first. */
export function learnSounds(samples: readonly Sample[], vocabulary: readonly string[]): Misheard {
  const known = new Set(vocabulary);
  const bySound = new Map<string, string>();
  for (const word of vocabulary) if (word.length > 3 && !bySound.has(soundOf(word))) bySound.set(soundOf(word), word);
  const long = vocabulary.filter((word) => word.length > 4);
  const bank = sentencesOf(samples);

  const mend = (word: string): string | undefined => (known.has(word) || word.length < 4 || /\d/.test(word)
    ? undefined
    : long.find((each) => isMisspelt(word, each)) ?? bySound.get(soundOf(word)));
  return {
    mended: (words) => {
      const mended = words.map((word) => mend(word.text));
      return mended.every((word) => word === undefined) ? undefined : words.map((word, place) => {
        const text = mended[place];
        return text === undefined ? word : { text, said: text };
      });
    },
    soundsLike: (words) => nearest(bank, words),
  };
}

function isMisspelt(said: string, word: string): boolean {
  const most = said.length > 7 ? 2 : 1;
  return said.length > 4 && said[0] === word[0] && soundsApart(said, word, most) <= most;
}

type Bank = ReadonlyMap<number, readonly { readonly sound: string; readonly sentence: string }[]>;

/** Samples without slots, and those with a day or a part of one in each of its usual fillings. */
function sentencesOf(samples: readonly Sample[]): Bank {
  const bank = new Map<number, { sound: string; sentence: string }[]>();
  for (const sample of samples) {
    for (const sentence of fillingsOf(sample)) {
      const sound = soundOf(sentence);
      if (sound.length < fewestSounds || sound.length > mostSounds + 4) continue;
      const alike = bank.get(sound.length);
      if (alike === undefined) bank.set(sound.length, [{ sound, sentence }]);
      else alike.push({ sound, sentence });
    }
  }
  return bank;
}

const fewestSounds = 6;
const mostSounds = 30;
const usual: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.DATE': ['today', 'tomorrow', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  PART_OF_DAY: ['morning', 'afternoon', 'evening'], DIRECTION: ['later', 'earlier'],
};

function fillingsOf({ text, parts }: Sample): readonly string[] {
  const [only, second] = parts.filter((part) => 'slot' in part);
  if (only === undefined) return [text];
  const values = second === undefined && parts.length > 1 ? usual[only.type] ?? [] : [];
  return values.map((value) => parts.map((part) => ('slot' in part ? value : part.word)).join(' '));
}

function nearest(bank: Bank, words: readonly Word[]): SoundsLike | undefined {
  const sound = soundOf(words.map(({ text }) => text).join(''));
  if (sound.length < fewestSounds || sound.length > mostSounds) return undefined;
  const most = Math.floor(sound.length / 10);
  let best: { sentence: string; soundsApart: number } | undefined;
  for (let length = sound.length - most; length <= sound.length + most; length++) {
    for (const each of bank.get(length) ?? []) {
      const apart = soundsApart(sound, each.sound, Math.min(most, (best?.soundsApart ?? most + 1) - 1));
      if (apart < (best?.soundsApart ?? most + 1)) best = { sentence: each.sentence, soundsApart: apart };
      if (apart === 0) return { words: wordsOf(each.sentence), soundsApart: 0 };
    }
  }
  return best && { words: wordsOf(best.sentence), soundsApart: best.soundsApart };
}
