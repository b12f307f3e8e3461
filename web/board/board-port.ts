/** What the board's page needs of the rest. */
export interface BoardDesk {
  /** A screen asks for a code to show; only it, by `claim`, may collect its credentials. */
  offer(): Promise<{ readonly code: string; readonly claim: string }>;
  collect(code: string, claim: string): Promise<Collected>;
  /** Whether these are still a screen's credentials: asked by one that the bus refused, before it forgets whose it is. */
  isKnown(deviceId: string, word: string): Promise<boolean>;
}

export type Collected = { readonly kind: 'waiting' | 'gone' } | { readonly kind: 'paired'; readonly deviceId: string; readonly word: string };
