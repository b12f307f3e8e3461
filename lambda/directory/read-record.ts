import { createHash } from 'node:crypto';
import type { Provenance, Service } from '../../models/service/index.ts';
import { addDays, type LocalDate } from '../../models/shared/index.ts';
import { fromVersionOne } from './from-version-one.ts';
import type { RecordReport } from './import-report.ts';
import { listFields, readLists, readOrganization, reasonFrom } from './read-parts.ts';
import { coreSchema } from './service-schema.ts';
import { isLoose, isTooDeep, snakeCase, tidy, type Doubt, type Loose } from './tidy-record.ts';

/** Where records come from and the day they are loaded on. */
export interface Origin {
  readonly source: string;
  readonly fetchedAt: string;
  readonly declaredVersion: string;
  readonly on: LocalDate;
}

export interface ReadRecord { readonly service?: Service; readonly report: RecordReport }

/** Reads one record: the service if it can be used at all, and what was odd in it or why it cannot be. */
export function readRecord(raw: unknown, place: number, origin: Origin): ReadRecord {
  const doubts = new Set<string>();
  const doubt: Doubt = (words) => { if (doubts.size < doubtsKept) doubts.add(words); };
  const label = labelOf(raw, place);
  const refused = (reason: string): ReadRecord => ({ report: { ...label, source: origin.source, outcome: 'refused', doubts: [...doubts], reason } });
  if (!isLoose(raw)) return refused('is not a record');
  if (isTooDeep(raw)) return refused('is nested deeper than any record we know');

  const { known, other } = sortFields(raw, doubt);
  const record = fromVersionOne(known, doubt);
  const core = coreSchema.safeParse(withAssuredDate(record, origin.on, doubt));
  if (!core.success) return refused(reasonFrom(core.error));

  const service: Service = { ...core.data, ...readLists(record, doubt), ...readOrganization(record, doubt), ...other, provenance: provenanceOf(raw, core.data.id, origin) };
  return { service, report: { id: service.id, name: service.name, source: origin.source, outcome: doubts.size > 0 ? 'used-with-doubts' : 'used', doubts: [...doubts] } };
}

const doubtsKept = 40;
const knownFields: ReadonlySet<string> = new Set([
  ...Object.keys(coreSchema.shape), ...listFields, 'organization', 'mc_assured_days_ago', 'regular_schedules', 'eligibilitys', 'service_taxonomys', 'locations',
]);

function labelOf(raw: unknown, place: number): { readonly id: string; readonly name?: string } {
  const { id, name } = isLoose(raw) ? raw : {};
  return { id: typeof id === 'string' || typeof id === 'number' ? String(id) : `record ${place}`, ...(typeof name === 'string' ? { name } : {}) };
}

/** Our fields tidied; every other field kept as it came, under `other`. */
function sortFields(raw: Loose, doubt: Doubt): { readonly known: Loose; readonly other: { readonly other?: Loose } } {
  const known: Record<string, unknown> = {};
  const other: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (key === '__proto__') continue;
    const name = snakeCase(key);
    if (!knownFields.has(name)) other[key] = value;
    else if (name === key || !(name in raw)) {
      if (name !== key) doubt(`${key} was read as ${name}`);
      const tidied = tidy(value, name, doubt);
      if (tidied !== undefined) known[name] = tidied;
    }
  }
  return { known, other: Object.keys(other).length > 0 ? { other } : {} };
}

/** The demonstration's records say how many days ago they were checked, so that they never grow old. Nothing is checked in the future. */
function withAssuredDate(record: Loose, on: LocalDate, doubt: Doubt): Loose {
  const { mc_assured_days_ago: daysAgo, ...rest } = record;
  if (typeof daysAgo === 'number') return { ...rest, assured_date: addDays(on, -daysAgo) };
  if (typeof rest['assured_date'] !== 'string' || rest['assured_date'] <= on) return rest;
  doubt(`assured_date ${rest['assured_date']} has not come yet, left out`);
  const { assured_date: _future, ...checkedNever } = rest;
  return checkedNever;
}

function provenanceOf(raw: Loose, sourceId: string, { source, fetchedAt, declaredVersion }: Origin): Provenance {
  return { source, sourceId, fetchedAt, declaredVersion, rawHash: createHash('sha256').update(JSON.stringify(raw)).digest('hex') };
}
