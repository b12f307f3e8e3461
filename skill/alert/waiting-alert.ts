import { alertKinds, type BoardAlert } from '../../models/alert/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { wordingOf } from './say-alert.ts';

/** What waits for the person's own word, the oldest question first; a cry for help has its own talk. */
export function waitingAlert(turn: Turn): BoardAlert | undefined {
  const open = turn.record.alertBoard.alerts.filter(({ isOpen, isForPerson, kind }) => isOpen && isForPerson && kind !== 'help-wanted' && alertKinds[kind].needsAnswer);
  return open.find(({ kind }) => isQuestion(kind)) ?? open.at(-1);
}

/** A question of a routine is asked as it is; other news is told, and whether it was heard is asked. */
export function askWaiting(turn: Turn, alert: BoardAlert, greeting: readonly string[] = []): Answer {
  const { spoken } = wordingOf(alert, turn.record, { kind: 'person' }, turn.now, false);
  const pending = { kind: 'waiting-alert' as const, alertId: alert.id };
  if (!isQuestion(alert.kind)) return ask([...greeting, spoken], 'Have you got that?', pending, 'Say yes please if you have, or no thank you to hear it again.');
  const { facts, question } = splitQuestion(spoken);
  return ask([...greeting, ...facts], question, pending, alert.kind === 'check-in' ? 'You can say yes, no, I don’t remember, or I’m doing it now.' : 'Say yes please if I may, or no thank you.');
}

export async function replyToWaitingAlert(turn: Turn, { alertId }: PendingOf<'waiting-alert'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  const alert = turn.record.alertBoard.alerts.find(({ id }) => id === alertId);
  const word = wordIn(reply);
  if (word === undefined || (!isCheckIn(alert) && word !== 'yes' && word !== 'no')) return 'not-an-answer';
  if (alert?.isOpen !== true) return tell('That has been answered already. Thank you.');
  if (!isQuestion(alert.kind)) {
    if (word === 'no') return askWaiting(turn, alert);
    return keptOr(turn, alert, 'ok', ['Right you are.']);
  }
  return keptOr(turn, alert, word, alert.kind === 'check-in' ? afterCheckIn(turn, alert, word) : [word === 'yes' ? 'Thank you. I’ll do that.' : 'Right you are. I won’t.']);
}

type Word = 'yes' | 'no' | 'dont-remember' | 'doing-it-now';

function wordIn(reply: Reply): Word | undefined {
  if (reply.kind === 'yes' || reply.kind === 'no') return reply.kind;
  return reply.kind === 'check-in' ? reply.word : undefined;
}

/** Never what to take: only who will ring, and that nothing is wrong with not remembering. */
function afterCheckIn({ record }: Turn, { facts }: BoardAlert, word: Word): readonly string[] {
  const teller = record.household.circle.find(({ id }) => id === facts['toMember'])?.name;
  const rings = teller === undefined ? 'I’ll let the care desk know.' : `I’ll ask ${teller} to ring you.`;
  switch (word) {
    case 'yes': return ['Thank you.'];
    case 'doing-it-now': return facts['isSecond'] === true ? ['Lovely.'] : ['Lovely. I’ll ask again in ten minutes.'];
    case 'no': return ['That’s all right.', rings];
    case 'dont-remember': return ['That’s all right.', ...(facts['isMedicine'] === true ? ['Leave them for now.'] : []), rings];
  }
}

async function keptOr(turn: Turn, { id }: BoardAlert, word: Word | 'ok', said: readonly string[]): Promise<Answer> {
  const { councilId, personId } = turn.record;
  const isKept = await turn.services.answerAlert(councilId, personId, id, word, turn.now);
  return isKept ? tell(...said) : tell('I’m not sure that went through. Please ask me again in a minute.');
}

const isQuestion = (kind: BoardAlert['kind']): boolean => kind === 'check-in' || kind === 'routine-consent';
const isCheckIn = (alert: BoardAlert | undefined): boolean => alert?.kind === 'check-in';

/** The last sentence is what is asked; what stands before it is told. */
function splitQuestion(spoken: string): { readonly facts: readonly string[]; readonly question: string } {
  const sentences = spoken.split(/(?<=[.!?]) /);
  return { facts: sentences.slice(0, -1), question: sentences.at(-1) ?? spoken };
}
