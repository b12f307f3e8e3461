// A conversation in the terminal: npm run talk, or npm run -s talk -- "who is coming today" [--json] [--at 2026-12-01T08:00] [--person margaret]
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { instant, isLocalDate, isLocalTime, toInstant, type Clock } from '../models/shared/index.ts';
import { readConfig } from '../lambda/config.ts';
import { deskSpeakerFor } from '../lambda/desk-speaker/desk-speaker-for.ts';
import { permissionAskedIn, permissionQuestion } from '../lambda/desk-speaker/asked-permission.ts';
import { plainSpeech } from '../lambda/desk-speaker/plain-speech.ts';
import { deskReminders } from '../lambda/desk-speaker/desk-reminders.ts';
import { demonstrationCast, seedDemonstration } from '../lambda/demonstration/seed-demonstration.ts';
import { createLog } from '../lambda/log.ts';
import { devices } from '../web/speaker/conversation-port.ts';
import { buildServices } from '../lambda/services.ts';
import { skillLog } from '../lambda/skill-log.ts';
import { openTable } from '../lambda/store/open-table.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';

const { values: options, positionals: sentences } = readArguments();
const clock = clockFrom(options.at);
// A clock of one's own comes with a household of its own, seeded as of then and forgotten afterwards.
const config = readConfig(process.env);
const table = options.at === undefined ? await openTable(config.store).catch((error: unknown) => stop((error as Error).message)) : openSqliteTable(':memory:');
const services = buildServices(config, { table, clock, ownSpeakers: deskReminders({ table, clock, newId: randomUUID }), log: skillLog(createLog('silent')) });
if (!services.config.isProduction) await seedDemonstration({ table: services.table, links: services.links, now: clock() });
const desk = deskSpeakerFor(services, { stopwatch: () => performance.now(), newId: randomUUID });
const personId = personNamed(options.person);
const conversationId = randomUUID();

if (sentences.length > 0) for (const text of sentences) await say(text);
else await converse();
await services.table.close();

async function say(text: string): Promise<void> {
  const { response } = await desk.exchange({ conversationId, personId, device: options.device, text });
  const { outputSpeech } = response.response;
  const question = permissionAskedIn(response.response) === undefined ? '' : ` ${permissionQuestion}`;
  console.log(options.json ? JSON.stringify(response) : outputSpeech?.type === 'SSML' ? `${plainSpeech(outputSpeech.ssml)}${question}` : '');
}

async function converse(): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.setPrompt('you: ');
  await say('open my care');
  terminal.prompt();
  for await (const line of terminal) {
    if (line.trim() !== '') await say(line);
    terminal.prompt();
  }
  console.log('');
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false }, at: { type: 'string' }, person: { type: 'string', default: 'margaret' },
        device: { type: 'string', default: 'speaker' },
      },
    });
    const device = devices.find((each) => each === values.device) ?? 'speaker';
    return { values: { ...values, device } as const, positionals };
  } catch (error) {
    return stop(`${(error as Error).message}\nUse: npm run -s talk -- "who is coming today" [--json] [--at 2026-12-01T08:00] [--person margaret] [--device speaker|screen|tv]`);
  }
}

function clockFrom(at: string | undefined): Clock {
  if (at === undefined) return () => instant(Date.now());
  const [date = '', time = '08:00'] = at.split('T');
  const [day, clockTime] = [date, time.slice(0, 5)];
  if (!isLocalDate(day) || !isLocalTime(clockTime)) return stop('--at takes a day and a time in London, like 2026-12-01T08:00');
  const start = toInstant(day, clockTime, 'Europe/London');
  const begun = performance.now();
  return () => instant(start + Math.round(performance.now() - begun));
}

function personNamed(name: string): string {
  const cast = demonstrationCast(clock());
  const found = cast.find((person) => person.id === name.toLowerCase() || person.name.toLowerCase() === name.toLowerCase());
  return found?.id ?? stop(`There is nobody called ${name}. There are: ${cast.map((person) => person.name).join(', ')}.`);
}

function stop(line: string): never {
  console.error(line);
  process.exit(1);
}
