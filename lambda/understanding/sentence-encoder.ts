import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Encoder } from '../../skill/understand/index.ts';
import { wordPieces } from './word-pieces.ts';

let loading: Promise<(text: string) => Promise<ReadonlyMap<string, number>>> | undefined;

/**
 * What a sentence means by the company its words keep: a small BERT (MiniLM) that read much of the web before it was taught our sentences
 * (`npm run teach-encoder`). Loaded once for a process, when it is first asked or warmed.
 */
export const sentenceEncoder: Encoder = {
  likeliness: async (text) => (await loaded())(text),
};

/** Loads it ahead of the first sentence; what is wrong with its files is heard of at the start. */
export async function warmSentenceEncoder(): Promise<void> {
  await loaded();
}

function loaded(): NonNullable<typeof loading> {
  return (loading ??= load());
}

/** The runtime is read only here: most processes never hear a sentence. */
async function load(): Promise<(text: string) => Promise<ReadonlyMap<string, number>>> {
  const { env, InferenceSession, Tensor } = await import('onnxruntime-web/wasm');
  const [runtime, network, file] = await Promise.all([readFile(createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')), ...['encoder.onnx', 'encoder.json'].map((name) => readFile(join(import.meta.dirname, name)))]) as [Buffer, Buffer, Buffer];
  const { pieces, classes } = JSON.parse(file.toString()) as { pieces: string; classes: readonly string[] };
  Object.assign(env.wasm, { numThreads: 1, wasmBinary: runtime });
  const session = await InferenceSession.create(network, { graphOptimizationLevel: 'disabled' });
  const cut = wordPieces(pieces.split(' '));
  return async (text) => {
    const numbers = BigInt64Array.from(cut(text), BigInt);
    const { classes: heard } = await session.run({ pieces: new Tensor('int64', numbers, [1, numbers.length]) });
    return shares(classes, heard?.data as Float32Array);
  };
}

function shares(classes: readonly string[], heard: Float32Array): ReadonlyMap<string, number> {
  const most = Math.max(...heard);
  const all = Array.from(heard, (each) => Math.exp(each - most));
  const total = all.reduce((sum, each) => sum + each, 0);
  return new Map(classes.map((name, place) => [name, (all[place] ?? 0) / total]));
}
