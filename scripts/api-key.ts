// Keys for systems outside: npm run api-key -- make NAME SCOPE[,SCOPE…] [PROVIDER_ID] | list | revoke ID
import { councilId, instant } from '../models/shared/index.ts';
import { readCouncil } from '../lambda/councils.ts';
import { apiKeys, scopes, type Scope } from '../lambda/store/api-key-rows.ts';
import { openTable } from '../lambda/store/open-table.ts';

const usage = `To make a key:    npm run api-key -- make "Kindly Care rota" visits:write kindly-care
To see them all:  npm run api-key -- list
To take one back: npm run api-key -- revoke ID
What a key may be allowed: ${scopes.join(', ')}. A provider’s id after it keeps it to that provider’s visits.`;

const config = readCouncil(process.env);
const table = await openTable(config.store);
const keys = apiKeys(table);
const council = councilId(config.councilId);
const [what, name = '', allowed = '', providerId] = process.argv.slice(2);
const now = instant(Date.now());

if (what === 'make' && name !== '' && allowed.split(',').every((scope) => scopes.includes(scope as Scope))) {
  console.log(await keys.make({ councilId: council, name, scopes: allowed.split(',') as Scope[], ...(providerId !== undefined && { providerId }) }, now));
  console.log('Keep it safe: it is shown this once.');
} else if (what === 'list') {
  for (const key of await keys.list(council)) console.log([key.id, key.name, key.scopes.join(','), key.providerId ?? 'any provider', key.revokedAt === undefined ? 'good' : 'taken back'].join('  '));
} else if (what === 'revoke' && name !== '') {
  const isDone = (await keys.list(council)).some(({ id }) => id === name) && await keys.revoke(name, now);
  console.log(isDone ? 'Taken back. It is refused from now on.' : 'There is no key with that id.');
  if (!isDone) process.exitCode = 1;
} else {
  console.error(usage);
  process.exitCode = 1;
}
await table.close();
