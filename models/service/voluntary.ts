import type { Service } from './service.ts';

/** Who gives their time or money to it: `volunteers` do the work; a `charity` runs it, perhaps with paid staff. */
export type RunBy = 'volunteers' | 'charity';

/**
 * Whether volunteers or a charity run it, by its own words, its terms or a charity number (GB-CHC, GB-SC, GB-NIC).
 * A passing "volunteer with us" is not enough. Undefined: neither, as far as the record says.
 */
export function runBy(service: Service): RunBy | undefined {
  const { organization } = service;
  const texts = [service.description, organization?.description].map((text) => (text ?? '').slice(0, lettersRead));
  if (texts.some((text) => volunteersWords.test(text))) return 'volunteers';
  const terms = [...(service.attributes ?? []), ...(organization?.attributes ?? [])].map((attribute) => attribute.taxonomy_term?.name ?? '');
  const isOnRegister = organization?.organization_identifiers?.some(({ identifier_scheme: scheme }) => charityRegisters.has(scheme ?? '')) ?? false;
  return isOnRegister || terms.some((term) => charityTerms.test(term)) || texts.some((text) => charityWords.test(text)) ? 'charity' : undefined;
}

const lettersRead = 600;
const charityRegisters: ReadonlySet<string> = new Set(['GB-CHC', 'GB-SC', 'GB-NIC']);
const charityTerms = /\bvoluntary\b|\bcharit(?:y|able)\b/i;
const charityWords = /\bregistered charity\b|\b(?:is|are) an? (?:\w+ ){0,2}(?:charity|voluntary (?:group|organisation))\b/i;
const volunteersWords = /\bby (?:\w+ ){0,2}volunteers\b|\b(?:a|our|two) (?:\w+ )?volunteers? (?!with us)|^volunteers /i;
