import { requestSettingOf } from '../../models/person-record/index.ts';
import { leaveWord } from '../../models/message/index.ts';
import { askForService, atPriceNow, type RequestDraft } from '../../models/service-request/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { newReference } from '../new-reference.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { asIf, type Turn } from '../turn.ts';
import { moneyWords } from '../words/index.ts';
import { directoryOf, foundAll } from '../service/services-near.ts';
import { changeDraft } from './change-draft.ts';
import { notEnough } from './read-back.ts';
import { whatWords } from './speech.ts';
import { goOn, leftIt } from './start-request.ts';

/** The one clear yes. Anything else said about day or amount changes the request and reads it back again. */
export function replyToSendRequest(turn: Turn, pending: PendingOf<'send-request'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  const { draft, toAdviser } = pending;
  if (reply.kind === 'yes') return sendAtPriceNow(turn, draft, toAdviser);
  if (reply.kind === 'no') return forget(turn);
  return changeDraft(turn, draft, reply) ?? 'not-an-answer';
}

/** A price that was changed since it was read back is read back again: nobody agreed to it yet. */
async function sendAtPriceNow(turn: Turn, draft: RequestDraft, toAdviser: boolean): Promise<Answer> {
  const isKept = turn.record.requestBook.requests.some(({ id }) => id === turn.actionId);
  const [found] = isKept ? [] : foundAll(turn, await directoryOf(turn), [draft.serviceId]);
  const changed = found === undefined ? undefined : atPriceNow(draft, found);
  if (changed !== undefined) return goOn(turn, changed, ['That has just changed.']);
  return carryOut(turn, (now) => send(now, draft, toAdviser, false));
}

/** "I can ask Mr Okafor, or find something that costs less." */
export function replyToNotEnough(turn: Turn, { draft }: PendingOf<'not-enough'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return forget(turn);
  const wantsAdviser = reply.kind === 'choice' && (reply.position === 1 || reply.quality === 'adviser');
  if (wantsAdviser) return carryOut(turn, (now) => send(now, draft, true, false));
  if (reply.kind === 'choice' || reply.kind === 'next') return turn.dialogue.answer(asIf(turn, 'FindServiceIntent', { need: { value: draft.what, id: draft.category } }));
  return changeDraft(turn, draft, reply) ?? 'not-an-answer';
}

export function replyToAskTwice(turn: Turn, { draft }: PendingOf<'ask-twice'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return forget(turn);
  return reply.kind === 'yes' ? carryOut(turn, (now) => send(now, draft, false, true)) : changeDraft(turn, draft, reply) ?? 'not-an-answer';
}

function forget(turn: Turn): Promise<Answer> {
  return carryOut(turn, () => ({ answer: leftIt(), change: { unfinished: null, audit: [{ action: 'request-left', by: 'person', about: 'unfinished' }] } }));
}

function send(turn: Turn, draft: RequestDraft, toAdviser: boolean, again: boolean): Decision {
  const { record, now, today, actionId } = turn;
  const kept = record.requestBook.requests.find((request) => request.id === actionId);
  if (kept !== undefined) return { answer: receipt(turn, kept.reference, kept.costPence, kept.state === 'needs-review') };
  if (draft.on !== undefined && draft.on < today) return { answer: tell('That day has gone by, so I haven’t asked.', 'You can ask me for another day.'), change: { unfinished: null, audit: [{ action: 'request-left', by: 'person', about: 'unfinished' }] } };
  const result = askForService({ draft, id: actionId, reference: newReference(turn), by: 'person', confirmed: true, sendToAdviser: toAdviser, again }, requestSettingOf(record), now, today);
  if (result.kind === 'not-enough') return { answer: notEnough(turn, draft, result.shortPence, []) };
  if (result.kind === 'asked-already') return { answer: askTwice(result.request.reference, draft) };
  const audit = [{ action: result.kind === 'asked' ? 'service-asked-for' : 'service-asked-for-review', by: 'person', about: actionId }];
  const common = { requestBook: result.requestBook, unfinished: null, audit };
  if (result.kind === 'asked-for-review') {
    const word = { id: `${actionId}-review`, to: { kind: 'council' as const, name: record.household.council.adviser }, about: 'request-to-review', words: `${record.household.name.preferred} asks for ${whatWords(draft)}.`, leftAt: now };
    return { answer: receipt(turn, result.request.reference, result.request.costPence, true), change: { ...common, messageBook: leaveWord(record.messageBook, word) } };
  }
  return { answer: receipt(turn, result.request.reference, result.request.costPence, false), change: { ...common, ...(result.budget !== undefined && { budget: result.budget }) } };
}

function receipt(turn: Turn, reference: string, costPence: RequestDraft['unitPence'] & number, isForReview: boolean): Answer {
  const facts = { reference: `Your reference is ${reference}.`, ...(costPence > 0 && { price: `${moneyWords(costPence)}.` }) };
  if (isForReview) return { ...tell(`I’ve asked ${turn.record.household.council.adviser}.`, `Nothing is spent until the answer is yes. Your reference is ${reference}.`), focus: { requestId: turn.actionId }, facts };
  const asked = costPence === 0 ? 'I’ve asked.' : `I’ve asked, and put ${moneyWords(costPence)} aside.`;
  return { ...tell(asked, `Your reference is ${reference}.`, 'If you change your mind in the next ten minutes, say cancel that.'), focus: { requestId: turn.actionId }, facts };
}

function askTwice(reference: string, draft: RequestDraft): Answer {
  return ask(
    [`You asked for that a few minutes ago. The reference is ${reference}.`], 'Shall I ask for it again as well?', { kind: 'ask-twice', draft },
    'Say yes please for a second one, or leave it and there’s just the one.',
  );
}

