import type { Instant } from '../shared/index.ts';

/** Somebody of the desk. */
export interface DeskWorker { readonly id: string; readonly name: string }

/** What the desk does about one alert before it is answered: who has it in hand, and what they found out. Nobody is told less for it. */
export interface DeskWork {
  readonly inHand?: { readonly by: DeskWorker; readonly at: Instant };
  /** Oldest first. */
  readonly notes: readonly { readonly by: DeskWorker; readonly at: Instant; readonly words: string }[];
}

export const noDeskWork: DeskWork = { notes: [] };
export const longestDeskNote = 300;
const mostNotes = 50;

/** Takes it in hand, also from somebody else; who had it is noted. */
export function takeInHand({ inHand, notes }: DeskWork, by: DeskWorker, at: Instant): DeskWork {
  const from = inHand === undefined || inHand.by.id === by.id ? [] : [{ by, at, words: `Taken over from ${inHand.by.name}.` }];
  return { inHand: { by, at }, notes: [...notes, ...from].slice(-mostNotes) };
}

/** Lets it go; somebody else's is left with them. */
export function letGo(work: DeskWork, by: DeskWorker): DeskWork {
  return work.inHand?.by.id === by.id ? { notes: work.notes } : work;
}

/** Adds what was found out: 1 to 300 letters, 50 notes at most. */
export function addDeskNote(work: DeskWork, by: DeskWorker, words: string, at: Instant): { readonly kind: 'noted'; readonly work: DeskWork } | { readonly kind: 'refused'; readonly reason: 'empty' | 'too-long' | 'too-many' } {
  const said = words.trim();
  if (said === '') return { kind: 'refused', reason: 'empty' };
  if (said.length > longestDeskNote) return { kind: 'refused', reason: 'too-long' };
  if (work.notes.length >= mostNotes) return { kind: 'refused', reason: 'too-many' };
  return { kind: 'noted', work: { ...work, notes: [...work.notes, { by, at, words: said }] } };
}
