import { actorOf, mayDo } from '../../../models/access/index.ts';
import { newAlert } from '../../../models/alert/index.ts';
import { visitsBetween, workersOf } from '../../../models/care-visit/index.ts';
import { feedbackRatings, recordFeedback, themeOf, type Feedback } from '../../../models/outcome/index.ts';
import { addDays, localDate, type Instant } from '../../../models/shared/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { textIn } from '../form-text.ts';
import { themeText } from '../goal-words.ts';
import { personPage, type Fault } from '../page.ts';
import { dateText, timeText } from '../words.ts';

const longestWords = 300;
const daysBack = 7;
const ratingText = { good: 'Good', 'all-right': 'All right', 'not-good': 'Not good' } as const;

/** How visits and services went, in people's own words: the person's, and, as their own view and seen by nobody else's family, that of whoever may know of the visits. */
export const feedbackPage = personPage({
  name: 'feedback', path: '/people/:personId/feedback', rule: 'see-feedback', submitRule: 'give-feedback',
  view: ({ services, record, identity, form, now }) => {
    const { outcomeBook, household } = record;
    const mine = (each: Feedback) => identity.kind !== 'carer' || each.by?.id === actorOf(identity);
    const id = textIn(form['id']);
    return Promise.resolve({ template: 'console/pages/feedback.njk', title: 'How it went', model: {
      mayGive: mayDo(identity, 'give-feedback', { councilId: services.council.id, household }), isOwn: identity.kind === 'person', adviser: household.council.adviser,
      id: /^feedback-[0-9a-f-]{36}$/.test(id) ? id : `feedback-${services.newId()}`,
      about: aboutChoices(record, now).map(({ value, name }) => ({ value, text: name })), ratings: feedbackRatings.map((value) => ({ value, text: ratingText[value] })),
      values: { about: textIn(form['about']), rating: textIn(form['rating']), words: textIn(form['words']), ring: textIn(form['ring']) },
      rows: outcomeBook.feedback.filter(mine).toReversed().map((each) => [
        { text: dateText(localDate(each.at, household.timeZone)) }, { text: each.about.name }, { text: each.rating === undefined ? '' : ratingText[each.rating] }, { text: each.words }, { text: each.theme === undefined ? '' : themeText[each.theme].title }, { text: each.by?.name ?? household.name.preferred },
      ]),
    } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const id = textIn(form['id']);
    const about = aboutChoices(record, now).find(({ value }) => value === form['about'])?.about;
    const rating = feedbackRatings.find((each) => each === form['rating']);
    const words = textIn(form['words']);
    const faults: readonly Fault[] = [
      ...(about === undefined ? [{ field: 'about', message: 'Choose what it is about' }] : []),
      ...(rating === undefined && words === '' ? [{ field: 'rating', message: 'Choose how it was, or say it in your own words' }] : []),
      ...(words.length > longestWords ? [{ field: 'words', message: `Say it in at most ${longestWords} letters` }] : []),
      ...(/^feedback-[0-9a-f-]{36}$/.test(id) ? [] : [{ field: 'words', message: 'Send it once more: the form was not whole' }]),
    ];
    if (about === undefined || faults.length > 0) return { faults };
    const feedback: Feedback = { id, about, words, at: now, theme: themeOf(words, about), ...(rating !== undefined && { rating }), ...(identity.kind !== 'person' && { by: { id: actorOf(identity), name: identity.name } }) };
    const { councilId, personId } = record;
    const alerts = form['ring'] === 'yes' && identity.kind === 'person' ? [{ after: newAlert({ councilId, personId, kind: 'ring-wanted', occursAt: now, name: id, plannedFor: now, facts: { isAsked: true } }) }] : [];
    const saved = await services.records.save(record, { idempotencyKey: id, at: now, outcomeBook: recordFeedback(record.outcomeBook, feedback), alerts, audit: [{ action: 'feedback-kept', by: actorOf(identity), about: about.kind }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'words', message: 'Something changed while you were writing, so nothing was kept. Send it once more' }] };
    if (alerts.length > 0) services.requests.wake();
    return { go: `/people/${personId}/feedback`, said: saved.kind === 'unknown' ? 'uncertain' : 'thanks' };
  },
});

/** The visits of the last week, the newest first; services that were given; and anything else. */
function aboutChoices({ visitBook, requestBook, household: { timeZone } }: PersonRecord, now: Instant): readonly { readonly value: string; readonly name: string; readonly about: Feedback['about'] }[] {
  const today = localDate(now, timeZone);
  const visits = visitsBetween(visitBook, addDays(today, -daysBack), today, timeZone).filter(({ startsAt, status }) => startsAt <= now && status !== 'cancelled').toReversed();
  const services = requestBook.requests.filter(({ state }) => state === 'delivered' || state === 'paid').toReversed();
  return [
    ...visits.slice(0, 12).map((visit) => {
      const name = `The visit on ${dateText(visit.on)} at ${timeText(visit.from)}, ${workersOf(visitBook, visit)}`;
      return { value: `visit:${visit.id}`, name, about: { kind: 'visit' as const, id: visit.id, name } };
    }),
    ...services.slice(0, 8).map(({ id, what, serviceName }) => ({ value: `service:${id}`, name: `${what} with ${serviceName}`, about: { kind: 'service' as const, id, name: `${what} with ${serviceName}` } })),
    { value: 'general', name: 'Something else', about: { kind: 'general', name: 'Something else' } },
  ];
}
