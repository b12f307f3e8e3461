import { longestDeskNote } from '../../../models/alert/index.ts';
import type { PersonId } from '../../../models/shared/index.ts';
import { page } from '../page.ts';
import { london, momentText } from '../words.ts';

const mostShown = 60;
const whatText = { alert: 'An alert', plan: 'Somebody’s coming days', device: 'A device', 'request-expiry': 'The end of a request', figures: 'The adding up of figures' } as const;
const noteFaults = { empty: 'Enter what you found out', 'too-long': `A note has ${longestDeskNote} letters at most`, 'too-many': 'There are 50 notes already. Close this alert, and keep the rest in your own records', uncertain: 'It is not certain that this was kept. Try again in a minute' } as const;

/** The staffed desk: what is open, the urgent first, with who has it in hand and what was tried; one press answers for everybody. */
export const deskPage = page({
  name: 'desk', path: '/desk', rule: 'work-desk',
  view: async ({ services, now, identity, form }) => {
    const [alerts, setAside] = await Promise.all([services.desk.open(), services.desk.setAside()]);
    const sorted = alerts.toSorted((one, other) => Number(other.isUrgent) - Number(one.isUrgent) || one.since - other.since);
    const shown = await Promise.all(sorted.slice(0, mostShown).map(async ({ work: { inHand, notes }, ...alert }) => {
      const record = alert.personId === undefined ? undefined : await services.records.byPerson(services.council.id, alert.personId);
      const phones = record?.household.circle.filter(({ stoppedAt, phone }) => stoppedAt === undefined && phone !== undefined).map(({ name, relationship, phone }) => `${name}, ${relationship}: ${phone ?? ''}`) ?? [];
      return {
        ...alert, name: record?.household.name.full, minutes: Math.max(0, Math.floor((now - alert.since) / 60_000)), since: momentText(alert.since, london), tried: alert.tried.map(({ at, words }) => `${momentText(at, london)}: ${words}`), phones,
        isOwn: inHand?.by.id === identity.id, inHand: inHand === undefined ? undefined : momentText(inHand.at, london), holder: inHand?.by.name,
        notes: notes.map(({ by, at, words }) => `${momentText(at, london)}, ${by.name}: ${words}`), typed: form['alertId'] === alert.id ? form['note'] : undefined,
      };
    }));
    return { template: 'console/pages/desk.njk', title: 'Desk', model: { alerts: shown, count: alerts.length, at: momentText(now, london), setAside: setAside.map(({ id, since, what }) => ({ id, since: momentText(since, london), what: whatText[what] })) } };
  },
  submit: async ({ services, identity, form }) => {
    const personId = typeof form['personId'] === 'string' && form['personId'] !== '' ? (form['personId'] as PersonId) : undefined;
    const of = { personId, alertId: String(form['alertId'] ?? '') };
    const by = { id: identity.id, name: identity.name };
    if (form['do'] === 'again') return { go: '/desk', said: await services.desk.tryAgain(String(form['id'] ?? '')) ? 'tried-again' : 'uncertain' };
    if (await services.alerts.find(personId, of.alertId) === undefined) return { go: '/desk', said: 'uncertain' };
    switch (form['do']) {
      case 'take': return { go: '/desk', said: await services.desk.takeInHand(of, by) ? 'in-hand' : 'uncertain' };
      case 'let-go': return { go: '/desk', said: await services.desk.letGo(of, by) ? 'let-go' : 'uncertain' };
      case 'note': {
        const noted = await services.desk.note(of, by, String(form['note'] ?? ''));
        return noted === 'noted' ? { go: '/desk', said: 'kept' } : { faults: [{ field: `note-${of.alertId}`, message: noteFaults[noted] }] };
      }
      default: return { go: '/desk', said: await services.alerts.answer(personId, of.alertId, identity) ? 'answered' : 'uncertain' };
    }
  },
});
