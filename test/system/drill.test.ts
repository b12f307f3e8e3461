// Promise: a backup is worth something: put back into a fresh store of either kind it starts, every account balances and every open alert has a next action; and what is broken is found.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { itemFromRow } from '../../lambda/store/dynamodb-items.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { openStoreFile } from '../../lambda/store/store-file.ts';
import type { Row } from '../../lambda/store/table.ts';
import { newAlert } from '../../models/alert/index.ts';
import { councilId, instant, personId } from '../../models/shared/index.ts';
import { putBack, rowsOfExport, rowsOfFile, writeExport } from '../../scripts/drill/copy-rows.ts';
import { drill } from '../../scripts/drill/drill.ts';
import { prove } from '../../scripts/drill/proofs.ts';
import { hasDynamodbEngine, startDynamodbEngine } from '../store/dynoxide.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-care-drilled-'));
const store = join(folder, 'my-care.sqlite');
let rows: readonly Row[];
beforeAll(async () => {
  const table = openStoreFile(folder);
  await seedDemonstration({ table, links: speakerLinks(table), now: instant(Date.now()) });
  const inAnHour = instant(Date.now() + 3_600_000);
  await alertStore(table).keep([
    { after: newAlert({ occursAt: inAnHour, plannedFor: inAnHour, name: 'fall', kind: 'help-wanted', councilId: councilId('harrow'), personId: personId('margaret') }) },
    { after: newAlert({ occursAt: inAnHour, plannedFor: inAnHour, name: 'hub', kind: 'device-silent', councilId: councilId('harrow') }) },
  ]);
  await table.close();
  rows = [...rowsOfFile(store)];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('putting a backup back', () => {
  test(hasDynamodbEngine ? 'into SQLite and DynamoDB’s engine: it starts on both, and all is there' : 'into SQLite (dynoxide is not installed here): it starts, and all is there', async () => {
    const engine = hasDynamodbEngine ? await startDynamodbEngine() : undefined;
    const done = await drill({ rows: rowsOfFile(store), clock: Date.now, say: () => undefined, ...(engine !== undefined && { endpoint: engine.endpoint }) });
    await engine?.stop();
    expect(done.map(({ engine: kind }) => kind)).toEqual(hasDynamodbEngine ? ['SQLite', 'DynamoDB'] : ['SQLite']);
    for (const { rows: count, proofs } of done) {
      expect(count).toBe(rows.length);
      expect(proofs).toMatchObject({ people: 3, faults: [] });
      expect(proofs.openAlerts).toBe(2);
      expect(Math.min(proofs.accounts, proofs.entries)).toBeGreaterThan(0);
    }
  });

  test('an export is Amazon’s own form, and comes back the same row for row, also in gzip', async () => {
    const ours = join(folder, 'export.json');
    expect(await writeExport(rows, ours)).toBe(rows.length);
    const amazons = join(folder, 'amazon.json.gz');
    writeFileSync(amazons, gzipSync(rows.map((row) => JSON.stringify({ Item: itemFromRow(row) })).join('\n')));
    for (const path of [ours, amazons]) {
      const back: Row[] = [];
      for await (const row of rowsOfExport(path)) back.push(row);
      expect(back).toEqual(rows);
    }
  });

  test('rows too large for one transaction go in several', async () => {
    const table = openSqliteTable(':memory:');
    const large = Array.from({ length: 30 }, (_, place): Row => ({ pk: 'p', sk: `s${place}`, version: 1, doc: JSON.stringify('x'.repeat(250_000)) }));
    expect(await putBack(large, table)).toBe(30);
    expect(await table.get({ pk: 'p', sk: 's29' })).toEqual(large[29]);
  });
});

describe('what is broken is found', () => {
  const changed = (isIt: (row: Row) => boolean, change: (value: Record<string, unknown>) => void) => {
    let done = false;
    return rows.map((row) => {
      if (done || !isIt(row)) return row;
      done = true;
      const doc = JSON.parse(row.doc) as { value: Record<string, unknown> };
      change(doc.value);
      return { ...row, doc: JSON.stringify(doc) };
    });
  };
  const isEntry = ({ sk }: Row) => sk.startsWith('entry#');
  const isWaiting = ({ sk, doc }: Row) => sk.startsWith('alert#') && /"state":"(?!closed|expired|cancelled|superseded)/.test(doc);

  test.each<[string, () => readonly Row[], RegExp]>([
    ['a penny more in one entry', () => changed(isEntry, (entry) => { entry['amountPence'] = Number(entry['amountPence']) + 1; }), /is kept as \d+, and its entries make \d+/],
    ['an entry that is not there', () => rows.filter((row) => row !== rows.find(isEntry)), /without gaps/],
    ['an account that is not there', () => rows.filter((row) => row !== rows.find(({ pk, sk }) => sk === 'spoken#budget' && rows.some((other) => other.pk === pk && isEntry(other)))), /entries, and no account/],
    ['an open alert without a next action', () => changed(isWaiting, (alert) => { delete alert['nextAt']; }), /has no next action/],
    ['an open alert that nothing will look at', () => rows.filter(({ pk }) => !pk.startsWith('due#')), /nothing will look at it/],
    ['a row cut short', () => rows.map((row) => (row === rows.find(isEntry) ? { ...row, doc: row.doc.slice(0, -3) } : row)), /not JSON/],
  ])('%s', async (_what, broken, fault) => {
    expect((await prove(broken())).faults.join('\n')).toMatch(fault);
  });
});
