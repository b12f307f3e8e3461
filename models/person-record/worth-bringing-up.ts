import { goesBackSoon, type FourFacts } from '../budget/index.ts';
import { nextVisit, type CareVisit } from '../care-visit/index.ts';
import { isBroughtUpToday, waitingMessages, type MessageForPerson } from '../message/index.ts';
import { localDate, type Instant } from '../shared/index.ts';
import type { PersonRecord } from './person-record.ts';

export type WorthBringingUp =
  | { readonly kind: 'visit'; readonly id: string; readonly visit: CareVisit }
  | { readonly kind: 'message'; readonly id: string; readonly message: MessageForPerson }
  | { readonly kind: 'taken-back'; readonly id: string; readonly facts: NonNullable<FourFacts['takenBack']> };

/**
 * What a person would want to know without asking, the most pressing first: a visit within the hour, a message that
 * waits, money that goes back within ten weeks. Nothing that was brought up today already.
 */
export function worthBringingUp(record: PersonRecord, now: Instant, zone: string): readonly WorthBringingUp[] {
  const all = [...visitSoon(record, now, zone), ...messageWaiting(record), ...moneyGoingBack(record, now, zone)];
  return all.filter(({ id }) => !isBroughtUpToday(record.messageBook, id, now, zone));
}

const soonMinutes = 60;

function visitSoon({ visitBook }: PersonRecord, now: Instant, zone: string): readonly WorthBringingUp[] {
  const visit = nextVisit(visitBook, now, zone);
  const isSoon = visit !== undefined && visit.startsAt > now && visit.startsAt - now <= soonMinutes * 60_000;
  return isSoon ? [{ kind: 'visit', id: `visit-${visit.id}`, visit }] : [];
}

function messageWaiting({ messageBook }: PersonRecord): readonly WorthBringingUp[] {
  const [message] = waitingMessages(messageBook);
  return message === undefined ? [] : [{ kind: 'message', id: `message-${message.id}`, message }];
}

function moneyGoingBack({ budget }: PersonRecord, now: Instant, zone: string): readonly WorthBringingUp[] {
  if (budget === undefined) return [];
  const takenBack = goesBackSoon(budget, localDate(now, zone));
  return takenBack === undefined ? [] : [{ kind: 'taken-back', id: `taken-back-${takenBack.on}`, facts: takenBack }];
}
