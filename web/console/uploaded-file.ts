import { Readable, Transform } from 'node:stream';
import type { Request } from 'express';
import { PageProblem } from '../errors.ts';

/** A file somebody sent with a form. */
export interface UploadedFile { readonly name: string; readonly bytes: Uint8Array }

const mostUploadBytes = 26 * 1_024 * 1_024;
const mostFields = 20;
const files = new WeakMap<Request, UploadedFile>();

/** Reads a form with a file in it, by Node's own reader of such forms. The fields become the request's body; what is too large is refused before it is all here. */
export async function readUpload(request: Request): Promise<void> {
  const type = request.get('Content-Type') ?? '';
  if (Number(request.get('Content-Length') ?? 0) > mostUploadBytes) throw tooLarge();
  let bytes = 0;
  const counted = request.pipe(new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > mostUploadBytes) done(tooLarge());
      else done(null, chunk);
    },
  }));
  // Deprecated for servers because it holds the whole form in memory: here that is bounded, and no package is needed.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const data = await new globalThis.Response(Readable.toWeb(counted) as ReadableStream, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
  if (bytes > mostUploadBytes) throw tooLarge();
  if (data === undefined) throw new PageProblem(400, 'I could not read that. Please open the page again and choose the file once more.');
  const fields: Record<string, string> = {};
  for (const [name, value] of [...data].slice(0, mostFields)) {
    if (typeof value === 'string') fields[name] = value;
    else if (value.size > 0) files.set(request, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  request.body = fields;
}

/** The file that came with a form; undefined where none was chosen. */
export function fileIn(request: Request): UploadedFile | undefined {
  return files.get(request);
}

const tooLarge = () => new PageProblem(413, 'That file is larger than 25 megabytes. Send fewer weeks at a time.');
