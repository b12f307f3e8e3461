import type { IncomingWorker } from './incoming-visit.ts';
import type { VisitSource } from './source.ts';

/** What is said of a care worker whose name the source does not give. */
export const unnamedWorker = 'a care worker';

/** Who comes where a source names nobody and somebody comes all the same, as in calendars. */
export const unnamedWorkerIn: IncomingWorker = { id: 'unnamed', firstName: unnamedWorker };

/** A care worker as a source names them: under its own id, or under the name where it gives none. Undefined where nobody is named. */
export function workerNamed(id: string, name: string, { names, workerNames }: Pick<VisitSource, 'names' | 'workerNames'>): IncomingWorker | undefined {
  const own = id.trim() === '' ? name.trim() : id.trim();
  if (own === '') return undefined;
  const firstName = Object.hasOwn(workerNames, own) ? workerNames[own] : firstNameIn(name, names);
  return { id: idOf(own), ...(firstName !== undefined && firstName !== '' && { firstName }) };
}

/** "Priya" of "Priya S", "Ms Priya S", `Priya, "Pri" S`, and, with the surname first, of "Sharma, Priya". */
function firstNameIn(name: string, order: VisitSource['names']): string | undefined {
  const parts = name.normalize('NFC').replaceAll(/[\p{C}"“”();:/]+/gu, ' ').split(',');
  const words = (order === 'surname-first' ? parts[1] ?? parts[0]?.trim().split(/\s+/).slice(1).join(' ') : parts[0])?.trim().split(/\s+/) ?? [];
  return words.find((word) => /^\p{L}[\p{L}\p{M}'’-]{0,39}$/u.test(word) && !/^(?:mr|mrs|miss|ms|mx|dr)$/i.test(word));
}

/** An id as reports may name it: the source's own where that is plain, else a plain one that no other has. */
export function idOf(own: string): string {
  if (/^[A-Za-z0-9._-]{1,80}$/.test(own)) return own;
  return `${own.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60)}-${shortHash(own)}`;
}

/** Tells apart names that look alike once they are plain (FNV-1a). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return hash.toString(36);
}
