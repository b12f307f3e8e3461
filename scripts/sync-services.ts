// Brings one source's services up to date: npm run sync:services -- URL|FILE [--instead] [--fewer] [--allow ADDRESS]
import { parseArgs } from 'node:util';
import { readCouncil } from '../lambda/councils.ts';
import { getJson, syncServices } from '../lambda/directory/index.ts';
import { buildServices } from '../lambda/services.ts';
import { openTable } from '../lambda/store/open-table.ts';
import { councilId } from '../models/shared/index.ts';

const usage = `Say which: npm run sync:services -- URL|FILE
The base address of an Open Referral UK feed (version 3 or 1), or a JSON file or folder of one.
  --instead        in place of the whole directory, not only of what came from there before
  --fewer          even where it has less than half of what it had
  --allow ADDRESS  an address or network of your own that may be called, like 10.1.2.3 or 10.1.2.0/24`;

try {
  process.exitCode = await sync();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function sync(): Promise<number> {
  const { values: { allow = [], ...how }, positionals: [from, ...more] } = parseArgs({ allowPositionals: true, options: { instead: { type: 'boolean' }, fewer: { type: 'boolean' }, allow: { type: 'string', multiple: true } } });
  if (from === undefined || more.length > 0) throw new Error(usage);
  const config = readCouncil(process.env);
  const { table, clock } = buildServices(config, { table: await openTable(config.store) });
  const get = getJson({ mayCall: { also: allow }, wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }) });
  const result = await syncServices({ from, get, table, council: councilId(config.councilId), at: clock(), say: (line) => console.log(line), ...how });
  await table.close();
  return result.kind === 'synced' ? 0 : 1;
}
