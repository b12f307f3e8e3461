import { corrected, type Correction } from './correction.ts';
import { reread, type Directory, type Entry } from './directory.ts';

/**
 * The directory with the council's own corrections laid over it; the one given is not changed. Words and needs are not corrected, so the
 * indexes stand as they are and only the services concerned are worked out anew: a few milliseconds among thousands. A correction of a service that is gone waits for it.
 */
export function correctDirectory(directory: Directory, corrections: readonly Correction[]): Directory {
  const anew = new Map<Entry, Entry>();
  for (const correction of corrections) {
    const entry = directory.byId.get(correction.serviceId);
    if (entry !== undefined) anew.set(entry, reread(entry, corrected(entry.service, correction)));
  }
  if (anew.size === 0) return directory;
  const now = (entry: Entry) => anew.get(entry) ?? entry;
  return {
    byId: new Map([...directory.byId].map(([id, entry]) => [id, now(entry)])),
    active: directory.active.map(now),
    byCategory: mapped(directory.byCategory, (entry) => anew.has(entry), now),
    byStem: mapped(directory.byStem, ({ entry }) => anew.has(entry), (posting) => ({ ...posting, entry: now(posting.entry) })),
  };
}

/** The same lists, but those with something in them that concerns us made anew. */
function mapped<Item>(lists: ReadonlyMap<string, readonly Item[]>, concerns: (item: Item) => boolean, anew: (item: Item) => Item): ReadonlyMap<string, readonly Item[]> {
  const after = new Map(lists);
  for (const [key, list] of lists) if (list.some(concerns)) after.set(key, list.map((item) => (concerns(item) ? anew(item) : item)));
  return after;
}
