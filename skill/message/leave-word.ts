import { leaveWord } from '../../models/message/index.ts';
import { tell } from '../answer.ts';
import type { Decision } from '../carry-out.ts';
import type { Turn } from '../turn.ts';

/** Leaves word for somebody in the circle. We say that it was left, never that it was read. */
export function leaveWordFor(turn: Turn, memberId: string, about: string, words: string): Decision {
  const { household, messageBook } = turn.record;
  const member = household.circle.find((each) => each.id === memberId);
  if (member === undefined) return { answer: tell('I can’t find them in your record any more.', 'Nothing was sent.') };
  const word = {
    id: `${turn.actionId}-word`, to: { kind: 'circle' as const, memberId, name: member.name }, about,
    words: `${household.name.preferred}: ${words}`, leftAt: turn.now,
  };
  return {
    answer: tell(`I’ve left word for ${member.name}.`, 'Nobody has answered yet.'),
    change: { messageBook: leaveWord(messageBook, word), audit: [{ action: 'word-left', by: 'person', about: memberId }] },
  };
}
