import { hashOf } from './hash.ts';

/** Classes that were taught, as kept: for each feature, by the hash of its name, what it speaks for. */
export interface PackedClasses {
  readonly classes: readonly string[];
  /** One a class, in hundredths. */
  readonly bias: readonly number[];
  /** Hashes of the features, rising: 32-bit numbers, least byte first, in base64. */
  readonly keys: string;
  /** How many classes each feature speaks for: a byte each, in base64. */
  readonly counts: string;
  /** For each of those the class and the weight as a signed byte, in base64. */
  readonly weights: string;
  /** What a weight of 1 is worth. */
  readonly scale: number;
}

/** What teaching came to, as it is kept in `learned.json`. */
export interface LearnedFile extends PackedClasses {
  /** A fingerprint of the sentences it was taught with. */
  readonly from: string;
  /** For slots that can be meant without being named ("me grass is up to me armpits"), the values as classes, and one for none. */
  readonly meant: Readonly<Record<string, PackedClasses>>;
  /** For each of our slot types, words people used for a value that the model does not list, and the value's id. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** For each slot of free words, how likely it begins or ends beside a word, in tenths of a log ratio. */
  readonly edges: Readonly<Record<string, FreeWordEdges>>;
}

/** A class and how much a feature speaks for it. */
interface Weight { readonly place: number; readonly weight: number }

/** By the words before a place, the word at it, the word before it and the words after it. */
export interface FreeWordEdges { readonly begins: Readonly<Record<string, number>>; readonly ends: Readonly<Record<string, number>> }

export interface LearnedClasses {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  readonly weightsOf: (feature: string) => readonly Weight[];
}

export interface Learned extends LearnedClasses {
  readonly meant: Readonly<Record<string, LearnedClasses>>;
  readonly phrases: LearnedFile['phrases'];
  readonly edges: LearnedFile['edges'];
  readonly knows: (feature: string) => boolean;
}

export function readLearned(file: LearnedFile): Learned {
  const meant = Object.fromEntries(Object.entries(file.meant).map(([slot, packed]) => [slot, readClasses(packed)]));
  return { ...readClasses(file), phrases: file.phrases, edges: file.edges, meant };
}

function readClasses(file: PackedClasses): LearnedClasses & Pick<Learned, 'knows'> {
  const keyBytes = bytesIn(file.keys);
  const keys = new Uint32Array(keyBytes.buffer, keyBytes.byteOffset, keyBytes.byteLength / 4);
  const [counts, weights] = [bytesIn(file.counts), bytesIn(file.weights)];
  const starts = new Uint32Array(counts.length);
  for (let row = 1, from = 0; row < counts.length; row++) starts[row] = from += counts[row - 1] ?? 0;
  const weightsOf = (feature: string): readonly Weight[] => {
    const row = rowOf(keys, hashOf(feature));
    if (row < 0) return [];
    const from = starts[row] ?? 0;
    return Array.from({ length: counts[row] ?? 0 }, (_, next) => ({ place: weights[(from + next) * 2] ?? 0, weight: signed(weights[(from + next) * 2 + 1] ?? 0) * file.scale }));
  };
  return { classes: file.classes, bias: file.bias.map((hundredths) => hundredths / 100), knows: (feature) => rowOf(keys, hashOf(feature)) >= 0, weightsOf };
}

/** Copied, so that numbers of four bytes stand where numbers of four bytes may. */
function bytesIn(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function signed(byte: number): number {
  return byte > 127 ? byte - 256 : byte;
}

function rowOf(keys: Uint32Array, key: number): number {
  let [low, high] = [0, keys.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
