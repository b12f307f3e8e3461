// Visits from a care agency's system: npm run visits -- FILE --source ID looks at a file; with --bring-in it is brought in.
import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readCouncil } from '../lambda/councils.ts';
import { buildServices } from '../lambda/services.ts';
import { openTable } from '../lambda/store/open-table.ts';
import { visitRunStore } from '../lambda/store/visit-run-rows.ts';
import { visitSourceStore } from '../lambda/store/visit-source-rows.ts';
import { mostFileBytes } from '../lambda/visits-in/read-visits-file.ts';
import { runReport } from '../lambda/visits-in/run-report.ts';
import { visitRuns } from '../lambda/visits-in/visit-runs.ts';
import { sourceIdFor } from '../models/visits-in/index.ts';
import { councilId } from '../models/shared/index.ts';

const usage = `To look at a file:  npm run visits -- FILE --source ID
To bring it in:     npm run visits -- FILE --source ID --bring-in
Which sources:      npm run visits -- --list
To add a source:    npm run visits -- --add "Kindly Care rota" --provider kindly-care --called "Kindly Care" --phone "020 7946 0010" --office Ann`;

try {
  process.exitCode = await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals: [file] } = parseArgs({ allowPositionals: true, options: { source: text, add: text, provider: text, called: text, phone: text, office: text, hours: text, 'bring-in': { type: 'boolean' }, list: { type: 'boolean' } } });
  const config = readCouncil(process.env);
  const services = buildServices(config, { table: await openTable(config.store) });
  const council = councilId(config.councilId);
  const sources = visitSourceStore(services.table);
  try {
    if (values.list === true) {
      for (const { id, name, provider } of await sources.all(council)) console.log(`${id}  ${name}  (${provider.name})`);
      return 0;
    }
    if (values.add !== undefined) {
      if (values.provider === undefined || values.called === undefined) throw new Error(usage);
      const id = sourceIdFor(values.add, (await sources.all(council)).map((each) => each.id));
      const provider = { id: values.provider, name: values.called, phone: values.phone ?? '', officeContact: values.office ?? '', lateAfterMinutes: 15 };
      await sources.keep(council, { id, name: values.add, provider, names: 'first-name-first', workerNames: {}, heardEveryHours: Number(values.hours ?? 24) }, 0);
      console.log(`Added: ${id}`);
      return 0;
    }
    if (file === undefined || values.source === undefined) throw new Error(usage);
    const found = await sources.find(council, values.source);
    if (found === undefined) throw new Error(`There is no source called ${values.source}. See them: npm run visits -- --list`);
    if ((await stat(file)).size > mostFileBytes) throw new Error('The file is larger than 25 megabytes. Send fewer weeks at a time.');
    const runs = visitRuns(services, council, randomUUID);
    const checked = await runs.check({ source: found.source, fileName: basename(file), bytes: await readFile(file), by: 'script' });
    if (checked.kind === 'refused') throw new Error(`${checked.what}. ${checked.mend}.`);
    if (checked.kind === 'columns-unknown') throw new Error(`Nobody has said yet which column is which: ${checked.headings.join(', ')}. Send the file once in the console, and say there.`);
    const { id } = checked.run;
    let done = await runs.finish(id);
    if (values['bring-in'] === true && await runs.bringIn(id)) done = await runs.finish(id);
    if (done === undefined) throw new Error('It is not certain what became of it. Run it again: the same once more changes nothing.');
    const store = visitRunStore(services.table);
    console.log(runReport(done, { faults: await store.faults(council, id, 'fault'), notes: await store.faults(council, id, 'note'), lines: await store.lines(council, id, done.lineRows) }));
    return done.faults > 0 || done.unmatchedClients > 0 || Object.keys(done.counts.problems).length > 0 ? 2 : 0;
  } finally {
    await services.table.close();
  }
}
