import { randomUUID } from 'node:crypto';
import { councilId, instant, personId, type Instant } from '../models/shared/index.ts';
import { deskSpeakerFor } from '../lambda/desk-speaker/desk-speaker-for.ts';
import { startLoop } from '../lambda/alerts/loop.ts';
import { hearDevice } from '../lambda/board/listen-to-devices.ts';
import { alertOperations } from '../lambda/store/alert-operations.ts';
import { deviceStore } from '../lambda/store/device-rows.ts';
import { hashOfWord, knownDevices } from '../lambda/store/known-devices.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { engineOver, reminderOf } from './engine-over.ts';
import { table } from './figures.ts';
import { copyName, fill, skillOver } from './household-of-many.ts';
import { meteredTable, type Metered } from './metered-table.ts';
import { nextVisitRequest } from './turns.ts';

/** What one person does in a day, and how many have a television on our bus. Guesses, to be put right by a pilot. */
const day = { questions: 10, alerts: 4, pages: 3, requests: 1 / 7, televisions: 1 / 2 };
/** A television asks how things stand at least every five minutes, is told, and is looked at anew each hour. */
const television = { hellos: 288, messages: 2 * 288, lookedAt: 24, minutes: 1_440 };
/** Of a day's work so much falls on its busiest hour: visits begin in the morning. */
const busiestHour = 0.2;
/** A spoken request, from the first words to the clear yes: six turns. */
const requestInWords = ['I need someone for the garden', 'the first one', 'yes please', 'two', 'next tuesday morning', 'yes please'];
/** How a turn is kept for the figures: one row below a kilobyte. */
const keptTurn = 2;
/** Dollars, for London, November 2026. From memory of Amazon's lists: look them up before quoting. */
const price = { readUnit: 0.1485e-6, writeUnit: 0.7423e-6, gigabyteMonth: 0.297, call: 0.2e-6, gigabyteSecond: 0.0000133334, httpCall: 1.16e-6, message: 0.4e-6, streamRead: 0.0224e-5, logGigabyte: 0.5985, busMinute: 0.096e-6, busMessage: 1.2e-6, busRule: 0.18e-6, fixed: 45 };
const keptMegabytes = 0.6;
const seconds = { skill: 0.15, look: 0.2, web: 0.15, devices: 0.05, authorizer: 0.02 };
const gigabytes = { skill: 0.5, look: 0.5, web: 1.73, devices: 0.5, authorizer: 0.5 };
const crowds = [50, 1_000, 50_000, 1_000_000, 5_000_000] as const;
const each = 200;

/** What the service costs on AWS, and where a quota bites, from operations counted in the real code. */
export async function costs(): Promise<void> {
  const question = await ofAQuestion();
  const alert = await ofAnAlert();
  const request = await ofARequest();
  const hello = await ofAHello();
  table('Units of DynamoDB, counted', ['', 'read', 'written', 'of these on the due-index'], [
    ['a question', question.reads.toFixed(1), String(keptTurn), '0'], ['an alert, planned and told', alert.reads.toFixed(1), alert.writes.toFixed(1), alert.dueWrites.toFixed(1)],
    ['a page', (question.reads * 2).toFixed(1), '0', '0'], ['a spoken request', request.reads.toFixed(1), request.writes.toFixed(1), request.dueWrites.toFixed(1)],
    ['a television that asks how things stand', hello.reads.toFixed(1), hello.writes.toFixed(1), '0'],
  ]);
  const reads = day.questions * question.reads + day.alerts * alert.reads + day.pages * question.reads * 2 + day.requests * request.reads;
  const televisionReads = television.hellos * hello.reads + television.lookedAt;
  const writes = day.questions * keptTurn + day.alerts * alert.writes + day.requests * request.writes;
  const peak = busiestHour / 3_600;
  table('At the busiest hour, each second', ['people', 'questions', 'alerts', 'read units', 'write units', 'skill functions at once', 'due-index writes for each of 4 shards'], crowds.map((people) => [
    people.toLocaleString('en-GB'), ...[day.questions, day.alerts, reads, writes, day.questions * seconds.skill, (day.alerts * alert.dueWrites) / 4].map((a) => shown(a * people * peak)),
  ]));
  table('At any moment, for each second of the day', ['people', 'televisions', 'messages of the bus', 'read units for them', 'device functions at once'], crowds.map((people) => {
    const televisions = people * day.televisions;
    return [people.toLocaleString('en-GB'), Math.round(televisions).toLocaleString('en-GB'), ...[television.messages, televisionReads, television.hellos * seconds.devices].map((a) => shown((a * televisions) / 86_400))];
  }));
  table('Dollars a month, without texts', ['people', 'in all', 'for each person', 'of which DynamoDB', 'of which televisions'], crowds.map((people) => {
    const month = people * 30;
    const store = month * (reads * price.readUnit + writes * price.writeUnit) + ((people * keptMegabytes) / 1_000) * price.gigabyteMonth;
    const compute = month * (day.questions * seconds.skill * gigabytes.skill + day.alerts * seconds.look * gigabytes.look + day.pages * seconds.web * gigabytes.web) * price.gigabyteSecond + month * (day.questions + day.alerts * 2 + day.pages) * price.call;
    const rest = month * (day.pages * price.httpCall + day.alerts * 3 * price.message) + price.fixed;
    const televisions = month * day.televisions * aTelevisionADay(televisionReads);
    const all = store + compute + rest + televisions;
    return [people.toLocaleString('en-GB'), Math.round(all).toLocaleString('en-GB'), (all / people).toFixed(3), Math.round(store).toLocaleString('en-GB'), Math.round(televisions).toLocaleString('en-GB')];
  }));
}

