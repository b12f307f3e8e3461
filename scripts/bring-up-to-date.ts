// The last step of npm run deploy: what records kept by an older version lack is added, once. Until then both versions read them as they are. Safe to run again.
import { parseArgs } from 'node:util';
import { councilsOf } from '../infra/councils.ts';
import { homeRegion, readStage, tableName } from '../infra/stage.ts';
import { bringUpToDate } from '../lambda/store/bring-up-to-date.ts';
import { openDynamodbTable } from '../lambda/store/dynamodb-table.ts';
import { councilId, instant } from '../models/shared/index.ts';

const { values: { stage: name, endpoint } } = parseArgs({ options: { stage: { type: 'string', default: 'pilot' }, endpoint: { type: 'string' } } });
const read = readStage(name);
if ('faults' in read) {
  console.error(read.faults.join('\n'));
  process.exit(1);
}
const table = openDynamodbTable({ tableName: tableName(read.stage), region: homeRegion, ...(endpoint !== undefined && { endpoint }) });
let broken = 0;
for (const council of councilsOf(read.stage)) await bringUpToDate(table, councilId(council.councilId), instant(Date.now()), () => { broken += 1; });
await table.close();
console.log(broken === 0 ? 'Every record is up to date.' : `${broken} records could not be read and were passed over: the others are up to date. Run this again once they are mended: node scripts/bring-up-to-date.ts --stage ${name}`);
process.exitCode = broken === 0 ? 0 : 1;
