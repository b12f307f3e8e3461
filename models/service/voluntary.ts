import type { Service } from './service.ts';

/**
 * Whether volunteers or a charity run it: a registered charity number (GB-CHC, GB-SC, GB-NIC), or its own words saying so.
 * A passing "volunteer with us" is not enough.
 */
export function isRunByVolunteers(service: Service): boolean {
  const { organization } = service;
  if (organization?.organization_identifiers?.some(({ identifier_scheme: scheme }) => charityRegisters.has(scheme ?? ''))) return true;
  const terms = [...(service.attributes ?? []), ...(organization?.attributes ?? [])].map((attribute) => attribute.taxonomy_term?.name ?? '');
  if (terms.some((term) => /\bvoluntary\b|\bcharit(?:y|able)\b/i.test(term))) return true;
  return [service.description, organization?.description].some((text) => ownWords.test((text ?? '').slice(0, 600)));
}

const charityRegisters: ReadonlySet<string> = new Set(['GB-CHC', 'GB-SC', 'GB-NIC']);
const ownWords = /\b(?:run|led|staffed|provided|given|done|delivered|driven) by (?:\w+ ){0,2}volunteers\b|\bour volunteers\b|\bregistered charity\b|\b(?:is|are) an? (?:\w+ ){0,2}(?:charity|voluntary (?:group|organisation))\b|\bby volunteers\b/i;
