import { actorOf, mayDo } from '../../../models/access/index.ts';
import { isComing, visitById, visitsBetween, workersOf } from '../../../models/care-visit/index.ts';
import { jobKinds, longestJobWords, offerJob, type OfferRefusal } from '../../../models/job/index.ts';
import { addDays, isLocalTime, localDate } from '../../../models/shared/index.ts';
import { dateIn, dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { jobDoer, jobKindText } from '../job-words.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { timeText, weekdayText } from '../words.ts';

const daysOfVisits = 14;

/** Asks the circle for something: what, on which day, and with which visit it goes. */
export const offerJobPage = personPage({
  name: 'offer-job', path: '/people/:personId/jobs/new', rule: 'share-jobs',
  view: (asked) => {
    const { services, form } = asked;
    const visits = visitsOffered(asked);
    return Promise.resolve({ template: 'console/pages/offer-job.njk', title: 'Ask for something', model: {
      id: idIn(form['id']) ?? services.newId(), longest: longestJobWords, values: { kind: textIn(form['kind']), words: textIn(form['words']), at: textIn(form['at']) },
      kinds: jobKinds.map((kind) => ({ value: kind, text: jobKindText[kind], checked: form['kind'] === kind })),
      dates: (isFaulty: boolean) => dateItems(form, 'on', undefined, isFaulty),
      visits: visits.length === 0 ? [] : [{ value: '', text: 'None' }, ...visits.map(({ id, text }) => ({ value: id, text, selected: form['visit'] === id }))],
    } });
  },
  submit: async (asked) => {
    const { services, record, identity, form, now } = asked;
    const zone = record.household.timeZone;
    const visit = visitsOffered(asked).some(({ id }) => id === form['visit']) ? visitById(record.visitBook, textIn(form['visit']), zone) : undefined;
    const [kind, words, typed, time, doer] = [jobKinds.find((each) => each === form['kind']), textIn(form['words']).replaceAll(/\s+/g, ' '), dateIn(form, 'on'), textIn(form['at']), jobDoer(identity, record)];
    const on = typed ?? visit?.on;
    const faults: Fault[] = [
      ...(kind === undefined ? [{ field: 'kind', message: 'Choose what kind of help it is' }] : []),
      ...(on === 'no-date' ? [{ field: 'on-day', message: 'Enter a real day, like 8 12 2026' }] : []),
      ...(on === undefined ? [{ field: 'on-day', message: textIn(form['visit']) !== '' && visit === undefined ? 'That visit has moved or is over. Enter the day' : 'Enter the day' }] : []),
      ...(time !== '' && !isLocalTime(time) ? [{ field: 'at', message: 'Enter a time, like 10:30, or leave it empty' }] : []),
    ];
    const at = isLocalTime(time) ? time : typed === undefined ? visit?.from : undefined;
    if (kind === undefined || on === undefined || on === 'no-date' || doer === undefined || faults.length > 0) return { faults: [...faults, ...wordsFaults(words)] };
    const offer = { id: `job-${idIn(form['id']) ?? services.newId()}`, kind, words, on, ...(at !== undefined && { at }), ...(visit !== undefined && { visitId: visit.id }) };
    const result = await services.jobs.change(record.personId, actorOf(identity), 'offered', (current) => {
      const decided = offerJob(current.jobBook, offer, { by: doer, at: now, zone });
      return decided.kind === 'refused' ? { refused: decided.reasons } : decided;
    });
    if (result.kind === 'refused') return { faults: result.refused.map((reason) => refusals[reason]) };
    return { go: `/people/${record.personId}/jobs`, said: result.kind === 'unknown' ? 'uncertain' : 'job-offered' };
  },
});

const refusals: Readonly<Record<OfferRefusal, Fault>> = {
  'no-words': { field: 'words', message: 'Enter what it is, like “a lift to the foot clinic”' },
  'too-long': { field: 'words', message: `Say it in at most ${longestJobWords} letters: it may be read aloud` },
  'day-over': { field: 'on-day', message: 'That day is over. Enter today, or a day to come' },
  'too-far-ahead': { field: 'on-day', message: 'Enter a day within a year from now' },
  'too-many': { field: 'words', message: 'There are 40 jobs to do already. Say first of some that they are done, or not needed any more' },
};

function wordsFaults(words: string): readonly Fault[] {
  return words === '' ? [refusals['no-words']] : words.length > longestJobWords ? [refusals['too-long']] : [];
}

/** The visits of the next fortnight, for those who may know of them: a job may go with one. */
function visitsOffered({ services, record, identity, now }: Asked<'see-person'>): readonly { readonly id: string; readonly text: string }[] {
  const { household, visitBook } = record;
  if (!mayDo(identity, 'see-visits', { councilId: services.council.id, household })) return [];
  const today = localDate(now, household.timeZone);
  return visitsBetween(visitBook, today, addDays(today, daysOfVisits), household.timeZone).filter((visit) => isComing(visit) && visit.startsAt > now).map((visit) => (
    { id: visit.id, text: `${weekdayText(visit.on)}, ${timeText(visit.from)}: ${workersOf(visitBook, visit)}` }
  ));
}

/** The page's own mark, so that a form sent twice asks once. */
function idIn(value: Asked['form'][string] | undefined): string | undefined {
  const id = textIn(value);
  return /^[A-Za-z0-9-]{8,60}$/.test(id) ? id : undefined;
}
