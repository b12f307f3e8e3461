/** What the board's pages need of the rest. */
export interface BoardDesk {
  /** A screen asks for a code to show; only it, by `claim`, may collect its credentials. */
  offer(): Promise<{ readonly code: string; readonly claim: string }>;
  collect(code: string, claim: string): Promise<Collected>;
  pair(request: PairRequest): Promise<'paired' | 'no-such-code' | 'no-such-person'>;
  /** A Home Assistant's credentials, shown once. */
  addHomeAssistant(request: Omit<PairRequest, 'code'>): Promise<{ readonly deviceId: string; readonly word: string } | 'no-such-person'>;
  devicesOf(personId: string): Promise<readonly { readonly deviceId: string; readonly kind: 'board' | 'home-assistant'; readonly name: string; readonly isOnline: boolean }[]>;
  remove(personId: string, deviceId: string): Promise<void>;
  people(): readonly { readonly id: string; readonly name: string }[];
}

export type Collected = { readonly kind: 'waiting' | 'gone' } | { readonly kind: 'paired'; readonly deviceId: string; readonly word: string };

export interface PairRequest {
  readonly code: string;
  readonly personId: string;
  readonly name: string;
  /** What the screen may show to whoever is in the room. */
  readonly shows: 'names' | 'nothing-private';
}
