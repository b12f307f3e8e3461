import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VisitSource } from '../../models/visits-in/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { lookAgain } from './look-again.ts';
import { putAwayAs, seeToFile, type SeeingTo } from './see-to-file.ts';

/** A file still being written grows: it is left until it has been the same for so long. */
const settledAfterMs = 5_000;
const mostAtOnce = 20;

interface Watched extends SeeingTo { readonly folder: string }

/**
 * Brings in what lies in the folder of each source, the oldest first: `<folder>/<source>/rota.csv`. What is done goes into `done`, what cannot be read into
 * `refused`, each with a report beside it. One that breaks off lies there still, and is brought in by the next look. Says how many were seen to.
 */
export async function lookInFolder({ folder, ...seeing }: Watched): Promise<number> {
  const { services, council } = seeing;
  let count = 0;
  for (const source of await visitSourceStore(services.table).all(council)) {
    const own = join(folder, source.id);
    await mkdir(own, { recursive: true });
    for (const name of await settledFiles(own, services.clock())) {
      await seeTo(own, name, source, seeing);
      count += 1;
    }
  }
  return count;
}

async function settledFiles(folder: string, now: Instant): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.part') && !entry.name.endsWith('.tmp'));
  const files = await Promise.all(entries.map(async ({ name }) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  return files.filter(({ at }) => Math.abs(now - at) >= settledAfterMs).toSorted((one, other) => one.at - other.at).slice(0, mostAtOnce).map(({ name }) => name);
}

async function seeTo(folder: string, name: string, source: VisitSource, seeing: SeeingTo): Promise<void> {
  const path = join(folder, name);
  const { where, report } = await seeToFile({ source, name, size: (await stat(path)).size, read: () => readFile(path) }, seeing);
  const into = join(folder, where);
  await mkdir(into, { recursive: true });
  const put = join(into, putAwayAs(name, seeing.services.clock()));
  await writeFile(`${put}.report.txt`, `${report}\n`);
  await rename(path, put);
}

const everyMs = 60_000;

/** Looks each minute. */
export function watchFolder(watched: Watched): { stop(): Promise<void> } {
  return lookAgain(everyMs, () => lookInFolder(watched), (cause) => { watched.services.log.fault('visits-folder-failed', {}, cause); });
}
