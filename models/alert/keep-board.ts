import { localDate, type Instant } from '../shared/index.ts';
import { isOpen, type Alert } from './alert.ts';
import type { AlertBoard, BoardAlert } from './alert-board.ts';
import { alertKinds } from './kinds.ts';
import { isSameRecipient, type Recipient } from './recipient.ts';

/** The person's board with an alert as it is now: on it once it came due, and for two days after it ended. Counts interruptions. */
export function keepBoard(board: AlertBoard, before: Alert | undefined, after: Alert, now: Instant, zone: string): AlertBoard {
  const interruptions = isInterruption(before, after) ? oneMore(board, now, zone) : board.interruptions;
  const line = lineFor(board.alerts.find(({ id }) => id === after.id), after, now);
  const others = board.alerts.filter(({ id, isOpen: isStillOpen, since }) => id !== after.id && (isStillOpen || now - since < twoDaysMs));
  return { ...board, alerts: [...others, ...(line === undefined ? [] : [line])].slice(-mostOnBoard), ...(interruptions !== undefined && { interruptions }) };
}

const twoDaysMs = 2 * 86_400_000;
const mostOnBoard = 30;

function isInterruption(before: Alert | undefined, after: Alert): boolean {
  return before?.firstToldAt === undefined && after.firstToldAt !== undefined && after.urgency === 'ordinary' && after.attempts.some(({ to }) => to.kind === 'person');
}

function oneMore({ interruptions }: AlertBoard, now: Instant, zone: string): NonNullable<AlertBoard['interruptions']> {
  const on = localDate(now, zone);
  return { on, count: (interruptions?.on === on ? interruptions.count : 0) + 1 };
}

/** Nothing but a cry for help stands on the board before its time, nor what ended before anybody was told. */
function lineFor(was: BoardAlert | undefined, alert: Alert, now: Instant): BoardAlert | undefined {
  const isHeldOrTold = alert.kind === 'help-wanted' || alert.firstToldAt !== undefined || (isOpen(alert) && alert.state !== 'planned');
  if (alert.kind === 'visit-reminder' && !isOpen(alert)) return undefined;
  if (!isHeldOrTold && was === undefined) return undefined;
  const audience = alertKinds[alert.kind].for;
  return {
    ...was, id: alert.id, kind: alert.kind, urgency: alert.urgency, facts: alert.facts, since: was?.since ?? alert.firstToldAt ?? now, isOpen: isOpen(alert),
    isForPerson: audience === 'person' || audience === 'everybody', told: toldOthers(alert), ...(alert.answer !== undefined && { answer: alert.answer }),
  };
}

/** Others whom a notification reached as far as anybody knows: not those where it failed. */
function toldOthers({ attempts }: Alert): readonly Recipient[] {
  const others: Recipient[] = [];
  for (const { to, state } of attempts) {
    if (to.kind !== 'person' && state !== 'failed' && state !== 'sending' && !others.some((each) => isSameRecipient(each, to))) others.push(to);
  }
  return others;
}
