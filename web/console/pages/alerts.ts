import type { Instant } from '../../../models/shared/index.ts';
import { mayDo, maySeeTopic } from '../../../models/access/index.ts';
import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

const daysShown = 7;

/** What was told in the last week: to whom, by what, why, why not, and who answered. */
export const alertsPage = personPage({
  name: 'alerts', path: '/people/:personId/alerts', rule: 'see-person',
  view: async ({ services, record, identity, now }) => {
    const zone = record.household.timeZone;
    const subject = { councilId: services.council.id, household: record.household };
    const all = (await services.alerts.ofPerson(record.personId, (now - daysShown * 86_400_000) as Instant, (now + 86_400_000) as Instant)).filter(({ topic }) => maySeeTopic(identity, record.household, topic));
    const notes = new Map(identity.kind === 'staff' ? await Promise.all(all.map(async ({ id }) => [id, (await services.desk.work({ personId: record.personId, alertId: id })).notes] as const)) : []);
    const mayAnswer = mayDo(identity, 'answer-alerts', subject);
    return { template: 'console/pages/alerts.njk', title: 'What was told', model: { mayAnswer, alerts: all.toReversed().map((alert) => ({
      ...alert, since: momentText(alert.since, zone), answered: alert.answered === undefined ? undefined : `${alert.answered.by}, ${momentText(alert.answered.at, zone)}`,
      tried: alert.tried.map(({ at, words }) => `${momentText(at, zone)}: ${words}`), why: alert.why.map(({ at, words }) => `${momentText(at, zone)}: ${words}`),
      notes: (notes.get(alert.id) ?? []).map(({ at, by, words }) => `${momentText(at, zone)}, ${by.name}: ${words}`),
    })) } };
  },
  submit: async ({ services, record, identity, form }) => {
    const alert = await services.alerts.find(record.personId, String(form['alertId'] ?? ''));
    const isCertain = alert !== undefined && maySeeTopic(identity, record.household, alert.topic) && await services.alerts.answer(record.personId, alert.id, identity);
    return { go: `/people/${record.personId}/alerts`, said: isCertain ? 'answered' : 'uncertain' };
  },
  submitRule: 'answer-alerts',
});
