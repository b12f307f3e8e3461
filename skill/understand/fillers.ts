import type { Word } from '../heard/words.ts';

/** The sentence without the politeness and the thinking aloud around it, in every way it can be cut; the longest that is left first. */
export function withoutFillers(words: readonly Word[]): readonly (readonly Word[])[] {
  const starts = cuts(openings, 0, (phrase, from) => phrase.every((text, place) => words[from + place]?.text === text));
  const ends = cuts(endings, 0, (phrase, cut) => phrase.every((text, place) => words[words.length - cut - phrase.length + place]?.text === text));
  /** A yes or a no is the last thing to leave out. */
  const lost = (from: number) => (from > 0 && (words[0]?.text === 'no' || words[0]?.text === 'yes') ? 1 : 0);
  const left = starts.flatMap((from) => ends.map((cut) => ({ from, to: words.length - cut })));
  return left.filter(({ from, to }) => to > from && to - from < words.length)
    .sort((one, other) => lost(one.from) - lost(other.from) || (other.to - other.from) - (one.to - one.from) || one.from - other.from)
    .map(({ from, to }) => words.slice(from, to));
}

/** How many words can be cut away at one side: one phrase after another, up to a few. */
function cuts(phrases: readonly (readonly string[])[], cut: number, fits: (phrase: readonly string[], cut: number) => boolean, round = 0): readonly number[] {
  const further = round === mostRounds ? [] : phrases.filter((phrase) => fits(phrase, cut)).flatMap((phrase) => cuts(phrases, cut + phrase.length, fits, round + 1));
  return [...new Set([cut, ...further])];
}

const mostRounds = 4;

const openings = [
  'alexa', 'hello', 'hi', 'hiya', 'hey', 'hello there', 'good morning', 'good afternoon', 'good evening', 'morning', 'excuse me', 'please', 'well', 'so', 'right', 'right then', 'now then', 'now', 'and', 'but', 'oh', 'ah', 'like', 'just', 'actually', 'listen', 'love', 'dear', 'sorry',
  'can you tell me', 'could you tell me', 'will you tell me', 'would you tell me', 'can you please tell me', 'could you please tell me', 'please can you tell me', 'please could you tell me', 'tell me', 'please tell me', 'let me know', 'can you just tell me', 'could you just tell me', 'are you able to tell me',
  'do you know', 'do you happen to know', 'do you think', 'any idea', 'have you any idea', 'i wonder', 'i was wondering', 'i wondered', 'i was just wondering', 'i am just wondering', 'i would like to know', 'i want to know', 'i need to know', 'i just want to know', 'i just wanted to know', 'i wanted to know', 'what i want to know is', 'i wanted to ask', 'i want to ask', 'can i ask', 'could i ask', 'may i ask',
  'please can you', 'please could you', 'can you please', 'could you please', 'let us', 'can we', 'could we', 'can you', 'could you', 'would you', 'will you', 'please would you', 'would you mind', 'i would like you to', 'i want you to', 'i need you to', 'i would like to', 'i want to', 'please can i', 'please could i',
  'no', 'yes', 'okay', 'go on', 'all right', 'if you do not mind', 'if you would not mind', 'i think', 'i said', 'i mean', 'i meant', 'what i meant was', 'first of all', 'by the way', 'in fact', 'my dear', 'remind me', 'check', 'find out', 'see', 'see if', 'find out if', 'check if', 'it is just', 'is it',
].map((phrase) => phrase.split(' '));

const endings = [
  'please', 'then', 'thanks', 'thank you', 'ta', 'love', 'dear', 'my love', 'my dear', 'duck', 'pet', 'now', 'for me', 'at all', 'at the moment', 'just now', 'or not', 'or what', 'if you can', 'if you could', 'if you do not mind', 'if you would', 'if that is all right', 'if that is okay', 'do you know', 'would you', 'could you', 'can you', 'will you', 'alexa', 'again', 'exactly', 'actually', 'by any chance', 'i wonder', 'do you think', 'is it', 'though', 'or something', 'you know', 'so far', 'right now', 'yet',
  'please love', 'very much', 'please dear', 'for me please', 'thank you very much', 'if possible', 'when you are ready', 'when you get a minute', 'to me', 'and that',
].map((phrase) => phrase.split(' '));
