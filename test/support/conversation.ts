// A conversation as a person has it: words in, words out, through real Alexa envelopes and the real store. Every answer is held to the response rules, and to what a tired person can hold.
import { expect } from '@jest/globals';
import type { ui } from 'ask-sdk-model';
import type { PersonRecord, RecordChange } from '../../models/person-record/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { deskSpeakerFor } from '../../lambda/desk-speaker/desk-speaker-for.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import type { Instead, Services } from '../../lambda/services.ts';
import type { Table } from '../../lambda/store/table.ts';
import type { Device } from '../../web/speaker/conversation-port.ts';
import type { Pending } from '../../skill/pending-question.ts';
import { sessionEndedRequest } from './alexa-request.ts';
import { brokenRules } from './response-rules.ts';
import { skillUnderTest } from './skill-under-test.ts';
import { isBrief, spokenLength } from './spoken-length.ts';

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
  /** Nothing more is said, and Alexa ends the session; or the person ends it themselves. */
  fallsSilent(reason?: 'EXCEEDED_MAX_REPROMPTS' | 'ERROR' | 'USER_INITIATED'): Promise<Talk>;
  later(minutes: number): Talk;
  readonly last: { readonly speech: string; readonly intent: string; readonly words: number; readonly reads: number; readonly transactions: number; readonly reprompt: string; readonly isListening: boolean; readonly attributes: Attributes };
  record(): Promise<PersonRecord>;
  change(change: (record: PersonRecord) => Partial<RecordChange>): Promise<void>;
  readonly services: Services;
}

/** What Alexa carries from turn to turn for us. */
export type Attributes = Readonly<Record<string, unknown>> & { readonly pending?: Pending };

/** Tuesday 1 December 2026, eight in the morning, as in the guide, unless said otherwise. `onAlexa`: on a speaker of Amazon's, which rings. */
export async function conversation(person = 'margaret', { at, device = 'speaker', store, onAlexa = false, instead = {} }: { readonly at?: string; readonly device?: Device; readonly store?: Table; readonly onAlexa?: boolean; readonly instead?: Instead } = {}): Promise<Talk> {
  const skill = await skillUnderTest({ ...(at !== undefined && { at }), store, instead });
  const { services, counted } = skill;
  let ids = 0;
  const desk = deskSpeakerFor(services, { stopwatch: () => 0, newId: () => `talk-${(ids += 1)}`, ...(onAlexa && { apiEndpoint: 'https://api.eu.amazonalexa.com' }) });
  let conversationId = 'one';
  let last = { speech: '', intent: '', words: 0, reads: 0, transactions: 0, isListening: false, reprompt: '', attributes: {} as Attributes };
  const talk: Talk = {
    services,
    get last() { return last; },
    user: async (text) => {
      counted.restart();
      const { heard, envelope, response } = await desk.exchange({ conversationId, personId: person, device, text });
      expect({ text, broken: brokenRules(response, envelope) }).toEqual({ text, broken: [] });
      const { outputSpeech } = response.response;
      const length = spokenLength(outputSpeech?.type === 'SSML' ? outputSpeech.ssml : '');
      const speech = spoken(response.response.outputSpeech);
      expect({ text, speech, ...length, isBrief: isBrief(length, heard.intent) }).toEqual({ text, speech, ...length, isBrief: true });
      const reprompt = spoken(response.response.reprompt?.outputSpeech);
      last = { speech, intent: heard.intent, words: speech.split(' ').length, reads: counted.trips.reads, transactions: counted.trips.transactions, isListening: response.response.shouldEndSession === false, reprompt, attributes: response.sessionAttributes ?? {} };
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
    fallsSilent: async (reason = 'EXCEEDED_MAX_REPROMPTS') => {
      counted.restart();
      const { attributes } = last;
      const envelope = sessionEndedRequest(reason, { userId: deskAlexaId(person), attributes });
      const response = await services.ask(envelope);
      expect(brokenRules(response, envelope)).toEqual([]);
      last = { ...last, speech: '', reads: counted.trips.reads, transactions: counted.trips.transactions, attributes: {} };
      return talk.lineDrops();
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

const spoken = (speech: ui.OutputSpeech | undefined) => (speech?.type === 'SSML' ? plainSpeech(speech.ssml) : '');

/** Quotation marks and apostrophes are a matter of type, not of speech. */
const plain = (text: string) => text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"');
