import type { Manifest } from './addresses.ts';

/** The shop page and the privacy answers, the same British text for each English that a device here may be set to. */
export function inEveryEnglish(envelope: Manifest, locales: readonly string[]): Manifest {
  const copy = structuredClone(envelope);
  for (const part of [copy.manifest?.publishingInformation?.locales, copy.manifest?.privacyAndCompliance?.locales]) {
    const british = part?.['en-GB'];
    if (part === undefined || british === undefined) continue;
    for (const locale of locales) Object.assign(part, { [locale]: british });
  }
  return copy;
}

/** Every text that is given by locale, for the other Englishes as well. */
export function withEveryEnglish(value: unknown, locales: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withEveryEnglish(each, locales));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inside]) => [name, withEveryEnglish(inside, locales)] as const);
  const british = fields.find(([name]) => name === 'en-GB');
  return Object.fromEntries(british === undefined ? fields : [...fields, ...locales.map((locale) => [locale, british[1]] as const)]);
}
