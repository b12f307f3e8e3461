import { leaveWord, markHeard, waitingMessages, type MessageForPerson } from '../../models/message/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { quote, say, type Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { agoWords, countWord } from '../words/index.ts';

/** "Any messages?" The oldest first, word for word. */
export function messages(turn: Turn): Answer | Promise<Answer> {
  const [first] = waitingMessages(turn.record.messageBook);
  return first === undefined ? tell('There are no new messages.') : readOut(turn, first);
}

export function replyToHearMessage(turn: Turn, { messageId }: PendingOf<'hear-message'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ll keep it for you.');
  const message = turn.record.messageBook.forPerson.find((each) => each.id === messageId);
  return reply.kind === 'yes' && message !== undefined ? readOut(turn, message) : 'not-an-answer';
}

function readOut(turn: Turn, message: MessageForPerson): Promise<Answer> {
  const when = agoWords(localDate(message.sentAt, turn.zone), localTime(message.sentAt, turn.zone), turn.today);
  const facts: readonly Line[] = [`It’s from ${message.fromName}, ${when}.`, say`${quote(message.words)}`];
  return carryOut(turn, (now) => ({
    answer: ask(facts, `Shall I tell ${message.fromName} you heard?`, { kind: 'tell-sender', messageId: message.id }, `Say yes please and I’ll leave word for ${message.fromName}.`),
    change: { messageBook: markHeard(now.record.messageBook, message.id, now.now), audit: [{ action: 'message-heard', by: 'person', about: message.id }] },
  }));
}

export function replyToTellSender(turn: Turn, { messageId }: PendingOf<'tell-sender'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return withMore(turn, ['Right you are.']);
  const message = turn.record.messageBook.forPerson.find((each) => each.id === messageId);
  if (reply.kind !== 'yes' || message === undefined) return 'not-an-answer';
  const word = {
    id: `${turn.actionId}-heard`, to: { kind: 'circle' as const, memberId: message.fromMemberId, name: message.fromName }, about: 'message-heard',
    words: `${turn.record.household.name.preferred} has heard your message.`, leftAt: turn.now,
  };
  return carryOut(turn, (now) => ({
    answer: withMore(now, [`I’ve left word for ${message.fromName} that you heard.`]),
    change: { messageBook: leaveWord(now.record.messageBook, word), audit: [{ action: 'word-left', by: 'person', about: message.fromMemberId }] },
  }));
}

/** Goes on to the next message when there is one. */
function withMore(turn: Turn, first: readonly Line[]): Answer {
  const waiting = waitingMessages(turn.record.messageBook);
  const [next] = waiting;
  if (next === undefined) return tell(...first);
  return ask(
    [...first, `There ${waiting.length === 1 ? 'is one more' : `are ${countWord(waiting.length)} more`}.`], 'Would you like the next one?',
    { kind: 'hear-message', messageId: next.id }, `It’s from ${next.fromName}. Say yes please to hear it.`,
  );
}
