import { keepBoard, newAlert, type BoardAlert } from '../../models/alert/index.ts';
import { mayKnow } from '../../models/household/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { listWords } from '../words/index.ts';
import { toldNames } from './say-alert.ts';

/** So long somebody has to say that they are all right before anybody is told. */
const graceMs = 20_000;
const ring = 'If you need help now, ring 999 or press your alarm.';

/**
 * Distress, where we can tell somebody: the safety words first, then who is being told, in the same breath as it is kept.
 * Nobody is said to have answered, or to be coming, until they have.
 */
export async function raiseHelp(turn: Turn): Promise<Answer | 'not-kept'> {
  if (helpWanted(turn) !== undefined) return asking(howItStands(turn));
  const whom = listWords([...contactNames(turn), 'the care desk']);
  const answer = await carryOut(turn, (now) => {
    const { councilId, personId, alertBoard } = now.record;
    const alert = newAlert({ councilId, personId, kind: 'help-wanted', occursAt: now.now, name: now.actionId, plannedFor: (now.now + graceMs) as Instant, facts: { at: now.now } });
    return {
      answer: asking(['I can’t call an ambulance.', 'If you’re hurt, ring 999 or press your alarm now.', `I’m telling ${whom}, unless you say you’re all right.`]),
      change: { alerts: [{ after: alert }], alertBoard: keepBoard(alertBoard, undefined, alert, now.now, now.zone), audit: [{ action: 'help-wanted', by: 'person', about: 'help' }] },
    };
  });
  return answer.hasKept === true ? answer : 'not-kept';
}

/** "Who have you told?" "Has anybody answered?" */
export function whoWasTold(turn: Turn): Answer {
  const told = lastHelp(turn);
  if (told === undefined) return tell('I haven’t told anybody of anything today.', 'To hear who knows what of you, say: who knows about me.');
  return told.isOpen ? asking(howItStands(turn)) : tell(...howItStands(turn));
}

/** "I'm all right": taken back only after a second yes, since a word misheard must not take help away. */
export function imAllRight(turn: Turn): Answer {
  if (helpWanted(turn) === undefined && lastHelp(turn)?.isOpen !== true && turn.memory.pending?.kind !== 'can-you-talk') return tell('I’m glad to hear it.');
  return ask([], 'Are you sure that you’re all right, and that nobody need come?', { kind: 'sure-all-right' }, 'Say yes please, and I’ll tell nobody else. Say no thank you, and I’ll go on telling them.');
}

export function replyToCanYouTalk(turn: Turn, _pending: PendingOf<'can-you-talk'>, reply: Reply): Answer | 'not-an-answer' {
  return reply.kind === 'yes' || reply.kind === 'no' ? { ...tell(...howItStands(turn)), isGoodbye: true } : 'not-an-answer';
}

export async function replyToSureAllRight(turn: Turn, _pending: PendingOf<'sure-all-right'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return asking(howItStands(turn));
  if (reply.kind !== 'yes') return 'not-an-answer';
  const isOver = await turn.services.allRight(turn.record.councilId, turn.record.personId, turn.now);
  return isOver ? { ...tell('That’s good.', 'I won’t tell anybody else.'), isGoodbye: true } : tell('I’m not sure that went through.', ring);
}

function asking(said: readonly string[]): Answer {
  return ask(said, 'Can you talk to me?', { kind: 'can-you-talk' }, 'Say yes please if you can hear me. If it was a mistake, say: I’m all right.');
}

/** What is known to have happened, and no more. */
function howItStands(turn: Turn): readonly string[] {
  const told = lastHelp(turn);
  const { household } = turn.record;
  if (told?.answer !== undefined) {
    const by = toldNames([told.answer.by], household);
    const who = told.answer.by.kind === 'person' ? 'You said that you’re all right.' : `${by.charAt(0).toUpperCase()}${by.slice(1)} has answered${told.answer.word === 'on-my-way' ? ', and is dealing with it' : ''}.`;
    return [who, ring];
  }
  const names = told === undefined ? '' : toldNames(told.told, household);
  return [names === '' ? `I’m telling ${listWords([...contactNames(turn), 'the care desk'])}.` : `I have told ${names}.`, 'Nobody has answered yet.', ring];
}

function helpWanted(turn: Turn): BoardAlert | undefined {
  const last = lastHelp(turn);
  return last?.isOpen === true ? last : undefined;
}

function lastHelp({ record: { alertBoard } }: Turn): BoardAlert | undefined {
  return alertBoard.alerts.findLast(({ kind }) => kind === 'help-wanted');
}

/** Those of the backup plan who have a phone that we know of and may know. */
function contactNames({ record: { household, visitBook } }: Turn): readonly string[] {
  return visitBook.backupPlan.tell.flatMap((id) => household.circle.find((member) => member.id === id && member.phone !== undefined && (mayKnow(member, 'visits') || mayKnow(member, 'alerts')))?.name ?? []);
}

