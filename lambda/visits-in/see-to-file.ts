import type { VisitSource } from '../../models/visits-in/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { visitRunStore } from '../store/visit-run-rows.ts';
import { bringInAtOnce } from './bring-in-at-once.ts';
import type { BringingServices } from './person-looked-at.ts';
import { mostFileBytes } from './read-visits-file.ts';
import { runReport } from './run-report.ts';
import { visitRuns } from './visit-runs.ts';

/** Where a file is put away once it has been seen to, and what is written beside it. */
export interface SeenTo { readonly where: 'done' | 'refused'; readonly report: string }
/** A file that an agency put where we look. `read` is asked only where it is not too large. */
export interface AgencyFile { readonly source: VisitSource; readonly name: string; readonly size: number; readonly read: () => Promise<Uint8Array> }
export interface SeeingTo { readonly services: BringingServices; readonly council: CouncilId; readonly newId: () => string }

/** Brings in one file that nobody looks at first, and says what became of it. */
export async function seeToFile({ source, name, size, read }: AgencyFile, { services, council, newId }: SeeingTo): Promise<SeenTo> {
  if (size > mostFileBytes) return { where: 'refused', report: 'The file is larger than 25 megabytes. Send fewer weeks at a time.' };
  const brought = await bringInAtOnce(visitRuns(services, council, newId), { source, fileName: name, bytes: await read(), by: `folder:${source.id}` });
  switch (brought.kind) {
    case 'refused': return { where: 'refused', report: `${brought.what}. ${brought.mend}.` };
    case 'columns-unknown': return { where: 'refused', report: `Nobody has said yet which column says what: ${brought.headings.join(', ')}. Send one such file in the console, and say it there.` };
    case 'uncertain': return { where: 'done', report: 'It is not certain what became of this file. Put it in once more: the same again changes nothing.' };
    case 'brought-in': case 'waits': {
      const { id, lineRows } = brought.run;
      const store = visitRunStore(services.table);
      const report = runReport(brought.run, { faults: await store.faults(council, id, 'fault'), notes: await store.faults(council, id, 'note'), lines: await store.lines(council, id, lineRows) });
      return { where: 'done', report: brought.kind === 'waits' ? `So much is called off or missing that nothing was brought in. It waits for a yes in the console, under Visits in.\n\n${report}` : report };
    }
  }
}

/** As it is called once it is put away: by when, and in the order of that. */
export function putAwayAs(name: string, at: number): string {
  return `${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-${name}`;
}
