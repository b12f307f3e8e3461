import { bundle, referred, type Referred, type Resolve } from './fhir-schemas.ts';

/** What stands in a bundle, or one resource that was sent alone; nothing of it is checked yet. */
export interface SentEntries {
  /** Absent where one resource was sent alone. */
  readonly type?: string;
  /** All that was searched for: what is not in it is not there. */
  readonly isWholePage: boolean;
  readonly entries: readonly Entry[];
}
interface Entry { readonly fullUrl?: unknown; readonly resource?: unknown }

/** The entries of a FHIR R4 bundle, or of one resource of these types; undefined where the text is neither. */
export function entriesIn(text: string, alone: readonly string[]): SentEntries | undefined {
  const sent = parsed(text);
  const whole = bundle.safeParse(sent);
  if (whole.success) {
    const { type, link = [], entry = [] } = whole.data;
    return { type, isWholePage: type === 'searchset' && !link.some(({ relation }) => relation === 'next'), entries: entry.map(entryOf) };
  }
  const { resourceType } = (sent ?? {}) as { readonly resourceType?: unknown };
  return typeof resourceType === 'string' && alone.includes(resourceType) ? { isWholePage: false, entries: [{ resource: sent }] } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Those of one type by where they stand, from 1; of one that comes more than once (a history, say) the last changed. */
export function newestOf(entries: readonly Entry[], type: string): readonly { readonly row: number; readonly sent: unknown }[] {
  const byId = new Map<string, { readonly row: number; readonly sent: unknown; readonly at: string }>();
  for (const [place, { resource }] of entries.entries()) {
    const { resourceType, id, meta } = (resource ?? {}) as { readonly resourceType?: unknown; readonly id?: unknown; readonly meta?: { readonly lastUpdated?: unknown } };
    if (resourceType !== type) continue;
    const key = typeof id === 'string' ? id : `entry ${place + 1}`;
    const at = typeof meta?.lastUpdated === 'string' ? meta.lastUpdated : '';
    const before = byId.get(key);
    if (before === undefined || at >= before.at) byId.set(key, { row: place + 1, sent: resource, at });
  }
  return [...byId.values()];
}

function entryOf(entry: unknown): Entry {
  return typeof entry === 'object' && entry !== null ? entry : {};
}

/** Finds what a reference leads to within the bundle. */
export function resolverOf(entries: readonly Entry[]): Resolve {
  const known = new Map<string, Referred>();
  for (const { fullUrl, resource } of entries) {
    const read = referred.safeParse(resource);
    if (!read.success || read.data.resourceType === 'Appointment') continue;
    if (typeof fullUrl === 'string') known.set(fullUrl, read.data);
    if (read.data.id !== undefined) known.set(`${read.data.resourceType}/${read.data.id}`, read.data);
  }
  return (reference) => {
    const to = reference?.reference ?? '';
    return known.get(to) ?? known.get(to.split('/').slice(-2).join('/'));
  };
}

/** Where a resource is not as FHIR has it. */
export function wrongIn(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string {
  return `“${(error.issues[0]?.path ?? []).map(String).join('.').slice(0, 60)}”`;
}
