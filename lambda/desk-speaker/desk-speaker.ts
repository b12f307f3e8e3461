import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { councilId, localDate, localTime, personId, type Clock } from '../../models/shared/index.ts';
import type { Alert } from '../../models/alert/index.ts';
import type { PersonRecord, PersonRecords } from '../../models/person-record/index.ts';
import type { AskSkill } from '../../skill/index.ts';
import type { DynamicEntities, Understanding } from '../../skill/understand/index.ts';
import type { DeskSpeaker, Elsewhere, Said } from '../../web/speaker/conversation-port.ts';
import { alexaEnvelope, type Device, type DeskRequest } from './alexa-envelope.ts';
import { permissionAskedIn, permissionHeard, permissionQuestion, type AskedPermission } from './asked-permission.ts';
import { deskAlexaId } from './desk-alexa-id.ts';
import { elsewhereFor } from './elsewhere.ts';
import { plainSpeech } from './plain-speech.ts';
import { screenIn } from './screen-shown.ts';
import { whatWasSaid, type Heard } from './what-was-said.ts';

export interface DeskSpeakerNeeds {
  readonly ask: AskSkill;
  readonly understanding: Understanding;
  readonly records: PersonRecords;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly newId: () => string;
  readonly skillId: string;
  readonly council: string;
  readonly apiEndpoint?: string;
  /** Lets a speaker have reminders, once its person has said "I approve". */
  readonly approve: (alexaId: string) => Promise<void>;
  /** What somebody was told of this person today. */
  readonly alertsOf: (record: PersonRecord) => Promise<readonly Alert[]>;
  readonly people: readonly { readonly id: string; readonly name: string; readonly about: string }[];
  /** In this process, unless said otherwise. */
  readonly sessions?: Sessions;
  /** As the speaker of a demonstration person, unless said otherwise. */
  readonly alexaIdOf?: (person: string) => string;
}

/** Where a talk had got to. */
export interface Session { readonly id: string; readonly attributes: Readonly<Record<string, unknown>>; readonly isOpen: boolean; readonly token: string; readonly asked: AskedPermission | undefined; readonly names: DynamicEntities | undefined }

/** Keeps talks between their turns, by whose and which they are. */
interface Sessions { find(key: string): Promise<Session | undefined>; keep(key: string, session: Session): Promise<void> }

const conversationsKept = 500;
const zone = 'Europe/London';

