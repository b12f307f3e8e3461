import { mayKnow, personNamed, type CircleMember, type Topic } from '../../models/household/index.ts';
import { ask, type Answer } from '../answer.ts';
import type { Pending, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';

/** "No, Susan": word is left for somebody else in the circle, if they may hear of such things. Asked again before it is. */
export function askSomebodyElse(turn: Turn, reply: Extract<Reply, { kind: 'meant' }>, topic: Topic, pendingFor: (member: CircleMember) => Pending): Answer | 'not-an-answer' {
  const said = reply.slots['person']?.value;
  if (said === undefined) return 'not-an-answer';
  const member = personNamed(turn.record.household, said);
  const { pending, last } = turn.memory;
  if (member !== undefined && mayKnow(member, topic)) {
    return ask([], `Shall I leave word for ${member.name}?`, pendingFor(member), `Say yes please and I’ll leave word for ${member.name}, or no thank you.`);
  }
  if (pending === undefined || last?.words === undefined || last.reprompt === undefined) return 'not-an-answer';
  const why = member === undefined ? `I don’t know who ${said} is.` : `${member.name} isn’t to be told about that.`;
  return { tell: [why], ask: { words: last.words, reprompt: last.reprompt, pending } };
}
