import { emptyBoard, newAlert, type Alert, type Channel, type Delivery } from '../models/alert/index.ts';
import { usualPassport } from '../models/household/index.ts';
import { councilId, instant, personId, type Instant } from '../models/shared/index.ts';
import { alertKnowledge } from '../lambda/alerts/alert-knowledge.ts';
import { alertEngine, type Engine } from '../lambda/alerts/engine.ts';
import type { EngineParts } from '../lambda/alerts/engine-parts.ts';
import { alertStore } from '../lambda/store/alert-store.ts';
import type { NewPerson } from '../lambda/store/create-person.ts';
import type { Table } from '../lambda/store/table.ts';

const harrow = councilId('harrow');
const reach = { person: [{ id: 'chime', channel: 'chime' as const, value: 'x', isVerified: true }], members: {} };

/** The alert engine on a store, with one channel that takes everything at once and tells when it did. */
export function engineOver(table: Table, sent: (delivery: Delivery) => void): { readonly engine: Engine; readonly parts: EngineParts } {
  const channel: Channel = { name: 'chime', proves: ['accepted'], send: (delivery) => { sent(delivery); return Promise.resolve({ kind: 'accepted' }); } };
  const store = alertStore(table);
  const parts: EngineParts = {
    council: harrow, table, clock: () => instant(Date.now()), knows: alertKnowledge, wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }), channels: { chime: channel },
    store: { ...store, whomToTell: async (council, person) => { const found = await store.whomToTell(council, person); return found && { ...found, reach }; } },
    councils: () => Promise.resolve({ rules: [], desk: [], zone: 'Europe/London' }), log: { event: () => undefined, fault: (code, _about, cause) => { throw new Error(code, { cause }); } },
  };
  return { parts, engine: alertEngine(parts, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() }) };
}

export function reminderOf(person: string, name: string, at: Instant): Alert {
  return newAlert({ councilId: harrow, personId: personId(person), kind: 'on-the-way', occursAt: at, name, plannedFor: at, expiresAt: (at + 3_600_000) as Instant });
}

export function somebody(name: string): NewPerson {
  const id = personId(name);
  return {
    personId: id, councilId: harrow, budget: undefined, entries: [], requestBook: { requests: [] }, outcomeBook: { goals: [], excluded: [], feedback: [] }, jobBook: { jobs: [] }, messageBook: { forPerson: [], wordLeft: [] }, alertBoard: emptyBoard, unfinished: undefined,
    household: {
      personId: id, councilId: harrow, name: { full: name, preferred: name }, timeZone: 'Europe/London', passport: usualPassport, privacy: { answers: 'open', wrongTries: 0 }, interests: [], area: { name: 'Harrow' }, circle: [],
      council: { name: 'Harrow', phone: '01632 960100', careLinePhone: '01632 960111', adviser: 'Tom', adviserAnswersWithinWorkingDays: 2 },
    },
    visitBook: { provider: { id: 'b', name: 'B', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 }, workers: [], rounds: [], visits: [], backupPlan: { tellAfterMinutes: 30, tell: [] }, changeRequests: [] },
  };
}
