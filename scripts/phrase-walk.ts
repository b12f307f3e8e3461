import { readConfig } from '../lambda/config.ts';
import { seedDemonstration } from '../lambda/demonstration/seed-demonstration.ts';
import { deskAlexaId } from '../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../lambda/desk-speaker/plain-speech.ts';
import { buildServices, type Services } from '../lambda/services.ts';
import { openSqliteTable } from '../lambda/store/sqlite-table.ts';
import { toInstant, type LocalDate, type LocalTime } from '../models/shared/index.ts';
import { intents } from '../skill/intents.ts';
import { intentRequest, launchRequest, skillId, type SaidSlot } from '../test/support/alexa-request.ts';
import { spokenLength, type SpokenLength } from '../test/support/spoken-length.ts';

/** One thing that is said, what it answers, and how long it takes to hear. */
export interface Phrase extends SpokenLength { readonly intent: string; readonly role: 'answer' | 'after yes' | 'after no' | 'after silence'; readonly speech: string }

/** What can be filled in beside the bare question. */
const waysToAsk: readonly Readonly<Record<string, SaidSlot>>[] = [
  {},
  { day: '2026-12-10', need: { type: 'NEED', value: 'taxis', id: 'transport' }, thing: 'bingo', subject: { type: 'INFO_SUBJECT', value: 'direct payment', id: 'direct-payment' }, person: 'Susan', period: '2026-11', words: 'lovely' },
  { day: '2026-W49', need: { type: 'NEED', value: 'lunch club', id: 'lunch-club' }, thing: 'a new telly', subject: { type: 'INFO_SUBJECT', value: 'advocate', id: 'advocate' }, worker: 'Sam' },
  { need: { type: 'NEED', value: 'garden', id: 'gardening' }, frequency: { type: 'FREQUENCY', value: 'every week', id: 'weekly' }, subject: { type: 'INFO_SUBJECT', value: 'review', id: 'review' }, thing: 'gardening' },
];

const people = ['margaret', 'dev', 'joyce'] as const;
const hours = ['08:00', '14:00', '20:00'] as const;

/** Every intent, each way, for each of the demonstration people, in the morning, the afternoon and the evening; then yes, no and silence. */
export async function everyPhrase(): Promise<readonly Phrase[]> {
  const heard: Phrase[] = [];
  for (const person of people) for (const hour of hours) heard.push(...await phrasesFor(person, await servicesAt(hour)));
  return heard;
}

/** Tuesday the 1st of December 2026, as in the guide: the same book whenever it is printed. */
async function servicesAt(hour: string): Promise<Services> {
  const now = toInstant('2026-12-01' as LocalDate, hour as LocalTime, 'Europe/London');
  const fault = (code: string, _about: unknown, cause: unknown) => { if (code !== 'reminders-not-answered') throw new Error(`A turn went wrong: ${code}`, { cause }); };
  const services = buildServices(readConfig({ SKILL_ID: skillId }), { table: openSqliteTable(':memory:'), clock: () => now, random: () => 0, log: { fault } });
  await seedDemonstration({ table: services.table, links: services.links, now });
  return services;
}

async function phrasesFor(person: string, services: Services): Promise<readonly Phrase[]> {
  const heard: Phrase[] = [];
  const from = { userId: deskAlexaId(person) };
  for (const intent of inOrder) {
    for (const slots of intent === 'Launch' ? [{}] : waysToAsk) {
      const first = await services.ask(intent === 'Launch' ? launchRequest(from) : intentRequest(intent, slots, from));
      heard.push(phrase(intent, 'answer', ssmlIn(first.response.outputSpeech)));
      if (first.response.reprompt === undefined) continue;
      heard.push(phrase(intent, 'after silence', ssmlIn(first.response.reprompt.outputSpeech)));
      const going = { ...from, isNew: false, attributes: first.sessionAttributes ?? {} };
      for (const [role, reply] of [['after no', 'AMAZON.NoIntent'], ['after yes', 'AMAZON.YesIntent']] as const) {
        heard.push(phrase(intent, role, ssmlIn((await services.ask(intentRequest(reply, {}, going))).response.outputSpeech)));
      }
    }
  }
  return heard;
}

/** An unlinked speaker knows nobody: that is asked for last. */
const inOrder = [...Object.keys(intents).filter((name) => name !== 'UnlinkSpeakerIntent'), 'UnlinkSpeakerIntent'];

function phrase(intent: string, role: Phrase['role'], ssml: string): Phrase {
  return { intent, role, speech: plainSpeech(ssml), ...spokenLength(ssml) };
}

function ssmlIn(speech: { readonly type: string; readonly ssml?: string } | undefined): string {
  return speech?.ssml ?? '';
}
