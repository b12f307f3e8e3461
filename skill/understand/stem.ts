/** A word without its common endings, at most six letters. */
export function stemOf(word: string): string {
  return word.replace(/(?:ing|ed|es|s|ly|er)$/, '').slice(0, 6);
}
