import { usualPassport, type SpeechPassport } from './speech-passport.ts';

const pauses = [300, 600, 900] as const;
const paces = [100, 90, 85] as const;

/** Longer gaps between facts first; only then a slower voice, because slow synthetic speech is harder to tell apart. */
export function slower(passport: SpeechPassport): SpeechPassport {
  if (passport.pauseMs < 900) return { ...passport, pauseMs: stepAfter(pauses, passport.pauseMs) };
  return { ...passport, pacePercent: stepAfter(paces, passport.pacePercent) };
}

/** The way back: the voice first, then the gaps. */
export function faster(passport: SpeechPassport): SpeechPassport {
  if (passport.pacePercent < 100) return { ...passport, pacePercent: stepAfter([...paces].reverse(), passport.pacePercent) };
  return { ...passport, pauseMs: stepAfter([...pauses].reverse(), passport.pauseMs) };
}

/** The answer alone, and fewer things at once. */
export function shorter(passport: SpeechPassport): SpeechPassport {
  return { ...passport, isShort: true, listLength: stepAfter([3, 2, 1], passport.listLength) };
}

/** One step simpler, as after two misunderstandings in a row: a longer gap and one thing fewer at once. */
export function simplerSpeech(passport: SpeechPassport): SpeechPassport {
  return { ...passport, pauseMs: stepAfter(pauses, passport.pauseMs), listLength: stepAfter([3, 2, 1], passport.listLength) };
}

/** Back to how we speak to everybody; their own words for things, and how often and when we may speak first, stay. */
export function usualSpeech(passport: SpeechPassport): SpeechPassport {
  return { ...usualPassport, words: passport.words, interruptionsADay: passport.interruptionsADay, ...(passport.quietHours !== undefined && { quietHours: passport.quietHours }) };
}

/** The next one along, or the same at the end. */
function stepAfter<Step>(steps: readonly Step[], from: Step): Step {
  return steps[steps.indexOf(from) + 1] ?? from;
}
