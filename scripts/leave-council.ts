// A council leaves with all its data: npm run leave-council -- --council ID --to FOLDER writes everything and reads it back. With --remove --sure ID as well it then removes what lies in that folder from the store, and proves it.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCouncils } from '../lambda/councils.ts';
import { dynamodbClient } from '../lambda/store/dynamodb-table.ts';
import { openTable } from '../lambda/store/open-table.ts';
import type { Row } from '../lambda/store/table.ts';
import { instant } from '../models/shared/index.ts';
import { rowsOfFile, rowsOfTable } from './drill/copy-rows.ts';
import { removeCouncil } from './leave/remove.ts';
import { nameOf, rowsOfCouncil } from './leave/rows-of-council.ts';
import { writeOut } from './leave/write-out.ts';

const usage = `To write everything out:  npm run leave-council -- --council harrow --to FOLDER     (an empty folder; what is in it is as secret as the store)
To remove it afterwards:   npm run leave-council -- --council harrow --to FOLDER --remove --sure harrow     (take it out of COUNCILS first, and stop the server)`;

try {
  await leave();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 1;
}

async function leave(): Promise<void> {
  const { values: { council, to: folder, remove, sure } } = parseArgs({ options: { council: { type: 'string' }, to: { type: 'string' }, remove: { type: 'boolean', default: false }, sure: { type: 'string' } } });
  if (council === undefined || folder === undefined || !/^[a-z0-9-]{2,40}$/.test(council)) throw new Error(usage);
  const councils = readCouncils(process.env);
  const [{ store }] = councils;
  const table = await openTable(store);
  const rows = (): Iterable<Row> | AsyncIterable<Row> => (store.kind === 'sqlite' ? rowsOfFile(join(store.dataDir, 'my-care.sqlite')) : rowsOfTable(dynamodbClient(store), store.tableName));
  try {
    if (!remove) {
      if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Say a folder that is.`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const own = await rowsOfCouncil(council, rows, table);
      if (own.size === 0) throw new Error(`There is nothing of a council called ${council} in this store.`);
      const theirs: Row[] = [];
      for await (const row of rows()) if (own.has(nameOf(row))) theirs.push(row);
      const { counts, files } = await writeOut({ council, folder, table, rows: theirs, now: instant(Date.now()) });
      console.log(`${counts.people} people, ${counts.rows} rows, ${counts.entries} lines of money, ${counts.audit} deeds and ${counts.services} services, in ${files.length} files, each read back. Nothing was removed.`);
      return;
    }
    if (sure !== council) throw new Error(`This removes everything of ${council} for good. Say it again: --sure ${council}`);
    if (councils.some(({ councilId }) => councilId === council)) throw new Error(`${council} is still served by these settings. Take it out of COUNCILS (or set another COUNCIL_ID) and stop the server first.`);
    const { removed, left, others } = await removeCouncil({ folder, council, table, rows });
    console.log(`${removed} rows removed, ${left} left. Of other councils there were ${others.before} rows and are ${others.after}; ${others.changed} are other than before.`);
    if (left > 0 || others.changed > 0 || others.before !== others.after) throw new Error('That is not as it should be. If a server was running, stop it and look again; removed.json says the same.');
  } finally {
    await table.close();
  }
}
