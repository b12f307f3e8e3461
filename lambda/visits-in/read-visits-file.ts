import type { FileRefused, ReadFile, VisitSource } from '../../models/visits-in/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { readCalendar } from './calendar/read-calendar.ts';
import { decodeText } from './decode-text.ts';
import { readFhir } from './fhir/read-fhir.ts';
import { readCsv, type ColumnsUnknown } from './read-csv.ts';

export const mostFileBytes = 25 * 1_024 * 1_024;

/** Visits out of a file, by what it holds. */
export async function readVisitsFile(bytes: Uint8Array, reading: { readonly source: VisitSource; readonly zone: string; readonly now: Instant; readonly fileName: string }): Promise<(ReadFile & { readonly kind: 'read' }) | ColumnsUnknown | FileRefused> {
  if (bytes.length > mostFileBytes) return { kind: 'refused', what: 'The file is larger than 25 megabytes', mend: 'Send fewer weeks at a time' };
  if (bytes.length === 0) return { kind: 'refused', what: 'The file is empty', mend: 'Choose the file as your system exported it' };
  const text = decodeText(bytes);
  if (text === undefined) return { kind: 'refused', what: 'The file is not text', mend: 'Save a spreadsheet as CSV and send that' };
  if (/^\uFEFF?\s*\{/.test(text.slice(0, 200))) return readFhir(text, reading);
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text.slice(0, 200)) ? readCalendar(text, reading) : readCsv(text, reading);
}
