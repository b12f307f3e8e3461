import { keepBoard, newAlert } from '../../models/alert/index.ts';
import { leaveWord } from '../../models/message/index.ts';
import { tell } from '../answer.ts';
import type { Decision } from '../carry-out.ts';
import type { Turn } from '../turn.ts';

/** Leaves word for somebody in the circle. We say that it was left, never that it was read. */
export function leaveWordFor(turn: Turn, memberId: string, about: string, words: string): Decision {
  const { household, messageBook, alertBoard, councilId, personId } = turn.record;
  const member = household.circle.find((each) => each.id === memberId);
  if (member === undefined) return { answer: tell('I can’t find them in your record any more.', 'Nothing was sent.') };
  const word = {
    id: `${turn.actionId}-word`, to: { kind: 'circle' as const, memberId, name: member.name }, about,
    words: `${household.name.preferred}: ${words}`, leftAt: turn.now,
  };
  // Kept with the word itself: from here on it is told until somebody answers.
  const alert = newAlert({ councilId, personId, kind: 'word-for-somebody', occursAt: turn.now, name: word.id.replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 110), plannedFor: turn.now, facts: { toMember: memberId, words: word.words } });
  return {
    answer: tell(`I’ve left word for ${member.name}.`, 'Nobody has answered yet.'),
    change: { messageBook: leaveWord(messageBook, word), alerts: [{ after: alert }], alertBoard: keepBoard(alertBoard, undefined, alert, turn.now, turn.zone), audit: [{ action: 'word-left', by: 'person', about: memberId }] },
  };
}
