import { createHash, randomBytes, randomUUID } from 'node:crypto';
import express, { type Response, type Router } from 'express';
import * as z from 'zod';
import { actorOf } from '../../models/access/index.ts';
import { cleanWords } from '../../skill/ssml.ts';
import { letIn, letInOf, type LetIn } from '../assistants/let-in.ts';
import { createDeskSpeaker, type Session } from '../desk-speaker/desk-speaker.ts';
import { ApiProblem, sendProblem, showApiProblem } from '../notifications/problem.ts';
import type { Services } from '../services.ts';
import { writeLook } from '../store/audit-rows.ts';
import { sealedTalks } from '../store/sealed-talks.ts';
import { understandingOfOurs } from '../understanding/understanding-of-ours.ts';
import { byKeyOrDevice } from './by-device.ts';
import { doorId } from './door-id.ts';

const mostLetters = 300;

const turn = z.object({
  text: z.string().transform((text) => cleanWords(text).trim()).pipe(z.string().min(1, 'Say something').max(mostLetters, `At most ${mostLetters} letters at a time`)),
  conversation_id: z.string().regex(/^[A-Za-z0-9._:-]{1,100}$/, 'At most 100 letters, digits and . _ : -').nullish(),
  language: z.string().regex(/^(?:en|\*)(?:[-_][A-Za-z]{2,4})?$/, 'Only English is spoken here: send en-GB').nullish(),
});

/** Talking in words, for a home’s own voice assistant: what was heard comes in as text, and what is to be said goes out. Mount it at `/conversation`. */
export function conversationRouter(services: Services, { perMinute }: { readonly perMinute?: number } = {}): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(letIn(services, { whoIs: byKeyOrDevice, perMinute, refuse: (response, status, words) => { sendProblem(response, new ApiProblem(status, codes[status], words)); } }) as express.RequestHandler[]);
  router.post('/', express.json({ limit: '32kb', strict: true, type: () => true }), async (request, response) => {
    const who = letInOf(response);
    if (!who.deeds.includes('talk')) throw new ApiProblem(403, 'not-allowed', 'This may not talk. For a Home Assistant, set it up to show names; for a key, tick “Talk as My Care does”.');
    const read = turn.safeParse(request.body ?? {});
    if (!read.success) throw new ApiProblem(400, 'not-as-described', `I could not take that in. ${read.error.issues[0]?.message ?? ''}.`, { faults: read.error.issues.slice(0, 5).map(({ path, message }) => ({ where: path.join('.').slice(0, 40), what: message.slice(0, 200) })) });
    await answer(services, who, secretOf(request.get('Authorization') ?? ''), read.data, response);
  });
  router.use((_request, _response, next) => { next(new ApiProblem(405, 'only-post', 'Only POST is answered here.')); });
  router.use(showApiProblem(services.log));
  return router;
}

const codes = { 401: 'no-key', 403: 'elsewhere', 429: 'too-many' } as const;
const secretOf = (authorization: string): string => createHash('sha256').update(authorization).digest('base64url');

async function answer(services: Services, { key, record }: LetIn, secret: string, { text, conversation_id: given }: z.output<typeof turn>, response: Response): Promise<void> {
  const { councilId, personId } = record;
  const conversationId = given ?? randomBytes(16).toString('base64url');
  const talks = sealedTalks(services.table, key.id, secret);
  await writeLook(services.table, councilId, { personId, who: actorOf(key.identity), what: 'talk-by-assistant', why: 'look', at: services.clock() });
  const speaker = createDeskSpeaker({
    ask: services.askAtTheDoor, understanding: understandingOfOurs(), records: services.records, clock: services.clock, stopwatch: () => 0, newId: randomUUID, skillId: services.config.skillId, council: councilId, people: [],
    approve: () => Promise.resolve(), alertsOf: () => Promise.resolve([]), alexaIdOf: () => doorId(councilId, personId),
    sessions: {
      find: async (talk) => await talks.find(talk, services.clock()) as Session | undefined,
      keep: (talk, session) => talks.keep(talk, session.isOpen || session.asked !== undefined ? session : undefined, services.clock()),
    },
  });
  const said = await speaker.say({ conversationId, personId, device: 'speaker', text });
  response.json({
    conversation_id: conversationId, continue_conversation: said.isListening, speech: said.speech, ...(said.reprompt !== undefined && said.isListening && { reprompt: said.reprompt }), language: 'en-GB',
    // As Home Assistant's own conversation answers.
    response: { response_type: said.isListening ? 'query_answer' : 'action_done', language: 'en-GB', data: { targets: [], success: [], failed: [] }, speech: { plain: { speech: said.speech, extra_data: null } } },
  });
}
