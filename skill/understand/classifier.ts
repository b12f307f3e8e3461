/** A sentence's likeliness for every class, most likely first; they add up to 1. */
export interface Scored { readonly name: string; readonly probability: number }
export interface Example { readonly name: string; readonly features: readonly string[] }

export interface Classifier {
  readonly score: (features: readonly string[]) => readonly Scored[];
}

/**
 * A softmax over features, taught by a few rounds of AdaGrad over the examples in a fixed order: small, quick to teach,
 * and its probabilities mean something. The same examples always make the same classifier.
 */
export function teach(examples: readonly Example[]): Classifier {
  const names = [...new Set(examples.map(({ name }) => name))];
  const classOf = new Map(names.map((name, place) => [name, place]));
  const rows = new Map<string, number>();
  const encoded = examples.map(({ name, features }) => ({
    answer: classOf.get(name) ?? 0, rows: Int32Array.from(features, (feature) => rowFor(rows, feature)),
  }));
  const weights = new Float32Array(rows.size * names.length);
  const squares = new Float32Array(weights.length).fill(0.1);
  const scores = new Float64Array(names.length);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < encoded.length; turn++) {
      const example = encoded[(turn * stride + round) % encoded.length];
      if (example !== undefined) learn(example, weights, squares, scores);
    }
  }
  return {
    score: (features) => {
      const known = features.map((feature) => rows.get(feature)).filter((row) => row !== undefined);
      probabilities(known, weights, scores);
      return names.map((name, place) => ({ name, probability: scores[place] ?? 0 })).sort((one, other) => other.probability - one.probability);
    },
  };
}

const rounds = 5;
const rate = 0.35;
/** A prime far from the number of samples of an intent, so that neighbours are not learnt one after another. */
const stride = 7919;

function rowFor(rows: Map<string, number>, feature: string): number {
  const known = rows.get(feature);
  if (known !== undefined) return known;
  rows.set(feature, rows.size);
  return rows.size - 1;
}

function learn({ answer, rows }: { answer: number; rows: Int32Array }, weights: Float32Array, squares: Float32Array, scores: Float64Array): void {
  probabilities(rows, weights, scores);
  const classes = scores.length;
  for (let name = 0; name < classes; name++) {
    const slope = (scores[name] ?? 0) - (name === answer ? 1 : 0);
    if (Math.abs(slope) < tooLittle) continue;
    for (const row of rows) {
      const at = row * classes + name;
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
}

const tooLittle = 0.004;

function probabilities(rows: ArrayLike<number>, weights: Float32Array, into: Float64Array): void {
  const classes = into.length;
  into.fill(0);
  for (let place = 0; place < rows.length; place++) {
    const from = (rows[place] ?? 0) * classes;
    for (let name = 0; name < classes; name++) into[name] = (into[name] ?? 0) + (weights[from + name] ?? 0);
  }
  let most = -Infinity;
  for (const score of into) most = Math.max(most, score);
  let total = 0;
  for (let name = 0; name < classes; name++) total += into[name] = Math.exp((into[name] ?? 0) - most);
  for (let name = 0; name < classes; name++) into[name] = (into[name] ?? 0) / total;
}
