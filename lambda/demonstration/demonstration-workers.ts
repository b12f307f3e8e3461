import { instant, personId, type Instant } from '../../models/shared/index.ts';
import type { MadeUpIdentity } from '../../web/console/console-port.ts';
import { workerIdentity } from '../console/workers-desk.ts';
import { pins } from '../pins.ts';
import type { Table } from '../store/table.ts';
import { renewVisitCode, visitCodeOf } from '../store/visit-code-rows.ts';
import { workerStore } from '../store/worker-rows.ts';
import { harrow } from './around-harrow.ts';

const provider = 'kindly-care';
const code = 'KNDY-CARE';
const crew = [['priya', 'Priya', '246810'], ['sam', 'Sam', '135791'], ['blessing', 'Blessing', '864202']] as const;
const by = 'demonstration';

/** The made-up agency's care workers, with what each types to sign in on a phone. */
export const madeUpWorkers: readonly MadeUpIdentity[] = crew.map(([id, firstName, pin]) => ({
  key: id, label: `${firstName}, care worker`, about: 'Records today’s visits on a phone.', identity: workerIdentity(harrow, provider, { id, firstName }), types: { code, name: firstName, pin },
}));

let hashed: readonly ReturnType<typeof pins.hash>[] | undefined;

/** Lets them sign in, and hangs a code in Margaret's home; once. */
export async function seedWorkers(table: Table, now: Instant): Promise<void> {
  const store = workerStore(table);
  if (await store.codeMadeAt(harrow, provider) !== undefined) return;
  // Worked out once for as many made-up stores as are filled.
  hashed ??= crew.map(([, , pin]) => pins.hash(pin));
  await store.keepCode(harrow, provider, code, { by, at: now });
  for (const [place, [id, firstName]] of crew.entries()) await store.add(harrow, provider, { id, firstName, pin: hashed[place] ?? pins.hash(''), pinGivenAt: now }, { by, at: instant(now + place) });
  if (await visitCodeOf(table, harrow, personId('margaret')) === undefined) await renewVisitCode(table, harrow, personId('margaret'), by, now);
}
