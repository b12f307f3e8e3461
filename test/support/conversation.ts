// A conversation as a person has it: words in, words out, through real Alexa envelopes and the real store. Every answer is held to the response rules.
import { expect } from '@jest/globals';
import type { PersonRecord, RecordChange } from '../../models/person-record/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { deskSpeakerFor } from '../../lambda/desk-speaker/desk-speaker-for.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import type { Instead, Services } from '../../lambda/services.ts';
import type { Table } from '../../lambda/store/table.ts';
import type { Device } from '../../web/speaker/conversation-port.ts';
import { brokenRules } from './response-rules.ts';
import { skillUnderTest } from './skill-under-test.ts';

export interface Talk {
  /** Says something, or opens with "open my care". */
  user(text: string): Promise<Talk>;
  /** The very words of the last answer, or a pattern in them. */
  alexa(expected: string | RegExp): Talk;
  /** What was understood of the last words. */
  understood(intent: string): Talk;
  isListening(expected: boolean): Talk;
  /** Starts over, as when the line dropped: Alexa remembers nothing. */
  lineDrops(): Talk;
  later(minutes: number): Talk;
  readonly last: { readonly speech: string; readonly intent: string; readonly words: number; readonly reads: number; readonly transactions: number };
  record(): Promise<PersonRecord>;
  change(change: (record: PersonRecord) => Partial<RecordChange>): Promise<void>;
  readonly services: Services;
}

/** Tuesday 1 December 2026, eight in the morning, as in the guide, unless said otherwise. `onAlexa`: on a speaker of Amazon's, which rings. */
export async function conversation(person = 'margaret', { at, device = 'speaker', store, onAlexa = false, instead = {} }: { readonly at?: string; readonly device?: Device; readonly store?: Table; readonly onAlexa?: boolean; readonly instead?: Instead } = {}): Promise<Talk> {
  const skill = await skillUnderTest({ ...(at !== undefined && { at }), store, instead });
  const { services, counted } = skill;
  let ids = 0;
  const desk = deskSpeakerFor(services, { stopwatch: () => 0, newId: () => `talk-${(ids += 1)}`, ...(onAlexa && { apiEndpoint: 'https://api.eu.amazonalexa.com' }) });
  let conversationId = 'one';
  let last = { speech: '', intent: '', words: 0, reads: 0, transactions: 0, isListening: false };
  const talk: Talk = {
    services,
    get last() { return last; },
    user: async (text) => {
      counted.restart();
      const { heard, envelope, response } = await desk.exchange({ conversationId, personId: person, device, text });
      expect({ text, broken: brokenRules(response, envelope) }).toEqual({ text, broken: [] });
      const { outputSpeech } = response.response;
      const speech = outputSpeech?.type === 'SSML' ? plainSpeech(outputSpeech.ssml) : '';
      last = { speech, intent: heard.intent, words: speech.split(' ').length, reads: counted.trips.reads, transactions: counted.trips.transactions, isListening: response.response.shouldEndSession === false };
      return talk;
    },
    alexa: (expected) => {
      if (typeof expected === 'string') expect(plain(last.speech)).toBe(plain(expected));
      else expect(plain(last.speech)).toMatch(expected);
      return talk;
    },
    understood: (intent) => {
      expect(last.intent).toBe(intent);
      return talk;
    },
    isListening: (expected) => {
      expect(last.isListening).toBe(expected);
      return talk;
    },
    lineDrops: () => {
      conversationId += '+';
      return talk;
    },
    later: (minutes) => {
      skill.later(minutes);
      return talk;
    },
    record: async () => {
      const record = await services.records.byPerson(councilId('harrow'), personId(person));
      if (record === undefined) throw new Error(`Nobody called ${person}`);
      return record;
    },
    change: async (change) => {
      const record = await talk.record();
      const saved = await services.records.save(record, { idempotencyKey: `test-${(ids += 1)}`, at: skill.now(), audit: [], ...change(record) });
      expect(saved).toEqual({ kind: 'saved' });
    },
  };
  return talk;
}

/** Quotation marks and apostrophes are a matter of type, not of speech. */
const plain = (text: string) => text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"');
