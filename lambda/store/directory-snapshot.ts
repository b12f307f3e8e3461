import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Service } from '../../models/service/index.ts';
import { namedKept, textKept, whenAsked } from './kept-values.ts';

/** What every kept service must have; the rest was checked when it was read in. */
const keptService = () => z.looseObject({
  id: namedKept, name: namedKept, status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  provenance: z.object({ source: textKept, sourceId: textKept, fetchedAt: textKept, declaredVersion: textKept, rawHash: textKept }),
});
const keptServices = whenAsked(() => z.array(keptService()));

/** A directory as text that fits into rows: packed, cut into pieces, with a hash that tells whether all of it came back. */
export interface Packed { readonly pieces: readonly string[]; readonly hash: string }

/** A row holds 300,000 bytes; the text is plain ASCII. */
const lettersInPiece = 250_000;

export function packServices(services: readonly Service[]): Packed {
  const text = gzipSync(JSON.stringify(services)).toString('base64');
  const count = Math.ceil(text.length / lettersInPiece);
  const pieces = Array.from({ length: count }, (_, place) => text.slice(place * lettersInPiece, (place + 1) * lettersInPiece));
  return { pieces, hash: hashOf(text) };
}

/** The services again; undefined when a piece is missing or damaged. */
export function unpackServices({ pieces, hash }: Packed): readonly Service[] | undefined {
  const text = pieces.join('');
  if (hashOf(text) !== hash) return undefined;
  const read = keptServices().safeParse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString('utf8')));
  return read.success ? (read.data) : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
