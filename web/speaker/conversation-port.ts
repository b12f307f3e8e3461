/** What the desk speaker page needs from the skill: someone to be, a way to talk and press, and what others have been told. */
export interface DeskSpeaker {
  people(): readonly DeskPerson[];
  /** One sentence in a conversation. The id stays the same until the person starts again, even when a session inside it has ended. */
  say(input: DeskTurn & { readonly text: string }): Promise<Said>;
  /** Something chosen on the screen: the arguments are those of an APL UserEvent. */
  press(input: DeskTurn & { readonly arguments: unknown[] }): Promise<Said>;
  /** What family, agency and council have had from this person, newest first. */
  elsewhere(personId: string): Promise<readonly Elsewhere[]>;
}

/** Somebody the page may speak for, with a few words about them. */
export interface DeskPerson { readonly id: string; readonly name: string; readonly about: string }

/** The devices the page can stand in for. */
export const devices = ['speaker', 'screen', 'tv'] as const;
export type Device = (typeof devices)[number];

/** Which conversation a turn belongs to, whose it is and what they are talking to. */
export interface DeskTurn { readonly conversationId: string; readonly personId: string; readonly device: Device }

/** One answer: what was heard, how it was understood, what is said and shown, and whether an answer is awaited. */
export interface Said {
  readonly heard: string;
  readonly intent: string;
  readonly slots: readonly { readonly name: string; readonly value: string; readonly id?: string }[];
  /** From 0, a guess, to 1, certain. */
  readonly confidence: number;
  /** Plain words, as an eye reads them. */
  readonly speech: string;
  readonly ssml: string;
  readonly reprompt?: string;
  readonly card?: { readonly title: string; readonly text: string };
  readonly screen?: Screen;
  readonly isListening: boolean;
  readonly tookMs: number;
}

type Screen =
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly { readonly id: string; readonly primary: string; readonly secondary?: string }[]; readonly hint?: string }
  | { readonly kind: 'detail'; readonly title: string; readonly lines: readonly string[]; readonly hint?: string };

/** Word left for somebody, a request asked, or a visit change wanted. `at` is an ISO instant; `state` is in plain words. */
export interface Elsewhere { readonly kind: 'request' | 'word' | 'visit-change' | 'alert'; readonly to: string; readonly text: string; readonly at: string; readonly state: string; readonly why?: string }
