import type { Channel } from '../../models/alert/index.ts';

/** Phones that no network stands behind, for the demonstration: the page shows what each would have been sent. Never in production. */
export function demonstrationPhones(): readonly Channel[] {
  return (['text', 'email'] as const).map((name): Channel => ({ name, proves: ['accepted', 'answered'], send: () => Promise.resolve({ kind: 'accepted' }) }));
}
