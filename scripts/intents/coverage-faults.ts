import { readdirSync, readFileSync } from 'node:fs';
import { sentenceEncoder } from '../../lambda/understanding/sentence-encoder.ts';
import { expectedIntents } from '../../lambda/desk-speaker/expected-intents.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { helpLines } from '../../skill/everyday/help-lines.ts';
import { intents } from '../../skill/intents.ts';
import { replyIn } from '../../skill/replies.ts';
import type { Turn } from '../../skill/turn.ts';
import { loadUnderstanding, type LanguageModelFile, type Understanding } from '../../skill/understand/index.ts';
import { promptedPhrases } from './prompted-phrases.ts';

/** What is looked through for an intent's conversation, handler, help line and prompts. Tests put others in their place. */
export interface Covered {
  readonly isAnswered: (intent: string) => boolean;
  readonly isTalkedThrough: (intent: string) => boolean;
  readonly helpLines: Readonly<Record<string, string>>;
  readonly promptedPhrases: readonly (readonly [phrase: string, intent: string, question?: string])[];
}

const now = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };
/** Amazon ends these, or nobody says them on purpose. */
const needsNoHelp = new Set(['AMAZON.FallbackIntent', 'AMAZON.NavigateHomeIntent']);
/** First names have no other words for them; the family's names come with each session. */
const typesOfNames = new Set(['CARE_WORKER', 'CIRCLE_PERSON']);
const fewestSamples = 25;
const mostSamples = 60;

/** What an intent of the model lacks before a person can rely on it; each as one sentence. */
export async function coverageFaults(model: LanguageModelFile, covered: Covered = asItStands()): Promise<readonly string[]> {
  const understanding = loadUnderstanding(model, sentenceEncoder);
  const { intents: said, types } = model.interactionModel.languageModel;
  const names = said.map(({ name }) => name).filter((name) => !needsNoHelp.has(name));
  return [
    ...said.filter(({ name, samples }) => !needsNoHelp.has(name) && (samples.length < fewestSamples || samples.length > mostSamples)).map(({ name, samples }) => `${name} has ${samples.length} samples; ${fewestSamples} to ${mostSamples} are wanted.`),
    ...names.filter((name) => !covered.isAnswered(name)).map((name) => `${name} has no handler, and is taken as no answer.`),
    ...names.filter((name) => !covered.isTalkedThrough(name)).map((name) => `${name} is in no conversation of test/conversations.`),
    ...(await Promise.all(names.map((name) => helpFaults(name, covered.helpLines[name], understanding)))).flat(),
    ...(await Promise.all(covered.promptedPhrases.map((prompted) => promptFaults(prompted, understanding)))).flat(),
    ...types.filter(({ name }) => !typesOfNames.has(name)).flatMap(({ name, values }) => values.filter((value) => (value.name.synonyms ?? []).length === 0).map((value) => `"${value.name.value}" of ${name} has no synonyms.`)),
  ];
}

async function helpFaults(intent: string, line: string | undefined, understanding: Understanding): Promise<readonly string[]> {
  if (line === undefined) return [`${intent} has no help line.`];
  const heard = await understanding.understand(line, { ...now, expecting: [intent] });
  return heard.intent === intent && heard.confidence >= sure ? [] : [`The help line "${line}" of ${intent} is heard as ${heard.intent}.`];
}

async function promptFaults([phrase, intent, question]: Covered['promptedPhrases'][number], understanding: Understanding): Promise<readonly string[]> {
  const heard = await understanding.understand(phrase, { ...now, ...(question !== undefined && { expecting: expectedIntents({ kind: question }) }) });
  return heard.intent === intent && heard.confidence >= sure ? [] : [`We tell people to say "${phrase}", and hear it as ${heard.intent}.`];
}

const sure = 0.5;

/** The handlers, conversations and help that there are. */
function asItStands(): Covered {
  const folder = new URL('../../test/conversations/', import.meta.url);
  const conversations = readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
  const slots = { day: { value: '2026-12-03' }, time: { value: '10:00' }, number: { value: '2' }, pin: { value: '4419' } };
  return {
    isAnswered: (intent) => intents[intent] !== undefined || replyIn({ intent, slots, today: now.today, memory: { misses: 0 } } as unknown as Turn) !== undefined,
    isTalkedThrough: (intent) => conversations.includes(`'${intent}'`) || conversations.includes(`, ${shortName(intent)},`),
    helpLines, promptedPhrases,
  };
}

/** "yes" and "no" are named once there, and then by these names. */
function shortName(intent: string): string {
  return intent.replace('AMAZON.', '').replace('Intent', '').toLowerCase();
}
