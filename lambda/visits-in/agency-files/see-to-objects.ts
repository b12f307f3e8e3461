import type { CouncilId } from '../../../models/shared/index.ts';
import { visitSourceStore } from '../../store/visit-source-rows.ts';
import { mostFileBytes } from '../read-visits-file.ts';
import { putAwayAs, seeToFile, type SeeingTo, type SeenTo } from '../see-to-file.ts';
import type { FileBucket } from './file-bucket.ts';

/** As much of what S3 sends as is read. Source: Amazon S3 User Guide, “Event message structure”. */
export interface FilesPut { readonly Records: readonly { readonly s3: { readonly bucket: { readonly name: string }; readonly object: { readonly key: string; readonly size?: number } } }[] }

interface SeeingToObjects extends Omit<SeeingTo, 'council'> { readonly councils: readonly CouncilId[]; readonly bucketCalled: (name: string) => FileBucket }
interface Place { readonly council: CouncilId; readonly source: string; readonly name: string }

const unknownSource: SeenTo = { where: 'refused', report: 'There is no source of that name. It is named in the console, under Visits in, at the end of the address of its page.' };

/**
 * Brings in what an agency put under `in/<council>/<source>/`, as the watched folder of one machine does, and puts it away under `done/…` or `refused/…` with a report beside it. What
 * is told of twice is seen to once; what breaks off lies there still, and is brought in by the next try. Says how many were seen to.
 */
export async function seeToObjects({ Records }: FilesPut, { councils, bucketCalled, ...seeing }: SeeingToObjects): Promise<number> {
  const { services } = seeing;
  let count = 0;
  for (const { s3: { bucket: { name }, object } } of Records) {
    // S3 writes keys as forms do: a blank is a plus.
    const key = decodeURIComponent(object.key.replaceAll('+', ' '));
    const place = placeIn(key, councils);
    if (place === undefined) {
      // The mark of an empty folder is no file.
      if (!key.endsWith('/')) services.log.fault('agency-file-misplaced', {}, undefined);
      continue;
    }
    const { council } = place;
    const bucket = bucketCalled(name);
    const { size = 0 } = object;
    // What is too large is never read.
    const bytes = size > mostFileBytes ? new Uint8Array() : await bucket.read(key);
    if (bytes === undefined) continue;
    const source = (await visitSourceStore(services.table).find(council, place.source))?.source;
    const { where, report } = source === undefined ? unknownSource : await seeToFile({ source, name: place.name, size: Math.max(size, bytes.length), read: () => Promise.resolve(bytes) }, { ...seeing, council });
    const to = `${where}/${council}/${place.source}/${putAwayAs(place.name, services.clock())}`;
    await bucket.write(`${to}.report.txt`, `${report}\n`);
    await bucket.move(key, to);
    count += 1;
  }
  return count;
}

function placeIn(key: string, councils: readonly CouncilId[]): Place | undefined {
  const [folder, of, source = '', name = '', ...more] = key.split('/');
  const council = councils.find((each) => each === of);
  return folder === 'in' && council !== undefined && /^[a-z0-9-]{1,50}$/.test(source) && name !== '' && more.length === 0 ? { council, source, name } : undefined;
}
