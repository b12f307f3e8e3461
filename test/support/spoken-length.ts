// Keeps one promise: how long an answer takes to hear is measured in one way everywhere, as an ear would measure it.
import { usualPassport } from '../../models/household/index.ts';
import { instruments } from '../../models/outcome/index.ts';
import { spokenWords } from '../../skill/outcome/wellbeing-words.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';

export interface SpokenLength { readonly words: number; readonly seconds: number; readonly questions: number }

/** What others wrote, and nobody may shorten: the ONS’s words before its questions. */
const unchangeable = Object.values(instruments).map(({ lead }) => spokenWords(lead));

/** Words and seconds before the one question, and how many questions there are. What may not be changed is not counted. Pauses count as long as they usually are: who asks for longer ones, gets longer ones. */
export function spokenLength(ssml: string): SpokenLength {
  const whole = plainSpeech(ssml);
  const speech = unchangeable.reduce((rest, words) => rest.replace(words, ''), whole);
  const words = speech.replace(/[^.?!]*\?[”"]?$/, '').split(/\s+/).filter(Boolean).length;
  const pauses = [...ssml.matchAll(/<break time="(\d+)ms"/g)].reduce((total, [, ms]) => total + Math.min(Number(ms), usualPassport.pauseMs) / 1000, 0);
  return { words, seconds: words / wordsASecond + pauses, questions: [...speech.matchAll(/\?/g)].length };
}

const wordsASecond = 150 / 60;

/** The answers that may take longer than others, and why. */
const longer: Readonly<Record<string, { readonly mostWords: number; readonly mostSeconds: number; readonly why: string }>> = {
  CareVisitsOnDayIntent: { mostWords: 36, mostSeconds: 15, why: 'a week is read out three visits at a time, each with its day and hour' },
  ExplainIntent: { mostWords: 36, mostSeconds: 15, why: 'a right is told whole, and with who says so' },
};

/** Whether it can be held in mind by somebody tired: about thirty words and twelve seconds before at most one question. */
export function isBrief({ words, seconds, questions }: SpokenLength, intent = ''): boolean {
  return words <= (longer[intent]?.mostWords ?? mostWords) && seconds <= (longer[intent]?.mostSeconds ?? mostSeconds) && questions <= 1;
}

const mostWords = 32;
const mostSeconds = 13;
