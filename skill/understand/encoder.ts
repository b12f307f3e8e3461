/** What judges a sentence as a whole, by all that was ever read of such words, beside what was taught word by word. */
export interface Encoder {
  /** How likely each class is, from a sentence as plain words (`wordsOf`); together they make 1. */
  readonly likeliness: (text: string) => Promise<ReadonlyMap<string, number>>;
}
