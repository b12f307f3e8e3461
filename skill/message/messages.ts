import { leaveWord, markHeard, waitingMessages, type MessageForPerson } from '../../models/message/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import { askWaiting, waitingAlert } from '../alert/waiting-alert.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { unfinishedAfter } from '../everyday/aside.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { quote, say, type Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { agoWords, capitalised, countWord } from '../words/index.ts';

/** "Any messages?" The oldest first, word for word. */
export function messages(turn: Turn): Answer | Promise<Answer> {
  const alert = waitingAlert(turn);
  if (alert !== undefined) return askWaiting(turn, alert);
  const [first] = waitingMessages(turn.record.messageBook);
  return first === undefined ? tell('There are no new messages.') : readOut(turn, first);
}

export function replyToHearMessage(turn: Turn, { messageId }: PendingOf<'hear-message'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ll keep it for you.');
  if (reply.kind === 'next') return anotherMessage(turn, messageId);
  const message = turn.record.messageBook.forPerson.find((each) => each.id === messageId);
  return reply.kind === 'yes' && message !== undefined ? readOut(turn, message) : 'not-an-answer';
}

/** "Not that one": it is kept, and the one after it is offered. */
function anotherMessage(turn: Turn, messageId: string): Answer {
  const waiting = waitingMessages(turn.record.messageBook);
  const next = waiting[waiting.findIndex(({ id }) => id === messageId) + 1];
  if (next === undefined) return tell('I’ll keep it for you.', 'There are no others.');
  return ask(['I’ll keep that one.'], `Would you like the one from ${next.fromName}?`, { kind: 'hear-message', messageId: next.id }, 'Say yes please to hear it, or no thank you to leave it.');
}

function readOut(turn: Turn, message: MessageForPerson): Promise<Answer> {
  const when = agoWords(localDate(message.sentAt, turn.zone), localTime(message.sentAt, turn.zone), turn.today);
  const facts: readonly Line[] = [`It’s from ${message.fromName}, ${when}.`, say`${quote(message.words)}`];
  return carryOut(turn, (now) => ({
    answer: { ...tellSender(message, facts), facts: { who: `${message.fromName}.`, time: `${capitalised(when)}.`, 'in-short': say`${quote(message.words)}` } },
    change: { messageBook: markHeard(now.record.messageBook, message.id, now.now), audit: [{ action: 'message-heard', by: 'person', about: message.id }] },
  }));
}

/** Whether to let the sender know, asked by itself. */
export function askToTellSender(turn: Turn, messageId: string): Answer {
  const message = turn.record.messageBook.forPerson.find((each) => each.id === messageId);
  return message === undefined ? tell('I can’t find that message any more.') : tellSender(message, [`You heard ${message.fromName}’s message.`]);
}

function tellSender({ id, fromName }: MessageForPerson, facts: readonly Line[]): Answer {
  return ask(facts, `Shall I tell ${fromName} you heard?`, { kind: 'tell-sender', messageId: id }, `Say yes please and I’ll leave word for ${fromName}.`);
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
    change: { messageBook: leaveWord(now.record.messageBook, word), ...unfinishedAfter(now, 'tell-sender'), audit: [{ action: 'word-left', by: 'person', about: message.fromMemberId }] },
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
