import * as z from 'zod';
import { actorOf } from '../../models/access/index.ts';
import { askInRecord, seenOf, type PersonRecord } from '../../models/person-record/index.ts';
import { aroundHome, foundById } from '../../models/service/index.ts';
import { atPriceNow, dayFault, makeReference, missingFrom, openRequests, type ServiceRequest } from '../../models/service-request/index.ts';
import { randomInt } from 'node:crypto';
import { whatWords } from '../../skill/service-request/speech.ts';
import { moneyWords } from '../../skill/words/index.ts';
import { assistantAskRows, type AssistantAsk } from '../store/assistant-ask-rows.ts';
import { readBack } from './read-back.ts';
import { replyIn } from './reply-in.ts';
import { refused, tool, type Called, type Told } from './tool.ts';

const tries = 8;
const gone = () => refused('not-read-back', 'That was not read back here, or it is more than ten minutes ago. Nothing was asked for. Read it back again with ask_for_service.');

export const confirmTool = tool({
  name: 'confirm_service_request', title: 'Confirm a request', deed: 'ask', changes: true,
  about: 'The second step: after a clear yes to what ask_for_service read back, asks for it and puts its money aside. Each confirmation is good once; confirming again gives the same receipt.',
  input: z.strictObject({
    confirmation_id: z.uuid(),
    said: z.string().min(1).max(200).describe('The very words in which they answered. A clear yes is needed.'),
  }),
  run: async (called, { confirmation_id: id, said }) => {
    const { services, key, record, now } = called;
    const rows = assistantAskRows(services.table);
    const ask = await rows.find(id);
    const done = record.requestBook.requests.find((request) => request.id === requestIdOf(key.id, id));
    if (done !== undefined) return receipt(called, done);
    if (ask?.keyId !== key.id || ask.endsAt <= now) return gone();
    const reply = await replyIn(said, called);
    if (reply === 'no') {
      await rows.remove(id);
      return { words: 'It is left. Nothing was asked for.', facts: { status: 'left' } };
    }
    if (reply === 'unclear') return refused('not-a-clear-yes', 'That was not a clear yes, so nothing was asked for. Ask once more: “Just to be sure: say yes please, or no thank you.”', { confirmation_id: id });
    return carryOut(called, id, ask);
  },
});

/** A key's own: another's confirmation finds nothing. */
const requestIdOf = (keyId: string, id: string): string => `assistant-${keyId}-${id}`;

/** Decides by the record as it is, keeps, and only then says so; anew when somebody else changed the record meanwhile. */
async function carryOut(called: Called, id: string, ask: AssistantAsk): Promise<Told> {
  const { services } = called;
  let current: PersonRecord | undefined = called.record;
  for (let attempt = 0; attempt < tries && current !== undefined; attempt += 1) {
    const told = await once({ ...called, record: current }, id, ask);
    if (told !== 'changed-meanwhile') return told;
    current = await services.records.byPerson(called.record.councilId, called.record.personId);
  }
  return refused('busy', 'Something else changed at the same time, so nothing was asked for. Confirm it once more.', { confirmation_id: id });
}

async function once(called: Called, id: string, ask: AssistantAsk): Promise<Told | 'changed-meanwhile'> {
  const { services, key: { identity, id: keyId }, record, now, today } = called;
  const rows = assistantAskRows(services.table);
  const { draft } = ask;
  const found = foundById(await services.directory(record.councilId), draft.serviceId, aroundHome(record.household, today));
  if (found?.service.status !== 'active') return refused('no-such-service', 'That service is not there any more, so nothing was asked for.');
  const changed = atPriceNow(draft, found);
  if (changed !== undefined && missingFrom(changed) !== undefined) return refused('changed', 'What it costs has just changed. Read it back again with ask_for_service.');
  if (draft.on !== undefined && dayFault({ usualTimes: [] }, draft.on, today) === 'gone-by') return refused('day', 'That day has gone by, so nothing was asked for.');
  if (changed !== undefined || seenOf(draft, record).mark !== ask.mark) {
    await rows.remove(id);
    return readBack(called, changed ?? draft, { first: 'That has just changed.', again: ask.again });
  }
  const reference = makeReference((below) => randomInt(below), openRequests(record.requestBook).map((request) => request.reference));
  const by = identity.kind === 'person' ? 'person' as const : { id: actorOf(identity), name: identity.name };
  const result = askInRecord(record, { draft, id: requestIdOf(keyId, id), reference, by, actor: actorOf(identity), what: whatWords(draft), again: ask.again }, now, today);
  if (result.kind === 'not-enough') return readBack(called, draft, { first: 'That has just changed.' });
  if (result.kind === 'asked-already' && result.request.id === requestIdOf(keyId, id)) return receipt(called, result.request);
  if (result.kind === 'asked-already') return readBack(called, draft, { first: `That was asked for a few minutes ago: the reference is ${result.request.reference}. This would be a second one.`, again: true });
  const saved = await services.records.save(record, result.change);
  if (saved.kind === 'changed-meanwhile') return saved.kind;
  if (saved.kind === 'unknown') return refused('uncertain', 'It is not certain that this went through. Confirm again with the same confirmation: it takes effect once at most.', { confirmation_id: id });
  services.wake();
  await rows.remove(id);
  return receipt(called, result.request);
}

function receipt({ record: { household }, key: { identity } }: Called, { reference, costPence, state }: ServiceRequest): Told {
  const { adviser } = household.council;
  const back = identity.kind === 'person' ? 'It can be taken back for ten minutes: say “cancel that” to the speaker.' : `${household.name.preferred} is told, and can take it back for a day.`;
  const words = state === 'needs-review' ? `${adviser} is asked. Nothing is spent until the answer is yes.` : costPence === 0 ? `It is asked for. ${back}` : `It is asked for, and ${moneyWords(costPence)} is put aside. ${back}`;
  return { words: `${words} The reference is ${reference}.`, facts: { status: state === 'needs-review' ? 'adviser-asked' : 'asked', reference, state, ...(state !== 'needs-review' && { set_aside_pence: costPence }) } };
}
