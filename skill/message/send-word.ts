import { personNamed, type CircleMember } from '../../models/household/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { iNeedHelp } from '../everyday/i-need-help.ts';
import { hasSignOfDistress } from '../heard/distress.ts';
import { wordsOf } from '../heard/words.ts';
import { firstToCall } from '../household/first-to-call.ts';
import { askSomebodyElse } from '../household/somebody-else.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { quote, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { readBackAnswer } from '../service-request/answer-more.ts';
import { leaveWordFor } from './leave-word.ts';

const longestWords = 200;

/**
 * "Tell Susan I need some shopping." "Send a message to Susan." Read back before anything is left; without words they are asked for.
 * A cry for help in a message is heard as one, however it was meant to be passed on.
 */
export function sendWord(turn: Turn): Answer | Promise<Answer> {
  const { household } = turn.record;
  const said = turn.slots['person'];
  const member = said === undefined ? firstToCall(household) : personNamed(household, said.value);
  if (said?.id === 'council' || said?.id === 'agency') return tell('I can only leave word for your own people.', 'For the office, say: I want to speak to the council.');
  if (member === undefined) return said === undefined ? tell('Say, for example: send a message to Susan.') : tell(`I don’t know who ${said.value} is.`);
  if (member.stoppedAt !== undefined) return tell(`You asked me to tell ${member.name} nothing, so I won’t leave word.`);
  const need = turn.slots['need']?.value;
  if (need === undefined) return askWhat(member);
  return hasSignOfDistress(wordsOf(`I need ${need}`)) ? iNeedHelp(turn) : readBack(member, `I need ${need}.`);
}

/** Their own words, by an intent of their own: "tell her the kettle’s broken". */
export function sayWords(turn: Turn): Answer | Promise<Answer> {
  const words = turn.slots['words']?.value.slice(0, longestWords);
  const { pending } = turn.memory;
  const memberId = pending?.kind === 'what-to-tell' || pending?.kind === 'send-word' ? pending.memberId : firstToCall(turn.record.household)?.id;
  const member = turn.record.household.circle.find(({ id }) => id === memberId);
  if (words !== undefined && hasSignOfDistress(wordsOf(words))) return iNeedHelp(turn);
  if (pending?.kind === 'what-to-answer' || pending?.kind === 'send-answer') return readBackAnswer(turn, pending.requestId, words);
  if (member === undefined || member.stoppedAt !== undefined) return tell('I’m not sure who that is for.', 'Say, for example: send a message to Susan.');
  return words === undefined ? askWhat(member) : readBack(member, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
}

function askWhat({ name, id }: CircleMember): Answer {
  return ask([], `What shall I tell ${name}?`, { kind: 'what-to-tell', memberId: id }, 'Say: tell them, and then your own words.');
}

function readBack({ name, id }: CircleMember, words: string): Answer {
  return ask([`I’ll leave word for ${name}.`, say`You said: ${quote(words)}`], 'Shall I send that?', { kind: 'send-word', memberId: id, words }, 'Say yes please and I’ll leave it, or no thank you.');
}

/** Free words come by their own intent; here only "nothing, leave it" and another name can be heard. */
export function replyToWhatToTell(turn: Turn, _pending: PendingOf<'what-to-tell'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.', 'Nothing is sent.');
  return reply.kind === 'meant' ? askSomebodyElse(turn, reply, 'messages', ({ id }) => ({ kind: 'what-to-tell', memberId: id })) : 'not-an-answer';
}

export function replyToSendWord(turn: Turn, { memberId, words }: PendingOf<'send-word'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.', 'Nothing is sent.');
  if (reply.kind === 'meant') return askSomebodyElse(turn, reply, 'messages', ({ id }) => ({ kind: 'send-word', memberId: id, words }));
  return reply.kind === 'yes' ? carryOut(turn, (now) => leaveWordFor(now, memberId, 'message', words)) : 'not-an-answer';
}
