import { tell, type Answer } from '../answer.ts';
import type { SlotBag } from '../slots.ts';
import { ownEntry } from '../own-entry.ts';
import { facts } from './facts.ts';

/** "What is a direct payment?" A plain explanation and where it comes from. General information, for anybody. */
export function explain(slots: SlotBag): Answer {
  const subject = slots['subject'];
  const fact = ownEntry(facts, subject?.id);
  if (fact === undefined) return tell('I can explain a direct payment, a personal budget, or a support plan.', 'Say: what is a direct payment.');
  return { ...tell(...fact.words, `That’s from ${fact.source}.`), screen: { kind: 'detail', title: fact.title, lines: [...fact.words, `From ${fact.source}.`] } };
}
