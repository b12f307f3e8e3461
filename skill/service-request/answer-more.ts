import { answerMore, openQuestion, type ServiceRequest } from '../../models/service-request/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { quote, say, type Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';

/** What the adviser wants to know before deciding: their own question is the one that is left open. */
export function askForAnswer(first: readonly Line[], { id }: Pick<ServiceRequest, 'id'>, { words, by }: { readonly words: string; readonly by: string }): Answer {
  const pending = { kind: 'what-to-answer' as const, requestId: id };
  return words.endsWith('?') ? ask(first, words, pending, howToSay) : ask([...first, words], `What shall I tell ${by}?`, pending, howToSay);
}

const howToSay = 'Say: tell them, and then your own words.';

/** A yes or a no may be the answer itself. Either is read back before anything is sent. */
export function replyToWhatToAnswer(turn: Turn, { requestId }: PendingOf<'what-to-answer'>, reply: Reply): Answer | 'not-an-answer' {
  return reply.kind === 'yes' || reply.kind === 'no' ? readBackAnswer(turn, requestId, reply.kind) : 'not-an-answer';
}

/** The answer as it was heard, and nothing is sent before the yes. */
export function readBackAnswer(turn: Turn, requestId: string, said: string | undefined): Answer {
  const open = questionOf(turn, requestId);
  if (open === undefined) return settled;
  if (said === undefined) return askForAnswer([], { id: requestId }, open);
  const words = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  return ask([say`You said: ${quote(words)}`], `Shall I send that to ${open.by}?`, { kind: 'send-answer', requestId, words }, 'Say yes please and I’ll send it, or no thank you.');
}

export function replyToSendAnswer(turn: Turn, { requestId, words }: PendingOf<'send-answer'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.', 'Nothing is sent.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, (now) => {
    const { requestBook, budget } = now.record;
    const open = questionOf(now, requestId);
    const result = answerMore({ id: requestId, by: 'person', answer: words }, { requestBook, budget }, now.now);
    if (open === undefined || result.kind === 'refused') return { answer: settled };
    return { answer: tell(`I’ve sent that to ${open.by}.`, 'Nothing is decided yet.'), change: { requestBook: result.requestBook, audit: [{ action: 'request-more-answered', by: 'person', about: requestId }] } };
  });
}

const settled = tell('Nobody is asking about that any more.', 'Nothing is sent.');

function questionOf({ record }: Turn, requestId: string) {
  const request = record.requestBook.requests.find(({ id }) => id === requestId);
  return request === undefined ? undefined : openQuestion(request);
}
