import { personNamed, type CircleMember } from '../../models/household/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { firstToCall } from '../household/first-to-call.ts';
import { phone, say, type Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { agoWords } from '../words/index.ts';

/** "Can I speak to a real person?" "Ask Susan to ring me." A number to ring, or word left for somebody, read back first. We ring nobody. */
export function talkToSomeone(turn: Turn): Answer {
  const said = turn.slots['person'];
  if (said === undefined) return anybody(turn);
  const { household, visitBook } = turn.record;
  const member = personNamed(household, said.value);
  if (said.id === 'council') return tell(say`${household.council.name} is on ${phone(household.council.phone)}.`);
  if (said.id === 'agency') return tell(say`${visitBook.provider.name} is on ${phone(visitBook.provider.phone)}.`);
  if (said.id === 'social-worker' && member === undefined) return tell(say`${household.council.adviser} is at the council, on ${phone(household.council.phone)}.`);
  if (said.id === 'family') return anybody(turn);
  if (said.id === 'doctor' && member === undefined) return tell('I can’t reach a doctor for you.', say`Your surgery can be rung, or ${phone('111')} at any hour.`);
  if (member === undefined) return tell(`I don’t know who ${said.value} is.`, careLine(turn));
  if (member.stoppedAt !== undefined) return tell(`You asked me to tell ${member.name} nothing, so I won’t leave word.`, careLine(turn));
  return wordFor(turn, member, numberOf(turn, member));
}

/** No name: the staffed line, and whoever is asked to ring when talking to us does not work. */
function anybody(turn: Turn): Answer {
  const relative = firstToCall(turn.record.household);
  return relative === undefined ? tell(careLine(turn)) : wordFor(turn, relative, [careLine(turn)]);
}

function wordFor(turn: Turn, member: CircleMember, first: readonly Line[]): Answer {
  const { wordLeft } = turn.record.messageBook;
  const last = wordLeft.findLast((word) => word.to.kind === 'circle' && word.to.memberId === member.id && word.about === 'Please ring' && word.answeredAt === undefined);
  const isRecent = last !== undefined && turn.now - last.leftAt < minutesNotDoubled * 60_000;
  const when = isRecent ? agoWords(localDate(last.leftAt, turn.zone), localTime(last.leftAt, turn.zone), turn.today) : '';
  const facts = isRecent ? `I left word for ${member.name} ${when}, and nobody has answered yet.` : `I can leave word for ${member.name} to ring you.`;
  return ask([...first, facts], isRecent ? 'Shall I leave it again?' : 'Shall I?', { kind: 'call-me', memberId: member.id }, `Say yes please, and I’ll leave word for ${member.name}.`);
}

const minutesNotDoubled = 30;

/** Those at the office and the council can be rung; a relative's own number is not said to the room. */
function numberOf({ record: { household, visitBook } }: Turn, { kind }: CircleMember): readonly Line[] {
  if (kind === 'agency') return [say`${visitBook.provider.name} is on ${phone(visitBook.provider.phone)}.`];
  return kind === 'council' ? [say`${household.council.name} is on ${phone(household.council.phone)}.`] : [];
}

function careLine({ record: { household } }: Turn): Line {
  return say`You can ring the care line on ${phone(household.council.careLinePhone)}.`;
}
