import { groupRows, type FileRefused, type IncomingRow, type ReadFile, type RowFault, type VisitSource } from '../../../models/visits-in/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { appointment, bundle, referred, type Appointment, type Referred, type Resolve } from './fhir-schemas.ts';
import { rowOf } from './appointment-row.ts';

interface Reading { readonly source: Pick<VisitSource, 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant }

const mostEntries = 20_000;

/** Visits from FHIR R4: a bundle (a page that was searched for, a message, a collection) or one Appointment. Each entry is checked by itself. */
export function readFhir(text: string, reading: Reading): (ReadFile & { readonly kind: 'read' }) | FileRefused {
  const sent = parsed(text);
  const whole = bundle.safeParse(sent);
  const alone = whole.success ? undefined : (sent as { readonly resourceType?: unknown } | null)?.resourceType === 'Appointment' ? sent : undefined;
  if (!whole.success && alone === undefined) return { kind: 'refused', what: 'The file is neither a FHIR bundle nor an Appointment', mend: 'Send a Bundle with Appointment resources, as JSON (FHIR R4)' };
  const found = whole.success ? whole.data : undefined;
  if (found?.type === 'document') return { kind: 'refused', what: 'It is a document, which holds no appointments', mend: 'Send a searchset or a message' };
  const entries = (found === undefined ? [{ resource: alone }] : found.entry ?? []).map(entryOf);
  if (entries.length > mostEntries) return { kind: 'refused', what: `There are more than ${mostEntries.toLocaleString('en-GB')} entries`, mend: 'Send fewer at a time' };
  const resolve = resolver(entries);
  const [rows, faults, notes]: [IncomingRow[], RowFault[], RowFault[]] = [[], [], []];
  for (const { row, sent: each } of newest(entries.map(({ resource }, place) => ({ row: place + 1, resource })))) {
    const read = appointment.safeParse(each);
    const made = read.success ? rowOf(row, read.data, { ...reading, resolve }) : { fault: { row, what: `It is not as FHIR has it: ${where(read.error)}`, mend: 'Check it against FHIR R4 Appointment' } };
    if ('fault' in made) faults.push(made.fault);
    else if ('note' in made) notes.push(made.note);
    else rows.push(made.row);
  }
  const { visits, faults: contradictions } = groupRows(rows);
  const isWholePage = found?.type === 'searchset' && !(found.link ?? []).some(({ relation }) => relation === 'next');
  return { kind: 'read', rows: rows.length + faults.length + notes.length, visits, faults: [...faults, ...contradictions].toSorted((one, other) => one.row - other.row), notes, scope: isWholePage ? 'those-named' : 'single-visits' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Of an appointment that comes more than once (a history, say) the last changed. */
function newest(entries: readonly { readonly row: number; readonly resource: unknown }[]): readonly { readonly row: number; readonly sent: unknown }[] {
  const byId = new Map<string, { readonly row: number; readonly sent: unknown; readonly at: string }>();
  for (const { row, resource } of entries) {
    const { resourceType, id, meta } = (resource ?? {}) as Partial<Appointment>;
    if (resourceType !== 'Appointment') continue;
    const key = typeof id === 'string' ? id : `entry ${row}`;
    const at = typeof meta?.lastUpdated === 'string' ? meta.lastUpdated : '';
    const before = byId.get(key);
    if (before === undefined || at >= before.at) byId.set(key, { row, sent: resource, at });
  }
  return [...byId.values()];
}

interface Entry { readonly fullUrl?: unknown; readonly resource?: unknown }

function entryOf(entry: unknown): Entry {
  return typeof entry === 'object' && entry !== null ? entry : {};
}

function resolver(entries: readonly Entry[]): Resolve {
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

function where(error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string {
  return `“${(error.issues[0]?.path ?? []).map(String).join('.').slice(0, 60)}”`;
}
