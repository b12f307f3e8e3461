/** A sentence to learn from: the class it belongs to, the rows of its features, and how much it counts. */
export interface Lesson { readonly answer: number; readonly rows: Int32Array; readonly worth: number }
export interface Taught { readonly weights: Float32Array; readonly bias: Float32Array }

/**
 * Softmax regression by AdaGrad, taught a few times over with other halves of each sentence's features left out, and the mean taken:
 * no sentence can lean on one feature alone, and its certainty means something. The same lessons always come to the same weights.
 */
export function teachSoftmax(lessons: readonly Lesson[], features: number, classes: number): Taught {
  const mean: Taught = { weights: new Float32Array(features * classes), bias: new Float32Array(classes) };
  for (let seed = 1; seed <= teachers; seed++) {
    const { weights, bias } = teachOnce(lessons, features, classes, randomFrom(seed));
    weights.forEach((weight, at) => { mean.weights[at] = (mean.weights[at] ?? 0) + weight / teachers; });
    bias.forEach((weight, at) => { mean.bias[at] = (mean.bias[at] ?? 0) + weight / teachers; });
  }
  return mean;
}

const teachers = 3;
const rounds = 8;
const rate = 0.3;
const leftOut = 0.5;
/** A class that is right to within this is left as it is. */
const tooLittle = 0.003;

function teachOnce(lessons: readonly Lesson[], features: number, classes: number, random: () => number): Taught {
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(0.1);
  const bias = new Float32Array(classes);
  const biasSquares = new Float32Array(classes).fill(0.1);
  const shares = new Float32Array(classes);
  const order = lessons.map((_, place) => place);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    const pace = rate * (1 - (0.7 * round) / rounds);
    for (const place of order) {
      const { answer, rows, worth } = lessons[place] as Lesson;
      const heard = rows.filter(() => random() >= leftOut);
      shareOut(heard, weights, bias, shares);
      for (let name = 0; name < classes; name++) {
        const slope = ((shares[name] as number) - (name === answer ? 1 : 0)) * worth;
        if (slope < tooLittle && slope > -tooLittle) continue;
        bias[name] = (bias[name] as number) - (pace * slope) / Math.sqrt(biasSquares[name] = (biasSquares[name] as number) + slope * slope);
        for (const row of heard) {
          const at = row * classes + name;
          weights[at] = (weights[at] as number) - (pace * slope) / Math.sqrt(squares[at] = (squares[at] as number) + slope * slope);
        }
      }
    }
  }
  return { weights, bias };
}

function shareOut(rows: Int32Array, weights: Float32Array, bias: Float32Array, into: Float32Array): void {
  const classes = into.length;
  into.set(bias);
  for (const row of rows) {
    const from = row * classes;
    for (let name = 0; name < classes; name++) into[name] = (into[name] as number) + (weights[from + name] as number);
  }
  let most = -Infinity;
  for (const sum of into) if (sum > most) most = sum;
  let total = 0;
  for (let name = 0; name < classes; name++) total += into[name] = Math.exp((into[name] as number) - most);
  for (let name = 0; name < classes; name++) into[name] = (into[name] as number) / total;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
}

/** Chance that is the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
