import { faster, shorter, slower, usualSpeech, type SpeechPassport } from '../../models/household/index.ts';
import type { Answer } from '../answer.ts';
import { shortest } from '../everyday/just-tell-me.ts';
import { keepOpen } from '../everyday/open-question.ts';
import type { Line } from '../ssml.ts';
import type { Memory } from '../memory.ts';
import { carryOut } from '../carry-out.ts';
import type { Turn } from '../turn.ts';

/** "You're going too fast", "keep it short", "speak normally": kept for good, and the last answer said again the new way. */
export const speakSlower = (turn: Turn) => change(turn, slower, (after) => (after.pacePercent === 100 ? 'I’ll leave longer gaps from now on.' : 'I’ll go more slowly from now on.'));
export const speakFaster = (turn: Turn) => change(turn, faster, () => 'I’ll go a little quicker from now on.');
export const speakShorter = (turn: Turn) => change(turn, shorter, () => 'I’ll keep it short from now on.', shortest);
export const speakNormally = (turn: Turn) => change(turn, usualSpeech, () => 'I’ll speak as usual from now on.');

function change(turn: Turn, step: (passport: SpeechPassport) => SpeechPassport, words: (after: SpeechPassport) => string, form: (last: NonNullable<Memory['last']>) => readonly Line[] = ({ tell }) => tell): Promise<Answer> {
  return carryOut(turn, (now) => {
    const { household } = now.record;
    const passport = step(household.passport);
    return {
      answer: { ...again(now, words(passport), form), passport },
      change: { household: { ...household, passport }, audit: [{ action: 'speech-changed', by: 'person', about: 'passport' }] },
    };
  });
}

function again(turn: Turn, first: string, form: (last: NonNullable<Memory['last']>) => readonly Line[]): Answer {
  const { last } = turn.memory;
  return { ...keepOpen(turn, first, ...(last === undefined ? [] : form(last))), ...(last?.facts !== undefined && { facts: last.facts }) };
}
