// npm run drill: puts a copy of the records back into a fresh store and proves that it is whole. -- --from DATA_DIR or an export's file, or --table NAME [--region eu-west-2] for a table restored on AWS; --endpoint URL puts it into an engine of DynamoDB's kind as well.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Row } from '../lambda/store/table.ts';
import { rowsOfExport, rowsOfFile, rowsOfTable } from './drill/copy-rows.ts';
import { drill } from './drill/drill.ts';

const { values: options } = parseArgs({ options: { from: { type: 'string', default: process.env['DATA_DIR'] ?? '.data' }, table: { type: 'string' }, region: { type: 'string', default: 'eu-west-2' }, endpoint: { type: 'string' } } });
const targetSeconds = 30 * 60;

try {
  const done = await drill({ rows: source(), clock: Date.now, say: (line) => { console.log(line); }, ...(options.endpoint !== undefined && { endpoint: options.endpoint }) });
  for (const { engine, rows, seconds, proofs: { people, accounts, entries, openAlerts, faults } } of done) {
    console.log(`${engine}: ${rows} rows back in ${seconds.toFixed(1)} s. ${people} people, ${accounts} accounts of ${entries} entries, ${openAlerts} open alerts. It starts, and answers.`);
    for (const fault of faults) console.error(`  WRONG: ${fault}`);
    if (faults.length === 0) console.log('  Every account balances, and every open alert has a next action.');
    if (seconds > targetSeconds) console.error('  It took longer than the half hour that is the target.');
    if (faults.length > 0) process.exitCode = 1;
  }
} catch (cause) {
  console.error(`The drill failed: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exitCode = 1;
}

function source(): Iterable<Row> | AsyncIterable<Row> {
  if (options.table !== undefined) return rowsOfTable(new DynamoDBClient({ region: options.region }), options.table);
  const store = join(options.from, 'my-care.sqlite');
  if (existsSync(store)) return rowsOfFile(store);
  if (existsSync(options.from) && /\.json(?:\.gz)?$/.test(options.from)) return rowsOfExport(options.from);
  throw new Error(`There is no store in ${options.from}: start the service once, or say --from FOLDER, --from EXPORT.json.gz or --table NAME.`);
}