const aTelevisionADay = (reads: number): number => television.minutes * price.busMinute + television.messages * price.busMessage + television.hellos * price.busRule + reads * price.readUnit
  + television.hellos * (price.call + seconds.devices * gigabytes.devices * price.gigabyteSecond) + television.lookedAt * (price.call + seconds.authorizer * gigabytes.authorizer * price.gigabyteSecond);

async function ofAQuestion(): Promise<Metered> {
  const store = openSqliteTable(':memory:');
  const at = instant(Date.UTC(2026, 11, 1, 8, 0));
  await fill(store, 10, at);
  const metered = meteredTable(store);
  const { ask } = skillOver(metered, at);
  for (let asked = 0; asked < each; asked += 1) await ask(nextVisitRequest('margaret', at));
  return share(metered.meter);
}

async function ofARequest(): Promise<Metered> {
  const store = openSqliteTable(':memory:');
  const at = instant(Date.UTC(2026, 11, 1, 10, 0));
  await fill(store, each, at);
  const metered = meteredTable(store);
  const desk = deskSpeakerFor(skillOver(metered, at), { stopwatch: () => performance.now(), newId: randomUUID });
  for (let place = 0; place < each; place += 1) {
    for (const text of requestInWords) await desk.say({ conversationId: 'bench', personId: copyName(place), device: 'speaker', text });
  }
  const { requestBook } = (await skillOver(store, at).records.byPerson(councilId('harrow'), personId(copyName(0))))!;
  if (!requestBook.requests.some(({ askedAt }) => askedAt === at)) throw new Error('What was said made no request: the figures would be of something else');
  return share(metered.meter);
}

async function ofAHello(): Promise<Metered> {
  const store = openSqliteTable(':memory:');
  const at = instant(Date.UTC(2026, 11, 1, 8, 0));
  await fill(store, 10, at);
  await deviceStore(store).add({ deviceId: 'tv-of-the-bench', kind: 'board', councilId: councilId('harrow'), personId: personId('margaret'), name: 'Living room', shows: 'names', wordHash: hashOfWord('bench'), pairedAt: at });
  const metered = meteredTable(store);
  const { records, clock, alerts } = skillOver(metered, at);
  let told = 0;
  const bus = { say: () => Promise.resolve(void (told += 1)), publish: () => Promise.resolve(), isOnline: () => Promise.resolve(true) };
  for (let asked = 0; asked < each; asked += 1) await hearDevice({ deviceId: 'tv-of-the-bench', leaf: 'hello', payload: '{}' }, { bus, devices: knownDevices(metered), acks: { heard: () => false, wait: () => Promise.resolve(undefined) }, records, clock, alerts });
  if (told !== each) throw new Error('The television was not told how things stand: the figures would be of something else');
  return share(metered.meter);
}

async function ofAnAlert(): Promise<Metered> {
  const store = openSqliteTable(':memory:');
  await fill(store, each, instant(Date.UTC(2026, 11, 1, 8, 0)));
  const metered = meteredTable(store);
  let told = 0;
  const { engine, parts } = engineOver(metered, () => { told += 1; });
  for (let place = 0; place < each; place += 1) await metered.transact(alertOperations({ after: reminderOf(copyName(place), 'cost', (Date.now() - 1_000) as Instant) }));
  const loop = startLoop(engine, parts);
  // At night some are held: they were looked at all the same.
  const until = Date.now() + 20_000;
  while (told < each && Date.now() < until) await new Promise((resolve) => { setTimeout(resolve, 50); });
  await loop.stop();
  await metered.close();
  return share(metered.meter);
}

const share = ({ reads, writes, dueWrites }: Metered): Metered => ({ reads: reads / each, writes: writes / each, dueWrites: dueWrites / each });
const shown = (value: number): string => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB'));
