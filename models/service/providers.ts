import type { CatalogueLine } from './catalogue.ts';

/** Whoever offers services, and what staff may have to see to of theirs. */
interface Provider {
  readonly id: string;
  readonly name: string;
  /** Those that are open. */
  readonly services: number;
  readonly approved: number;
  readonly stale: number;
  readonly closed: number;
}

/** The providers of a catalogue by name, with how many services each has. */
export function providersOf(lines: readonly CatalogueLine[]): readonly Provider[] {
  const byId = new Map<string, Provider>();
  for (const { provider: { id, name }, isApproved, isStale, isClosed } of lines) {
    const { services, approved, stale, closed } = byId.get(id) ?? { services: 0, approved: 0, stale: 0, closed: 0 };
    const counts = isClosed ? { services, approved, stale, closed: closed + 1 } : { services: services + 1, approved: approved + Number(isApproved), stale: stale + Number(isStale), closed };
    byId.set(id, { id, name, ...counts });
  }
  return [...byId.values()].sort((one, other) => byName.compare(one.name, other.name));
}

const byName = new Intl.Collator('en-GB');