/** A speaker without Amazon: hears words, makes Alexa's own requests of them, and gives back what would be said and shown. */
export function createDeskSpeaker(needs: DeskSpeakerNeeds): DeskSpeaker & { exchange: (input: SayInput) => Promise<Exchange> } {
  const { sessions = sessionsInMemory(), alexaIdOf = deskAlexaId } = needs;

  async function send(input: DeskInput, said: DeskRequest): Promise<{ envelope: RequestEnvelope; response: ResponseEnvelope; tookMs: number }> {
    const key = `${input.personId} ${input.conversationId}`;
    const before = await sessions.find(key);
    const isNew = (before?.isOpen !== true && said.kind !== 'permission') || said.kind === 'launch';
    const alexaId = alexaIdOf(input.personId);
    if (said.kind === 'permission' && said.status === 'ACCEPTED') await needs.approve(alexaId);
    const id = isNew || before === undefined ? `desk.${needs.newId()}` : before.id;
    const envelope = alexaEnvelope({
      skillId: needs.skillId, alexaId, sessionId: id, isNew,
      // As with Amazon, what we remembered is not sure to survive a dialogue of its own.
      attributes: isNew || before === undefined || said.kind === 'permission' ? {} : before.attributes,
      ...(needs.apiEndpoint !== undefined && { apiEndpoint: needs.apiEndpoint }), device: input.device, at: needs.clock(), requestId: `desk.${needs.newId()}`,
    }, said);
    const started = needs.stopwatch();
    const response = await needs.ask(envelope);
    const tookMs = needs.stopwatch() - started;
    await sessions.keep(key, { id, attributes: response.sessionAttributes ?? {}, isOpen: response.response.shouldEndSession === false, token: 'my-care', asked: permissionAskedIn(response.response), names: namesIn(response) ?? (isNew ? undefined : before?.names) });
    return { envelope, response, tookMs };
  }

  async function exchange(input: SayInput): Promise<Exchange> {
    const open = await sessions.find(`${input.personId} ${input.conversationId}`);
    if (open?.asked !== undefined) {
      const heard = permissionHeard(input.text, open.asked);
      return { heard, ...(await send(input, heard.request)) };
    }
    const now = needs.clock();
    const heard = await whatWasSaid(input.text, needs.understanding, { today: localDate(now, zone), now: localTime(now, zone) }, open?.isOpen === true ? open.attributes['pending'] : undefined, open?.isOpen === true ? open.names : undefined);
    return { heard, ...(await send(input, heard.request)) };
  }

  return {
    people: () => needs.people,
    exchange,
    say: async (input) => {
      const { heard, response, tookMs } = await exchange(input);
      return saidFrom(input.text, heard, response, tookMs);
    },
    press: async (input) => {
      const { response, tookMs } = await send(input, { kind: 'press', token: 'my-care', arguments: input.arguments });
      return saidFrom('', { intent: 'ChooseIntent', slots: [], confidence: 1 }, response, tookMs);
    },
    elsewhere: async (person): Promise<readonly Elsewhere[]> => {
      const record = await needs.records.byPerson(councilId(needs.council), personId(person));
      return record === undefined ? [] : elsewhereFor(record, await needs.alertsOf(record));
    },
  };
}

function sessionsInMemory(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    find: (key) => Promise.resolve(sessions.get(key)),
    keep: (key, session) => {
      sessions.delete(key);
      sessions.set(key, session);
      for (const oldest of [...sessions.keys()].slice(0, Math.max(0, sessions.size - conversationsKept))) sessions.delete(oldest);
      return Promise.resolve();
    },
  };
}

/** The household's names, as a speaker of Amazon's would now listen for them. */
function namesIn({ response }: ResponseEnvelope): DynamicEntities | undefined {
  const names = response.directives?.find(({ type }) => type === 'Dialog.UpdateDynamicEntities') as unknown as DynamicEntities | undefined;
  return names && { types: names.types };
}

interface DeskInput { readonly conversationId: string; readonly personId: string; readonly device: Device }
export interface SayInput extends DeskInput { readonly text: string }
export interface Exchange { readonly heard: Heard; readonly envelope: RequestEnvelope; readonly response: ResponseEnvelope; readonly tookMs: number }

function saidFrom(heard: string, { intent, slots, confidence }: Pick<Heard, 'intent' | 'slots' | 'confidence'>, envelope: ResponseEnvelope, tookMs: number): Said {
  const { response } = envelope;
  const ssml = response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '';
  const reprompt = response.reprompt?.outputSpeech?.type === 'SSML' ? plainSpeech(response.reprompt.outputSpeech.ssml) : undefined;
  const screen = screenIn(response);
  const asksToAllow = permissionAskedIn(response) !== undefined;
  return {
    heard, intent, slots: [...slots], confidence, tookMs,
    speech: asksToAllow ? `${plainSpeech(ssml)} ${permissionQuestion}` : plainSpeech(ssml),
    ssml: asksToAllow ? ssml.replace('</speak>', `<s>${permissionQuestion}</s></speak>`) : ssml,
    isListening: response.shouldEndSession === false || asksToAllow,
    ...(reprompt !== undefined && { reprompt }),
    ...(response.card?.type === 'Simple' && { card: { title: response.card.title ?? '', text: response.card.content ?? '' } }),
    ...(screen !== undefined && { screen }),
  };
}
