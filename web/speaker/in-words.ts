import type { Said } from './conversation-port.ts';

/** How an answer came about, in words for somebody looking over the person's shoulder. */
export function inWords(said: Said): { readonly intent: string; readonly confidence: string; readonly took: string; readonly slots: readonly { readonly name: string; readonly value: string }[] } {
  return {
    intent: sentence(said.intent.replace(/^AMAZON\./, '').replace(/Intent$/, '')),
    confidence: confidenceInWords(said.confidence),
    took: said.tookMs < 10 ? 'under a hundredth of a second' : `${(said.tookMs / 1000).toFixed(said.tookMs < 1000 ? 2 : 1)} seconds`,
    slots: said.slots.map(({ name, value }) => ({ name: sentence(name), value })),
  };
}

function confidenceInWords(confidence: number): string {
  if (confidence >= 0.85) return 'very sure';
  if (confidence >= 0.6) return 'fairly sure';
  return confidence >= 0.35 ? 'not very sure' : 'a guess';
}

/** `NextVisit` and `next_visit` are both "Next visit". */
function sentence(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll(/[_.-]+/g, ' ').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
