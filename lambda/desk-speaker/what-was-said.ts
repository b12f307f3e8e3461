import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { DynamicEntities, Understanding } from '../../skill/understand/index.ts';
import { expectedIntents } from './expected-intents.ts';
import type { DeskRequest } from './alexa-envelope.ts';

export interface Heard {
  readonly request: Exclude<DeskRequest, { kind: 'press' }>;
  readonly intent: string;
  readonly slots: readonly { readonly name: string; readonly value: string; readonly id?: string }[];
  readonly confidence: number;
}

/** Words become one of Alexa's requests, as Amazon would make it: "open my care" opens, "ask my care …" asks at once. */
export async function whatWasSaid(text: string, understanding: Understanding, now: { today: LocalDate; now: LocalTime }, pending: unknown, entities?: DynamicEntities): Promise<Heard> {
  const words = text.trim().replace(/^(?:alexa|echo|computer)[,.!]?\s+/i, '');
  if (/^(?:(?:open|launch|start|talk to|speak to|begin|load) )?my care[.!]?$/i.test(words)) return { request: { kind: 'launch' }, intent: 'Launch', slots: [], confidence: 1 };
  const asked = words.replace(/^(?:ask|tell|use|open) my care\s*(?:to|for|about|and)?\s+/i, '');
  const understood = await understanding.understand(asked, { ...now, expecting: expectedIntents(pending), ...(entities !== undefined && { entities }) });
  return {
    request: { kind: 'intent', name: understood.intent, slots: understood.slots, confidence: understood.confidence, guesses: understood.guesses },
    intent: understood.intent, confidence: understood.confidence,
    slots: Object.values(understood.slots).flatMap((slot) => {
      const id = slot.resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id;
      return slot.value === undefined ? [] : [{ name: slot.name, value: slot.value, ...(id !== undefined && { id }) }];
    }),
  };
}
