import { alertsForVisitReport, answerAlert, newAlert, takeStep, usualRule, writeOutcome, type Alert, type Recipient } from '../../models/alert/index.ts';
import { visitsBetween, type CareVisit } from '../../models/care-visit/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { addDays, localDate, toInstant, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';
import { pastDays } from './past-visits.ts';

const minuteMs = 60_000;
/** The agency warned of the late visit ten minutes into it, and said half an hour. */
const warnedAfterMinutes = 10;
const lateByMinutes = 30;
const answeredAfterMinutes = 4;

/** The alerts of the last fortnight: of each visit that was late somebody was told on their screen, and answered; and what Susan was asked for Margaret three days ago. */
export function pastAlerts({ councilId, personId, visitBook: book }: Pick<PersonRecord, 'councilId' | 'personId' | 'visitBook'>, now: Instant): readonly Alert[] {
  const today = localDate(now, demonstrationZone);
  const late = visitsBetween(book, addDays(today, -pastDays), addDays(today, -1), demonstrationZone).filter(wasLate).flatMap((visit) => {
    const at = (visit.startsAt + warnedAfterMinutes * minuteMs) as Instant;
    const { lastReport: _last, ...rest } = visit;
    const before: CareVisit = { ...rest, status: 'planned' };
    return alertsForVisitReport(before, { ...before, lastReport: { at, said: 'running-late', lateByMinutes } }, { councilId, personId, book, rules: [] }, at).map((planned) => toldAndAnswered(newAlert(planned), { kind: 'person' }, 'board', at));
  });
  return [...late, ...(personId === 'margaret' ? [wordForSusan({ councilId, personId }, addDays(today, -3))] : [])];
}

/** She was asked to ring, by text, and said that she would. */
function wordForSusan(whose: Pick<PersonRecord, 'councilId' | 'personId'>, on: LocalDate): Alert {
  const at = toInstant(on, '11:00' as LocalTime, demonstrationZone);
  return toldAndAnswered(newAlert({ ...whose, kind: 'word-for-somebody', occursAt: at, name: 'ring-me', plannedFor: at, facts: { toMember: 'susan', words: 'Please ring me when you have a minute.' } }), { kind: 'member', memberId: 'susan' }, 'text', at);
}

function wasLate({ arrivedAt, startsAt }: CareVisit): boolean {
  return arrivedAt !== undefined && arrivedAt - startsAt >= lateByMinutes * minuteMs;
}

function toldAndAnswered(alert: Alert, to: Recipient, channel: 'board' | 'text', at: Instant): Alert {
  const address = { id: channel === 'board' ? 'screen' : 'phone', channel, value: 'made-up', isVerified: true } as const;
  const told = takeStep(alert, { do: 'tell', reason: 'tell-now:first', sends: [{ to, address }], rungs: 1 }, at, { leaseMs: minuteMs, ladder: usualRule(alert.kind).ladder });
  const shown = told.attempts.reduce((each, { id, fence }) => writeOutcome(each, { attemptId: id, fence }, { kind: channel === 'board' ? 'shown' : 'accepted' }, at), told);
  const answered = answerAlert(shown, { by: to, word: 'ok', at: (at + answeredAfterMinutes * minuteMs) as Instant, through: channel });
  return answered.kind === 'refused' ? shown : answered.alert;
}
