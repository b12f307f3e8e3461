// Loads a directory of services in place of the one before: npm run seed -- --services FILE-OR-FOLDER
import { parseArgs } from 'node:util';
import { readCouncil } from '../lambda/councils.ts';
import { seedServices } from '../lambda/directory/index.ts';
import { buildServices } from '../lambda/services.ts';
import { openTable } from '../lambda/store/open-table.ts';
import { councilId } from '../models/shared/index.ts';

try {
  process.exitCode = await seed();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function seed(): Promise<number> {
  const { values } = parseArgs({ options: { services: { type: 'string' } } });
  if (values.services === undefined) throw new Error('Say which: npm run seed -- --services FILE-OR-FOLDER (Open Referral UK, JSON).');
  const config = readCouncil(process.env);
  const { table, clock } = buildServices(config, { table: await openTable(config.store) });
  const result = await seedServices({ path: values.services, table, council: councilId(config.councilId), at: clock(), say: (line) => console.log(line) });
  await table.close();
  return result.kind === 'loaded' ? 0 : 1;
}
