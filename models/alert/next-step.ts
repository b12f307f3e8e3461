import { addDays, localDate, toInstant, type Instant, type LocalTime } from '../shared/index.ts';
import { isOpen, type Alert } from './alert.ts';
import type { Attempt } from './attempt.ts';
import { alertKinds } from './kinds.ts';
import type { Ladder, Rung } from './ladder.ts';
import { quietUntil } from './quiet.ts';
import { contactsAsked, rungAt, rungDueAt } from './rungs.ts';
import type { Send, Situation, Step } from './situation.ts';
import { whomToTell } from './whom-to-tell.ts';

/**
 * What to do about an open alert now: tell somebody, hold it until a moment, or end it; each with its reason. Nothing is
 * told before its time, nobody after an answer, and an alert that needs an answer never runs out of people: the desk is last.
 */
export function nextStep(alert: Alert, situation: Situation): Step {
  if (!isOpen(alert)) throw new RangeError(`An alert that is ${alert.state} has no next step`);
  const { now, rule, isStillTrue, notBefore } = situation;
  if (now < alert.plannedFor) return { do: 'hold', reason: 'hold:not-yet', until: alert.plannedFor };
  if (!isStillTrue) return { do: 'end', reason: 'end:no-longer-true' };
  if (notBefore !== undefined && now < notBefore) return { do: 'hold', reason: 'hold:not-yet', until: notBefore };
  if (alert.expiresAt !== undefined && now >= alert.expiresAt) return { do: 'end', reason: 'end:expired' };
  if (!rule.isOn && alert.urgency !== 'urgent') return { do: 'end', reason: 'end:withdrawn' };
  return lostOrSending(alert, situation) ?? enoughTold(alert) ?? held(alert, situation) ?? climb(alert, situation);
}

/** How often one notification may be handed over: again once, when the first outcome never came. */
const mostSendings = 2;

/** One on its way is waited for; one whose outcome never came is sent once more, under the same key. */
function lostOrSending(alert: Alert, { now, reach, desk }: Situation): Step | undefined {
  const sending = alert.attempts.filter(({ state }) => state === 'sending');
  const busyUntil = Math.max(0, ...sending.map(({ leaseUntil }) => leaseUntil ?? 0));
  if (busyUntil > now) return { do: 'hold', reason: 'hold:sending', until: busyUntil as Instant };
  const lost = alert.attempts.find(({ state, sendings, why }) => state === 'sending' || (state === 'unknown' && sendings < mostSendings && why !== 'not-again'));
  if (lost === undefined || lost.sendings >= mostSendings) return undefined;
  const address = (lost.to.kind === 'person' ? reach.person : lost.to.kind === 'desk' ? desk : reach.members[lost.to.memberId] ?? []).find(({ id }) => id === lost.addressId);
  return address === undefined ? undefined : { do: 'tell', reason: 'tell-now:unknown-outcome', sends: [{ to: lost.to, address }], rungs: 0, again: lost.id };
}

/** What needs no answer is done with once a channel has taken it. */
function enoughTold({ kind, attempts }: Alert): Step | undefined {
  return !alertKinds[kind].needsAnswer && attempts.some(isTaken) ? { do: 'end', reason: 'end:told-no-answer-needed' } : undefined;
}

/** Quiet hours, being away, and the day's interruptions hold back what is not urgent; only the first telling counts as an interruption. */
function held(alert: Alert, { now, zone, rule, reach, board }: Situation): Step | undefined {
  if (alert.urgency === 'urgent') return undefined;
  const isAtHome = alertKinds[alert.kind].for === 'person';
  const { away } = reach;
  if (isAtHome && away !== undefined && away.from <= now && (away.until === undefined || now < away.until)) {
    return { do: 'hold', reason: 'hold:paused', until: Math.min(away.until ?? Infinity, now + anHourMs, alert.expiresAt ?? Infinity) as Instant };
  }
  const quiet = rule.quietHours && alertKinds[alert.kind].for !== 'desk' ? quietUntil(rule.quietHours, now, zone) : undefined;
  if (quiet !== undefined) return { do: 'hold', reason: 'hold:quiet-hours', until: earliest(quiet, alert.expiresAt) };
  const today = localDate(now, zone);
  const count = board.interruptions?.on === today ? board.interruptions.count : 0;
  const isOptional = !alertKinds[alert.kind].needsAnswer && alert.urgency === 'ordinary' && isAtHome;
  if (isOptional && alert.firstToldAt === undefined && count >= rule.interruptionsADay) {
    return { do: 'hold', reason: 'hold:interruption-budget', until: earliest(toInstant(addDays(today, 1), startOfDay, zone), alert.expiresAt) };
  }
  return undefined;
}

