// Adds up everybody's money anew, by another way than it was kept: npm run -s reconcile. Every difference is told to the penny, by the person's id; 2 when there is one.
import { reconcilePerson } from '../lambda/reconciling/reconcile-person.ts';
import { differenceText } from '../lambda/reconciling/difference-text.ts';
import { readCouncil } from '../lambda/councils.ts';
import { buildServices } from '../lambda/services.ts';
import { listedNow } from '../lambda/store/listed-people.ts';
import { openTable } from '../lambda/store/open-table.ts';
import { councilId } from '../models/shared/index.ts';

const config = readCouncil(process.env);
const { table, records } = buildServices(config, { table: await openTable(config.store) });
const council = councilId(config.councilId);
try {
  let [people, wrong] = [0, 0];
  for (const { personId } of await listedNow(table, council)) {
    const record = await records.byPerson(council, personId);
    if (record === undefined) continue;
    const differences = await reconcilePerson(record, records);
    people += 1;
    if (differences.length === 0) continue;
    wrong += 1;
    for (const difference of differences) console.log(`${personId}: ${differenceText(difference)}`);
  }
  console.log(wrong === 0 ? `${people} ${people === 1 ? 'account agrees' : 'accounts agree'} to the penny.` : `${wrong} of ${people} accounts ${wrong === 1 ? 'does' : 'do'} not agree. Change nothing in the store by hand: put a wrong line right by another.`);
  process.exitCode = wrong === 0 ? 0 : 2;
} finally {
  await table.close();
}
