import { groupRows, type FileRefused, type IncomingRow, type ReadFile, type RowFault, type VisitSource } from '../../../models/visits-in/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { rowOf } from './appointment-row.ts';
import { entriesIn, newestOf, resolverOf, wrongIn } from './bundle-entries.ts';
import { appointment } from './fhir-schemas.ts';

interface Reading { readonly source: Pick<VisitSource, 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant }

const mostEntries = 20_000;

/** Visits from FHIR R4: a bundle (a page that was searched for, a message, a collection) or one Appointment. Each entry is checked by itself. */
export function readFhir(text: string, reading: Reading): (ReadFile & { readonly kind: 'read' }) | FileRefused {
  const found = entriesIn(text, ['Appointment']);
  if (found === undefined) return { kind: 'refused', what: 'The file is neither a FHIR bundle nor an Appointment', mend: 'Send a Bundle with Appointment resources, as JSON (FHIR R4)' };
  if (found.type === 'document') return { kind: 'refused', what: 'It is a document, which holds no appointments', mend: 'Send a searchset or a message' };
  const { entries } = found;
  if (entries.length > mostEntries) return { kind: 'refused', what: `There are more than ${mostEntries.toLocaleString('en-GB')} entries`, mend: 'Send fewer at a time' };
  const appointments = newestOf(entries, 'Appointment');
  if (appointments.length === 0 && [...newestOf(entries, 'Goal'), ...newestOf(entries, 'CarePlan')].length > 0) return { kind: 'refused', what: 'It holds goals of support plans, and no appointments', mend: 'Bring it in under Goals in' };
  const resolve = resolverOf(entries);
  const [rows, faults, notes]: [IncomingRow[], RowFault[], RowFault[]] = [[], [], []];
  for (const { row, sent: each } of appointments) {
    const read = appointment.safeParse(each);
    const made = read.success ? rowOf(row, read.data, { ...reading, resolve }) : { fault: { row, what: `It is not as FHIR has it: ${wrongIn(read.error)}`, mend: 'Check it against FHIR R4 Appointment' } };
    if ('fault' in made) faults.push(made.fault);
    else if ('note' in made) notes.push(made.note);
    else rows.push(made.row);
  }
  const { visits, faults: contradictions } = groupRows(rows);
  return { kind: 'read', rows: rows.length + faults.length + notes.length, visits, faults: [...faults, ...contradictions].toSorted((one, other) => one.row - other.row), notes, scope: found.isWholePage ? 'those-named' : 'single-visits' };
}
