import type { LocalTime } from '../shared/index.ts';

/** How this person wants to be spoken to. Chosen by the person; moved one step simpler after two misunderstandings. */
export interface SpeechPassport {
  /** Speaking rate in per cent of normal. Never slower than 85: slow synthetic speech is harder to tell apart. */
  readonly pacePercent: 100 | 90 | 85;
  /** The pause between facts, in milliseconds. */
  readonly pauseMs: 300 | 600 | 900;
  /** How many things are read out at once. */
  readonly listLength: 1 | 2 | 3;
  readonly isShort: boolean;
  /** Their names for things: "lunch club" for a service, "my tablets" for a task. Key: our word; value: theirs. */
  readonly words: Readonly<Record<string, string>>;
  /** How many times a day we may speak first, urgent matters apart. */
  readonly interruptionsADay: number;
  /** Between these times on the wall clock, over midnight where `from` is the later, nothing speaks first that is not urgent. Absent: as the council has it. */
  readonly quietHours?: { readonly from: LocalTime; readonly to: LocalTime };
}

export const usualPassport: SpeechPassport = {
  pacePercent: 100, pauseMs: 300, listLength: 3, isShort: false, words: {}, interruptionsADay: 6,
};
