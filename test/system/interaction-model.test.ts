// Promise: what people can say, what we answer, and what we tell people to say are one and the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { intentWords, offeredWords, topicWords } from '../../skill/everyday/intent-words.ts';
import { intents } from '../../skill/intents.ts';
import { facts } from '../../skill/information/facts.ts';
import { replyIn } from '../../skill/replies.ts';
import type { Said } from '../../skill/slots.ts';
import type { Turn } from '../../skill/turn.ts';
import { type LanguageModelFile } from '../../skill/understand/index.ts';
import { promptedPhrases, promptStandIns } from '../../scripts/intents/prompted-phrases.ts';
import { understandingOfOurs } from '../../lambda/understanding/understanding-of-ours.ts';
import { expectedIntents } from '../../lambda/desk-speaker/expected-intents.ts';

const root = join(import.meta.dirname, '../..');
const model = JSON.parse(readFileSync(join(root, 'models/en-GB.json'), 'utf8')) as LanguageModelFile;
const said = model.interactionModel.languageModel.intents;
const now = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };
const understanding = understandingOfOurs();

describe('what people can say', () => {
  const slots = { day: { value: '2026-12-03' }, time: { value: '10:00' }, number: { value: '2' }, pin: { value: '4419' } };
  const isReply = (intent: string) => replyIn({ intent, slots, today: now.today, memory: { misses: 0 } } as unknown as Turn) !== undefined;

  test('every intent of the model is answered or taken as a reply', () => {
    expect(said.map(({ name }) => name).filter((name) => intents[name] === undefined && !isReply(name))).toEqual([]);
  });

  test('every intent we answer is in the model', () => {
    const names = said.map(({ name }) => name);
    expect(Object.keys(intents).filter((name) => name !== 'Launch' && !names.includes(name))).toEqual([]);
  });

  test('no two intents share a sample, whatever their slots are called', () => {
    const owners = new Map<string, Set<string>>();
    for (const { name, samples = [], slots: own = [] } of said) {
      for (const sample of samples) {
        const words = sample.toLowerCase().replaceAll(/\{(\w+)\}/g, (_, slot: string) => `{${own.find((each) => each.name.toLowerCase() === slot)?.type ?? slot}}`);
        owners.set(words, (owners.get(words) ?? new Set()).add(name));
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  test('every subject that can be asked about has an explanation, and the other way round', () => {
    const subjects = model.interactionModel.languageModel.types.find(({ name }) => name === 'INFO_SUBJECT')?.values.map(({ id }) => id);
    expect(subjects?.toSorted()).toEqual(Object.keys(facts).sort());
  });
});

describe('what we tell people to say', () => {
  test.each(promptedPhrases.map(([phrase, intent, question]) => ({ phrase, intent, question })))('“$phrase” is understood as $intent', async ({ phrase, intent, question }) => {
    const understood = await understanding.understand(phrase, { ...now, ...(question !== undefined && { expecting: expectedIntents({ kind: question }) }) });
    expect({ intent: understood.intent, isSure: understood.confidence >= 0.5 }).toEqual({ intent, isSure: true });
  });

  test('every guess we offer is understood when it is said back', async () => {
    const offers = Object.entries(intentWords).flatMap(([intent, { offered }]) => (offered === undefined ? [] : [{ intent, slots: {} }]));
    const priya = { worker: { value: 'Priya', id: 'priya' } };
    const all: readonly Said[] = [...offers, { intent: 'NextCareVisitIntent', slots: priya }, { intent: 'CareVisitPurposeIntent', slots: priya }, ...Object.values(topicWords).map(({ said: topic }) => topic)];
    const other: Said = { intent: 'ExplainIntent', slots: {} };
    const heard = await Promise.all(all.map(async (first) => ({ intent: first.intent, heard: (await understanding.understand(offeredWords(first), { ...now, expecting: expectedIntents({ kind: 'which-of-two', first, second: other }) })).intent })));
    expect(heard.length).toBeGreaterThan(20);
    expect(heard.filter(({ intent, heard: as }) => as !== intent)).toEqual([]);
    for (const { words, said: topic } of Object.values(topicWords)) expect((await understanding.understand(words, now)).intent).toBe(topic.intent);
  });

  test('no answer of ours names a phrase that is not among these', () => {
    const cues = literals().flatMap((text) => [...text.matchAll(/\b(?:say: ?|You could say:? |You can say:? |You can also say:? |or say |say (?=yes|no|that’s|next|stop|leave|repeat|cancel|send|the |a ))(?! ?\$|yes to|the numbers)(.+?)(?=[.?]|$)/gi)].map(([, cue = '']) => cue));
    expect(cues.length).toBeGreaterThan(40);
    expect(cues.filter((cue) => !isOurs(cue))).toEqual([]);
  });
});

function isOurs(cue: string): boolean {
  const plain = cue.toLowerCase().replaceAll('\'', '’');
  return [...promptedPhrases.map(([phrase]) => phrase.toLowerCase()), ...promptStandIns].some((phrase) => plain.startsWith(phrase));
}

/** Every text between quotation marks in the skill, without what belongs to understanding. */
function literals(): readonly string[] {
  const files = readdirSync(join(root, 'skill'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.startsWith('understand'));
  return files.flatMap((name) => [...readFileSync(join(root, 'skill', name), 'utf8').matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, single, back]) => single ?? back ?? ''));
}
