// Raises an alert beside a talk and lets it come due, told by nothing but the talk itself.
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import { alertEngine } from '../../lambda/alerts/engine.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import type { AlertFacts, AlertKind, Delivery } from '../../models/alert/index.ts';
import { councilId, instant, personId } from '../../models/shared/index.ts';
import type { Talk } from './conversation.ts';

/** The engine on a talk's own store and clock; whatever it sends is taken and kept. */
export function engineBeside({ services: { table, clock } }: Pick<Talk, 'services'>) {
  const sent: Delivery[] = [];
  const send = (delivery: Delivery) => { sent.push(delivery); return Promise.resolve({ kind: 'accepted' as const }); };
  const store = alertStore(table);
  const parts = {
    council: councilId('harrow'), table, store, clock, knows: alertKnowledge, wait: () => new Promise<void>(() => undefined), log: { event: () => undefined, fault: (code: string, _facts: object, cause: unknown) => { throw new Error(code, { cause }); } },
    channels: { text: { name: 'text' as const, proves: [], send }, board: { name: 'board' as const, proves: [], send }, desk: { name: 'desk' as const, proves: [], send } },
    councils: () => Promise.resolve({ rules: [], zone: 'Europe/London', desk: [{ id: 'desk', channel: 'desk' as const, value: 'desk', isVerified: true }] }),
  };
  const engine = alertEngine(parts, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() });
  return { sent, store, tick: async () => engine.tick(), desk: alertDesk({ ...parts, wait: () => Promise.resolve() }, () => undefined) };
}

/** Something becomes due now for the person of the talk. */
export async function comesDue(talk: Pick<Talk, 'services'>, { kind, name, facts, person = 'margaret' }: { readonly kind: AlertKind; readonly name: string; readonly facts: AlertFacts; readonly person?: string }): Promise<ReturnType<typeof engineBeside>> {
  const engine = engineBeside(talk);
  const now = instant(talk.services.clock());
  const council = councilId('harrow');
  await engine.store.saveReach(council, personId(person), (reach) => ({ ...reach, person: [{ id: 'tv', channel: 'board', value: 'tv', isVerified: true }], members: { ...reach.members, susan: [{ id: 'susan-phone', channel: 'text', value: '+447700900123', isVerified: true }] } }));
  await engine.desk.raise({ councilId: council, personId: personId(person), kind, name, occursAt: now, plannedFor: now, facts });
  await engine.tick();
  return engine;
}
