/** Words cut into the longest pieces that an encoder knows (WordPiece, as BERT reads), as the numbers it knows them by. A word it can make nothing of is one unknown piece. */
export function wordPieces(pieces: readonly string[]): (text: string) => readonly number[] {
  const numbers = new Map(pieces.map((piece, number) => [piece, number]));
  const numberOf = (piece: string): number => numbers.get(piece) ?? -1;
  const [start, end, unknown] = ['[CLS]', '[SEP]', '[UNK]'].map(numberOf) as [number, number, number];
  const cut = (word: string): readonly number[] => {
    const found: number[] = [];
    for (let from = 0; from < word.length;) {
      let to = word.length;
      while (to > from && !numbers.has(pieceAt(word, from, to))) to--;
      if (to === from) return [unknown];
      found.push(numberOf(pieceAt(word, from, to)));
      from = to;
    }
    return found;
  };
  return (text) => [start, ...(text.match(/[a-z0-9]+|[^\sa-z0-9]/g) ?? []).flatMap(cut).slice(0, mostPieces), end];
}

/** As many as it was taught with. */
const mostPieces = 40;

function pieceAt(word: string, from: number, to: number): string {
  return (from > 0 ? '##' : '') + word.slice(from, to);
}
