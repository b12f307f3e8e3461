import type { Word } from './words.ts';

/** The sentence without the politeness and the thinking aloud around it, a little less at a time; the plainest last. */
export function* withoutFillers(words: readonly Word[]): Generator<readonly Word[]> {
  let rest = words;
  for (let round = 0; round < mostRounds; round++) {
    const shorter = without(rest);
    if (shorter.length === rest.length || shorter.length === 0) return;
    rest = shorter;
    yield rest;
  }
}

const mostRounds = 6;

function without(words: readonly Word[]): readonly Word[] {
  const opening = longest(openings, (phrase) => phrase.every((text, place) => words[place]?.text === text));
  if (opening > 0 && opening < words.length) return words.slice(opening);
  const ending = longest(endings, (phrase) => phrase.every((text, place) => words[words.length - phrase.length + place]?.text === text));
  return ending > 0 && ending < words.length ? words.slice(0, words.length - ending) : words;
}

function longest(phrases: readonly (readonly string[])[], fits: (phrase: readonly string[]) => boolean): number {
  return phrases.reduce((most, phrase) => (phrase.length > most && fits(phrase) ? phrase.length : most), 0);
}

const openings = [
  'alexa', 'hello', 'hi', 'hiya', 'hey', 'hello there', 'good morning', 'good afternoon', 'good evening', 'morning', 'excuse me', 'please', 'well', 'so', 'right', 'right then', 'now then', 'now', 'and', 'but', 'oh', 'ah', 'like', 'just', 'actually', 'listen', 'love', 'dear', 'sorry',
  'can you tell me', 'could you tell me', 'will you tell me', 'would you tell me', 'can you please tell me', 'could you please tell me', 'please can you tell me', 'please could you tell me', 'tell me', 'please tell me', 'let me know', 'can you just tell me', 'could you just tell me', 'are you able to tell me',
  'do you know', 'do you happen to know', 'any idea', 'have you any idea', 'i wonder', 'i was wondering', 'i wondered', 'i was just wondering', 'i am just wondering', 'i would like to know', 'i want to know', 'i need to know', 'i just want to know', 'i just wanted to know', 'i wanted to know', 'what i want to know is', 'i wanted to ask', 'i want to ask', 'can i ask', 'could i ask', 'may i ask',
  'please can you', 'please could you', 'can you please', 'could you please', 'can you', 'could you', 'would you', 'will you', 'please would you', 'would you mind', 'i would like you to', 'i want you to', 'i need you to', 'i would like to', 'i want to', 'please can i', 'please could i',
  'no', 'yes', 'okay', 'go on', 'all right', 'if you do not mind', 'if you would not mind', 'i think', 'i said', 'i mean', 'i meant', 'what i meant was', 'first of all', 'by the way', 'in fact', 'my dear', 'remind me', 'check', 'find out', 'see', 'see if', 'find out if', 'check if', 'it is just', 'is it',
].map((phrase) => phrase.split(' '));

const endings = [
  'please', 'then', 'thanks', 'thank you', 'ta', 'love', 'dear', 'my love', 'my dear', 'duck', 'pet', 'now', 'for me', 'at all', 'at the moment', 'just now', 'or not', 'or what', 'if you can', 'if you could', 'if you do not mind', 'if you would', 'if that is all right', 'if that is okay', 'do you know', 'would you', 'could you', 'can you', 'will you', 'alexa', 'again', 'exactly', 'actually', 'by any chance', 'i wonder', 'do you think', 'is it', 'though', 'or something', 'you know', 'so far', 'right now', 'yet',
  'please love', 'please dear', 'for me please', 'thank you very much', 'if possible', 'when you are ready', 'when you get a minute', 'to me', 'and that',
].map((phrase) => phrase.split(' '));
