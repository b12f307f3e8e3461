import { dropFromBackupPlan } from '../../models/care-visit/index.ts';
import { mayKnow, personNamed, stopTelling, type CircleMember, type Topic } from '../../models/household/index.ts';
import { leaveWord } from '../../models/message/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { unfinishedAfter } from '../everyday/aside.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { namedInPlan } from '../care-visit/backup-plan.ts';
import { agoWords, countWord, listWords } from '../words/index.ts';

const topicWords: Readonly<Record<Topic, string>> = {
  visits: 'your visits', money: 'your money', requests: 'what you ask for', messages: 'your messages', alerts: 'alarms',
};

/** "Who can hear about me?" Everybody by name, and what they may hear. */
export function whoKnows(turn: Turn): Answer {
  const { household } = turn.record;
  const known = household.circle.filter((member) => member.kind !== 'council' && knownTopics(member).length > 0);
  const lines = known.slice(0, 4).map((member) => `${member.name} can hear about ${listWords(knownTopics(member))}${knownTopics(member).length === 1 ? ' only' : ''}.`);
  const money = known.some((member) => mayKnow(member, 'money')) ? [] : ['Nobody but you and the council can hear about money.'];
  if (known.length === 0) return tell('Nobody but you, the council and the agency can hear about you.');
  return {
    ...ask([...lines, ...money], 'Would you like to change that?', { kind: 'change-who-knows' }, 'You could say: stop telling, and a name.'),
    screen: { kind: 'list', title: 'Who can hear about you', items: known.map((member) => ({ id: member.id, primary: `${member.name}, ${member.relationship}`, secondary: listWords(knownTopics(member)) })) },
  };
}

function knownTopics(member: CircleMember): readonly string[] {
  const topics = (['visits', 'messages', 'money', 'requests'] as const).filter((topic) => mayKnow(member, topic));
  return topics.map((topic) => topicWords[topic]);
}

export function replyToChangeWhoKnows(turn: Turn, _pending: PendingOf<'change-who-knows'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind === 'meant' && reply.slots['person'] !== undefined) return stopTellingSomebody({ ...turn, slots: { person: reply.slots['person'] } });
  if (reply.kind !== 'yes') return 'not-an-answer';
  return ask([], 'Who shall I stop telling?', { kind: 'change-who-knows' }, 'Say: stop telling, and then the name.');
}

/** "What did you tell my daughter?" */
export function whatWasTold(turn: Turn): Answer {
  const said = turn.slots['person'];
  const member = said === undefined ? undefined : personNamed(turn.record.household, said.value);
  if (said !== undefined && member === undefined) return tell(`I don’t know who ${said.value} is.`, 'You can ask what I’ve told anyone.');
  const words = turn.record.messageBook.wordLeft.filter((word) => member === undefined || (word.to.kind === 'circle' && word.to.memberId === member.id));
  const whom = member?.name ?? 'anyone';
  const last = words.at(-1);
  if (last === undefined) return tell(`I haven’t told ${whom} anything that I know of.`);
  const when = agoWords(localDate(last.leftAt, turn.zone), localTime(last.leftAt, turn.zone), turn.today);
  return tell(`I’ve left word for ${member === undefined ? last.to.name : whom} ${words.length === 1 ? 'once' : `${countWord(words.length)} times`}.`, `The last was ${when}: ${last.words}`);
}

/** "Stop telling Ann." Read back with what it does to the backup plan, then obeyed at once. */
export function stopTellingSomebody(turn: Turn): Answer {
  const said = turn.slots['person'];
  if (said === undefined) return ask([], 'Who shall I stop telling?', { kind: 'change-who-knows' }, 'Say: stop telling, and then the name.');
  const topic = turn.slots['topic']?.id as Topic | undefined;
  const { household, visitBook } = turn.record;
  const result = stopTelling(household, said.value, topic, turn.now);
  if (result.kind === 'refused') return tell(result.reason === 'nobody-of-that-name' ? `I don’t know who ${said.value} is, so nothing has changed.` : `${result.member.name} isn’t told about that anyway.`);
  const about = result.topics.filter((each) => each !== 'alerts').map((each) => topicWords[each]);
  const planned = result.topics.includes('visits') && visitBook.backupPlan.tell.includes(result.member.id);
  const rest = namedInPlan(turn, visitBook.backupPlan.tell).filter((member) => member.id !== result.member.id);
  const plan = !planned ? [] : [rest[0] === undefined ? 'Then nobody would be left in your backup plan.' : `The backup plan would then go straight to ${rest[0].name}.`];
  return ask(
    [`I’ll stop telling ${result.member.name} about ${listWords(about.length === 0 ? ['you'] : about)}.`, ...plan], 'Shall I do that?',
    { kind: 'stop-telling', memberId: result.member.id, ...(topic !== undefined && { topic }) }, 'Say yes please and it stops at once, or leave it.',
  );
}

export function replyToStopTelling(turn: Turn, { memberId, topic }: PendingOf<'stop-telling'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind === 'meant' && reply.slots['person'] !== undefined) return stopTellingSomebody({ ...turn, slots: { person: reply.slots['person'], ...(topic !== undefined && { topic: { value: topic, id: topic } }) } });
  return reply.kind === 'yes' ? carryOut(turn, (now) => stopNow(now, memberId, topic)) : 'not-an-answer';
}

function stopNow(turn: Turn, memberId: string, topic: Topic | undefined): Decision {
  const { household, visitBook, messageBook } = turn.record;
  const result = stopTelling(household, memberId, topic, turn.now);
  if (result.kind === 'refused') return { answer: tell('That was done already.') };
  const planned = result.topics.includes('visits') && visitBook.backupPlan.tell.includes(memberId);
  const audit = [{ action: 'stopped-telling', by: 'person', about: memberId }];
  if (!planned) return { answer: tell(`Done. ${result.member.name} won’t be told from now on.`), change: { household: result.household, ...unfinishedAfter(turn, 'stop-telling'), audit } };
  const word = { id: `${turn.actionId}-plan`, to: { kind: 'council' as const, name: household.council.name }, about: 'backup-plan', words: `The backup plan no longer includes ${result.member.name}.`, leftAt: turn.now };
  return {
    answer: tell(`Done. ${result.member.name} won’t be told from now on, and I’ve left word with the council that the plan changed.`),
    change: { household: result.household, visitBook: dropFromBackupPlan(visitBook, memberId), messageBook: leaveWord(messageBook, word), ...unfinishedAfter(turn, 'stop-telling'), audit },
  };
}
