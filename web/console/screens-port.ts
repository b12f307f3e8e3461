import type { PersonId } from '../../models/shared/index.ts';

/** Screens and Home Assistants in people's homes, as they are set up and taken away. */
export interface ScreenDesk {
  of(person: PersonId): Promise<readonly Screen[]>;
  /** Gives the screen that shows this code to somebody. */
  pair(request: NewScreen & { readonly code: string }): Promise<'paired' | 'no-such-code' | 'no-such-person'>;
  /** A Home Assistant's credentials, shown once. */
  addHomeAssistant(request: NewScreen): Promise<{ readonly deviceId: string; readonly word: string } | 'no-such-person'>;
  remove(person: PersonId, deviceId: string): Promise<void>;
}

interface NewScreen {
  readonly personId: PersonId;
  readonly name: string;
  /** What it may show to whoever is in the room. */
  readonly shows: 'names' | 'nothing-private';
}

interface Screen { readonly deviceId: string; readonly kind: 'board' | 'home-assistant'; readonly name: string; readonly isOnline: boolean }
