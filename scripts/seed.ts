// Loads a real directory: npm run seed -- --services FILE-OR-FOLDER. Says of every record whether it could be used, and why not.
import { parseArgs } from 'node:util';
import { councilId } from '../models/shared/index.ts';
import { readConfig } from '../lambda/config.ts';
import { seedServices } from '../lambda/directory/index.ts';
import { buildServices } from '../lambda/services.ts';

const usage = 'Use: npm run seed -- --services FILE-OR-FOLDER   (Open Referral UK, JSON)';
const { services: path } = readOptions();
if (path === undefined) stop(usage);
try {
  const services = await buildServices(readConfig(process.env));
  const result = await seedServices({ path, table: services.table, council: councilId(services.config.councilId), at: services.clock(), say: (line) => console.log(line) });
  await services.table.close();
  process.exitCode = result.kind === 'loaded' ? 0 : 1;
} catch (error) {
  stop((error as Error).message);
}

function readOptions() {
  try {
    return parseArgs({ options: { services: { type: 'string' } } }).values;
  } catch (error) {
    return stop(`${(error as Error).message}\n${usage}`);
  }
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
