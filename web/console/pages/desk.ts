import type { PersonId } from '../../../models/shared/index.ts';
import { page } from '../page.ts';
import { london, momentText } from '../words.ts';

/** The staffed desk: what is open, the urgent first, with what was tried; one press answers for everybody. */
export const deskPage = page({
  name: 'desk', path: '/desk', rule: 'work-desk',
  view: async ({ services, now }) => {
    const alerts = await services.alerts.onDesk();
    const sorted = alerts.toSorted((one, other) => Number(other.isUrgent) - Number(one.isUrgent) || one.since - other.since);
    const shown = await Promise.all(sorted.slice(0, 60).map(async (alert) => {
      const record = alert.personId === undefined ? undefined : await services.records.byPerson(services.council.id, alert.personId);
      const phones = record?.household.circle.filter(({ stoppedAt, phone }) => stoppedAt === undefined && phone !== undefined).map(({ name, relationship, phone }) => `${name}, ${relationship}: ${phone ?? ''}`) ?? [];
      return { ...alert, name: record?.household.name.full, minutes: Math.max(0, Math.floor((now - alert.since) / 60_000)), since: momentText(alert.since, london), tried: alert.tried.map(({ at, words }) => `${momentText(at, london)}: ${words}`), phones };
    }));
    return { template: 'console/pages/desk.njk', title: 'Desk', model: { alerts: shown, count: alerts.length, at: momentText(now, london) } };
  },
  submit: async ({ services, identity, form }) => {
    const personId = typeof form['personId'] === 'string' && form['personId'] !== '' ? (form['personId'] as PersonId) : undefined;
    const isCertain = await services.alerts.answer(personId, String(form['alertId'] ?? ''), identity);
    return { go: '/desk', said: isCertain ? 'answered' : 'uncertain' };
  },
});
