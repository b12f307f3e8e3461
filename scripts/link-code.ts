// Six numbers that link a speaker to somebody: npm run -s link-code -- --person margaret. Good once, for 24 hours; read them out to the person.
import { parseArgs } from 'node:util';
import { councilId, personId } from '../models/shared/index.ts';
import { readCouncil } from '../lambda/councils.ts';
import { buildServices } from '../lambda/services.ts';
import { openTable } from '../lambda/store/open-table.ts';

const { person } = parseArgs({ options: { person: { type: 'string' } } }).values;
if (person === undefined) stop('Use: npm run -s link-code -- --person NAME');
const config = readCouncil(process.env);
const services = buildServices(config, { table: await openTable(config.store).catch((error: unknown) => stop((error as Error).message)) });
const made = await services.links.createLinkCode(councilId(services.config.councilId), personId(person), services.clock());
await services.table.close();
if (made.kind === 'refused') stop(`There is nobody called ${person} in the store.`);
console.log(`${made.code}\nThe person says: Alexa, open my care. Then: my code is ${made.code.replaceAll(/\B/g, ' ')}. It is good until ${new Date(made.expiresAt).toLocaleString('en-GB', { timeZone: 'Europe/London' })}.`);

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
