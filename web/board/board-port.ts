/** What the board's page needs of the rest. */
export interface BoardDesk {
  /** A screen asks for a code to show; only it, by `claim`, may collect its credentials. */
  offer(): Promise<{ readonly code: string; readonly claim: string }>;
  collect(code: string, claim: string): Promise<Collected>;
}

export type Collected = { readonly kind: 'waiting' | 'gone' } | { readonly kind: 'paired'; readonly deviceId: string; readonly word: string };
