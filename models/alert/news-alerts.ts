import { fourFacts, goesBackSoon, leftPence, type Budget } from '../budget/index.ts';
import { waitingMessages, type MessageBook } from '../message/index.ts';
import { daysBetween, localDate, toInstant, type CouncilId, type Instant, type LocalTime, type PersonId } from '../shared/index.ts';
import type { RequestBook, RequestState, ServiceRequest } from '../service-request/index.ts';
import type { Alert } from './alert.ts';
import type { AlertRule } from './alert-rule.ts';
import type { PlannedAlert } from './new-alert.ts';
import { ruleInForce } from './rule-in-force.ts';

/** The parts of a record that may hold news for the person. */
interface News { readonly budget: Budget | undefined; readonly requestBook: RequestBook; readonly messageBook: MessageBook }
interface Whose extends News { readonly councilId: CouncilId; readonly personId: PersonId; readonly zone: string; readonly rules: readonly AlertRule[] }

const dayMs = 86_400_000;
/** What the person has just done themselves has time to sink in before they are told that money is low. */
const afterTheTalkMs = 30 * 60_000;
/** Older news than that is history: they are told it when they ask. */
const newsForDays = 3;
/** Said again when so few days are left. */
const lastCallDays = 14;

/**
 * What the person should know of their money, requests and messages: that little is left in this period, that money may go back
 * (ten weeks before, and again two weeks before), what became of a request and what more was asked about it, what others asked for on their behalf, and a message nobody has read out yet.
 */
export function planNewsAlerts(whose: Whose, now: Instant): readonly PlannedAlert[] {
  return [...moneyLow(whose, now), ...moneyGoingBack(whose, now), ...planRequestNews(whose, now), ...messagesWaiting(whose, now)];
}

/** Whether that news is still news. Alerts of other kinds are true, and so are those that somebody raised without saying about what. */
export function stillTrueOfNews({ kind, facts }: Pick<Alert, 'kind' | 'facts'>, { budget, requestBook, messageBook }: News, now: Instant, zone: string): boolean {
  switch (kind) {
    case 'budget-low': return facts['belowPounds'] === undefined || (budget !== undefined && leftPence(budget) < Number(facts['belowPounds']) * 100);
    case 'money-may-be-taken-back': return facts['on'] === undefined || (budget !== undefined && goesBackSoon(budget, localDate(now, zone))?.on === facts['on']);
    case 'request-decided': return facts['requestId'] === undefined || requestBook.requests.some(({ id, state }) => id === facts['requestId'] && state === facts['state']);
    case 'message-from-circle': return facts['messageId'] === undefined || waitingMessages(messageBook).some(({ id }) => id === facts['messageId']);
    default: return true;
  }
}

function moneyLow({ budget, councilId, personId, zone, rules }: Whose, now: Instant): readonly PlannedAlert[] {
  const { isOn, threshold } = ruleInForce(rules, { kind: 'budget-low', personId, isTimeCritical: false });
  if (budget === undefined || !isOn || leftPence(budget) >= threshold * 100) return [];
  const { from } = fourFacts(budget, localDate(now, zone)).period;
  return [{ councilId, personId, kind: 'budget-low', occursAt: toInstant(from, noon, zone), name: 'period', plannedFor: (now + afterTheTalkMs) as Instant, facts: { belowPounds: threshold } }];
}

function moneyGoingBack({ budget, councilId, personId, zone }: Whose, now: Instant): readonly PlannedAlert[] {
  const today = localDate(now, zone);
  const takenBack = budget === undefined ? undefined : goesBackSoon(budget, today);
  if (takenBack === undefined) return [];
  const call = daysBetween(today, takenBack.on) <= lastCallDays ? 'last' : 'first';
  return [{ councilId, personId, kind: 'money-may-be-taken-back', occursAt: toInstant(takenBack.on, noon, zone), name: call, plannedFor: (now + afterTheTalkMs) as Instant, facts: { on: takenBack.on } }];
}

const noon = '12:00' as LocalTime;
/** Asked for, and what the rules said. */
const stepsOfAsking = 2;
const worthTelling: readonly RequestState[] = ['approved', 'more-asked', 'booked', 'declined', 'cancelled', 'expired'];

/** What became of requests, what more was asked about them, and what others asked for on the person's behalf. */
export function planRequestNews({ requestBook, councilId, personId }: Pick<Whose, 'requestBook' | 'councilId' | 'personId'>, now: Instant): readonly PlannedAlert[] {
  return requestBook.requests.flatMap((request): readonly PlannedAlert[] => {
    const last = request.history.at(-1);
    if (last === undefined || last.by === 'person' || now - last.at > newsForDays * dayMs) return [];
    const { id, what, providerName, state, askedBy, undoUntil, unit, units, partOf } = request;
    const isOthersAsking = askedBy !== undefined && request.history.length === stepsOfAsking;
    if (!isOthersAsking && (!worthTelling.includes(state) || isAtOnce(request))) return [];
    return [{ councilId, personId, kind: 'request-decided', occursAt: last.at, name: `${id}.${state}`.replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 110), thread: `request.${id}`, plannedFor: now, facts: { requestId: id, what, providerName, state, ...(partOf !== undefined && units !== undefined && { unit, units, ofUnits: partOf.units }), ...(state === 'more-asked' && { question: last.note ?? '' }), ...((state === 'more-asked' || state === 'cancelled') && { by: last.by }), ...(isOthersAsking && { askedBy: askedBy.name, undoUntil }) } }];
  });
}

/** Agreed by the rules in the very talk it was asked in: they heard it then. */
function isAtOnce({ askedAt, history }: ServiceRequest): boolean {
  const last = history.at(-1);
  return last !== undefined && last.by === 'rules' && last.at - askedAt < afterTheTalkMs;
}

function messagesWaiting({ messageBook, councilId, personId }: Whose, now: Instant): readonly PlannedAlert[] {
  return waitingMessages(messageBook).filter(({ sentAt }) => now - sentAt <= newsForDays * dayMs).map(({ id, fromName, sentAt }) => (
    { councilId, personId, kind: 'message-from-circle', occursAt: sentAt, name: id.replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 110), plannedFor: now, facts: { messageId: id, fromName } }
  ));
}