const anHourMs = 3_600_000;
const startOfDay = '08:00' as LocalTime;

/** The next rung that reaches somebody: at its time, or at once when all of the last one failed. */
function climb(alert: Alert, situation: Situation): Step {
  const { now, rule } = situation;
  const { rungsClimbed: climbed, firstToldAt } = alert;
  const ladder = alert.ladder ?? rule.ladder;
  const isFailed = climbed > 0 && hasFailed(alert);
  if (firstToldAt !== undefined && !isFailed) {
    const dueAt = nextRungDueAt(ladder, climbed, firstToldAt, needsAnswer(alert));
    if (dueAt === undefined) return waitToExpire(alert, now);
    if (now < dueAt) return { do: 'hold', reason: 'hold:waiting-for-answer', until: earliest(dueAt, alert.expiresAt) };
  }
  const found = firstThatReaches(alert, ladder, situation);
  if (situation.isGroupedForDesk === true && alert.urgency !== 'urgent' && (found === undefined || found.sends.every(({ to }) => to.kind === 'desk'))) return { do: 'hold', reason: 'hold:grouped', until: (now + lastResortEveryMs) as Instant };
  if (found !== undefined) return { do: 'tell', reason: isFailed ? 'tell-now:channel-failed' : reasonFor(alert, found), sends: found.sends, rungs: found.rungs };
  return needsAnswer(alert) ? { do: 'tell', reason: 'tell-now:desk', sends: toDesk(situation), rungs: 1 } : { do: 'hold', reason: 'hold:nobody-reachable', until: waitToExpire(alert, now).until };
}

interface Found { readonly sends: readonly Send[]; readonly rungs: number; readonly rung: Rung }

function firstThatReaches(alert: Alert, ladder: Ladder, situation: Situation): Found | undefined {
  const until = alert.rungsClimbed + ladder.rungs.length + (ladder.repeat?.rungs ?? 0);
  for (let climbed = alert.rungsClimbed; climbed < until; climbed += 1) {
    const rung = rungAt(ladder, climbed) ?? (needsAnswer(alert) ? lastResort : undefined);
    if (rung === undefined) return undefined;
    const sends = whomToTell(rung, alert, contactsAsked(ladder, climbed), situation);
    if (sends.length > 0) return { sends, rungs: climbed - alert.rungsClimbed + 1, rung };
  }
  return undefined;
}

const lastResort: Rung = { afterMinutes: 0, to: ['desk'], by: 'usual' };
const lastResortEveryMs = 15 * 60_000;

/** A ladder that runs out though an answer is needed goes on at the desk every quarter of an hour. */
function nextRungDueAt(ladder: Ladder, climbed: number, firstToldAt: Instant, isNeeded: boolean): Instant | undefined {
  if (rungAt(ladder, climbed) !== undefined) return rungDueAt(ladder, climbed, firstToldAt);
  if (!isNeeded) return undefined;
  const ranOutAt = rungDueAt(ladder, ladder.rungs.length - 1, firstToldAt);
  return (ranOutAt + (climbed - ladder.rungs.length + 1) * lastResortEveryMs) as Instant;
}

function reasonFor({ rungsClimbed }: Alert, { rung, rungs }: Found): 'tell-now:first' | 'tell-now:again' | 'tell-now:another-channel' | 'tell-now:next-person' | 'tell-now:desk' {
  if (rungsClimbed === 0 && rungs === 1) return 'tell-now:first';
  if (rung.to.includes('desk')) return 'tell-now:desk';
  if (!rung.to.includes('person')) return 'tell-now:next-person';
  return rung.by === 'another' ? 'tell-now:another-channel' : 'tell-now:again';
}

/** Whether everything sent with the last rung failed: there is nothing to wait for. */
function hasFailed({ attempts, rungsClimbed }: Alert): boolean {
  const last = attempts.filter(({ rung }) => rung === rungsClimbed);
  return last.length > 0 && last.every(({ state }) => state === 'failed');
}

function isTaken({ state }: Attempt): boolean {
  return state === 'accepted' || state === 'shown' || state === 'spoken';
}

function needsAnswer({ kind }: Alert): boolean {
  return alertKinds[kind].needsAnswer;
}

function toDesk({ desk }: Situation): readonly Send[] {
  return desk.map((address) => ({ to: { kind: 'desk' }, address }));
}

function waitToExpire({ expiresAt }: Alert, now: Instant): { do: 'hold'; reason: 'hold:already-told'; until: Instant } {
  return { do: 'hold', reason: 'hold:already-told', until: (expiresAt ?? now + anHourMs) as Instant };
}

function earliest(one: Instant, other: Instant | undefined): Instant {
  return other !== undefined && other < one ? other : one;
}
