import { alertKinds, type BoardAlert, type Wording } from '../../models/alert/index.ts';
import { isAwaited, isComing, nextVisit, visitsOn, type CareVisit } from '../../models/care-visit/index.ts';
import { instruments, isTooYoungFor } from '../../models/outcome/index.ts';
import { waitingMessages } from '../../models/message/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { addDays, localDate, toInstant, type Instant } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import { upperFirst, workerWords } from '../../skill/care-visit/speech.ts';
import { countWord, timeOfDayWords, timeWords, whenWords } from '../../skill/words/index.ts';

/** What a screen may show to whoever is in the room. */
export type Shows = 'names' | 'nothing-private';

/** What a board shows while nothing has happened: made anew each time, kept nowhere but on the screen itself. */
export interface BoardState {
  /** When this was so. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly next?: { readonly who: string; readonly when: string; readonly startsAt: string };
  readonly later: readonly string[];
  readonly message?: string;
  /** The questions about how life is going can be asked for here; `of` names them where names may be shown. */
  readonly mayAsk?: { readonly of?: string };
  /** The newest alert that still waits for an answer here. */
  readonly alert?: ShownAlert;
  /** It will read otherwise from here on: ask again. */
  readonly changesAt: string;
}

export interface ShownAlert extends Pick<Wording, 'title' | 'answers'> { readonly id: string; readonly text: string; readonly urgency: BoardAlert['urgency'] }

const mostLater = 3;
const longestStaleMs = 5 * 60_000;

export function boardState(record: PersonRecord, shows: Shows, now: Instant): BoardState {
  const { visitBook: book, household, messageBook } = record;
  const zone = household.timeZone;
  const today = localDate(now, zone);
  const isOpen = shows === 'names' && household.privacy.answers === 'open';
  const who = (visit: CareVisit) => (isOpen ? upperFirst(workerWords(book, visit)) : 'A visit');
  const here = visitsOn(book, today, zone).find(({ status }) => status === 'started' || status === 'part-started');
  const next = nextVisit(book, now, zone);
  const later = visitsOn(book, today, zone).filter((visit) => isComing(visit) && isAwaited(visit) && visit.startsAt > now && visit.id !== next?.id);
  const waiting = waitingMessages(messageBook).length;
  const alert = record.alertBoard.alerts.findLast((each) => each.isOpen && each.isForPerson && alertKinds[each.kind].needsAnswer);
  return {
    asOf: iso(now), timeZone: zone,
    ...(next !== undefined && { next: { who: who(next), when: upperFirst(whenWords(next.on, next.from, today)), startsAt: iso(next.startsAt) } }),
    later: later.slice(0, mostLater).map((visit) => `${who(visit)}, ${next?.on === today ? timeWords(visit.from) : timeOfDayWords(visit.from)}`),
    ...messageWords(here === undefined ? undefined : `${who(here)}${isOpen ? ' is here now' : ' is under way'}.`, waiting),
    ...(household.left === undefined && !isTooYoungFor(instruments.ons4, household.bornOn, today) && { mayAsk: isOpen ? { of: household.name.preferred } : {} }),
    ...(alert !== undefined && { alert: { id: alert.id, urgency: alert.urgency, ...shownOf(wordingOf(alert, record, { kind: 'person' }, now, false), shows) } }),
    changesAt: iso(Math.min(now + longestStaleMs, next?.endsAt ?? Infinity, toInstant(addDays(today, 1), '00:00' as never, zone)) as Instant),
  };
}

/** Words for a screen that others may read. */
export function shownOf({ title, spoken, discreet, answers }: Wording, shows: Shows): Pick<ShownAlert, 'title' | 'text' | 'answers'> {
  return shows === 'names' ? { title, text: spoken, answers } : { title: 'A message for you', text: `${upperFirst(discreet.replace(/^My Care: /, ''))} Ask My Care to hear it.`, answers };
}

function messageWords(here: string | undefined, waiting: number): Pick<BoardState, 'message'> {
  if (here !== undefined) return { message: here };
  return waiting === 0 ? {} : { message: `You have ${waiting === 1 ? 'a message' : `${countWord(waiting)} messages`}. Say: any messages.` };
}

const iso = (at: Instant): string => new Date(at).toISOString();
