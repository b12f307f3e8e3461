import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VisitSource } from '../../models/visits-in/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { visitRunStore } from '../store/visit-run-rows.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { bringInAtOnce } from './bring-in-at-once.ts';
import { lookAgain } from './look-again.ts';
import type { BringingServices } from './person-looked-at.ts';
import { mostFileBytes } from './read-visits-file.ts';
import { runReport } from './run-report.ts';
import { visitRuns, type VisitRuns } from './visit-runs.ts';

/** A file still being written grows: it is left until it has been the same for so long. */
const settledAfterMs = 5_000;
const mostAtOnce = 20;

interface Watched { readonly folder: string; readonly council: CouncilId; readonly services: BringingServices; readonly newId: () => string }

/**
 * Brings in what lies in the folder of each source, the oldest first: `<folder>/<source>/rota.csv`. What is done goes into `done`, what cannot be read into
 * `refused`, each with a report beside it. One that breaks off lies there still, and is brought in by the next look. Says how many were seen to.
 */
export async function lookInFolder({ folder, council, services, newId }: Watched): Promise<number> {
  const runs = visitRuns(services, council, newId);
  let count = 0;
  for (const source of await visitSourceStore(services.table).all(council)) {
    const own = join(folder, source.id);
    await mkdir(own, { recursive: true });
    for (const name of await settledFiles(own, services.clock())) {
      await seeTo(own, name, source, { runs, council, services });
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

async function seeTo(folder: string, name: string, source: VisitSource, { runs, council, services }: { readonly runs: VisitRuns; readonly council: CouncilId; readonly services: BringingServices }): Promise<void> {
  const path = join(folder, name);
  const put = async (where: 'done' | 'refused', report: string) => {
    const into = join(folder, where);
    await mkdir(into, { recursive: true });
    const stamped = `${new Date(services.clock()).toISOString().replaceAll(/[:.]/g, '-')}-${name}`;
    await writeFile(join(into, `${stamped}.report.txt`), `${report}\n`);
    await rename(path, join(into, stamped));
  };
  if ((await stat(path)).size > mostFileBytes) return put('refused', 'The file is larger than 25 megabytes. Send fewer weeks at a time.');
  const brought = await bringInAtOnce(runs, { source, fileName: name, bytes: await readFile(path), by: `folder:${source.id}` });
  switch (brought.kind) {
    case 'refused': return put('refused', `${brought.what}. ${brought.mend}.`);
    case 'columns-unknown': return put('refused', `Nobody has said yet which column says what: ${brought.headings.join(', ')}. Send one such file in the console, and say it there.`);
    case 'uncertain': return put('done', 'It is not certain what became of this file. Put it in once more: the same again changes nothing.');
    case 'brought-in': case 'waits': {
      const { id, lineRows } = brought.run;
      const store = visitRunStore(services.table);
      const report = runReport(brought.run, { faults: await store.faults(council, id, 'fault'), notes: await store.faults(council, id, 'note'), lines: await store.lines(council, id, lineRows) });
      return put('done', brought.kind === 'waits' ? `So much is called off or missing that nothing was brought in. It waits for a yes in the console, under Visits in.\n\n${report}` : report);
    }
  }
}

const everyMs = 60_000;

/** Looks each minute. */
export function watchFolder(watched: Watched): { stop(): Promise<void> } {
  return lookAgain(everyMs, () => lookInFolder(watched), (cause) => { watched.services.log.fault('visits-folder-failed', {}, cause); });
}
