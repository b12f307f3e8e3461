// Reads a large file in a process whose heap is bounded from outside, and says what it found and what it holds: node reading-child.ts <nothing|csv|calendar>
import { bigCalendar, bigCsv } from '../../bench/big-files.ts';
import { instant } from '../../models/shared/index.ts';
import { readVisitsFile } from '../../lambda/visits-in/read-visits-file.ts';

const makers = { nothing: () => '', csv: () => bigCsv(100_000), calendar: () => bigCalendar(10_000) };
const text = makers[process.argv[2] as keyof typeof makers]();
const source = { id: 's', name: 'S', provider: { id: 'p', name: 'P', phone: '', officeContact: '', lateAfterMinutes: 15 }, names: 'first-name-first' as const, workerNames: {}, heardEveryHours: 24 };
const read = await readVisitsFile(Buffer.from(text), { source, zone: 'Europe/London', now: instant(Date.UTC(2026, 11, 1, 8)), fileName: 'big' });
console.log(JSON.stringify({ kind: read.kind, ...(read.kind === 'read' && { rows: read.rows, visits: read.visits.length, faults: read.faults.length }), bytes: text.length, heldMb: Math.floor(process.memoryUsage().heapUsed / 1_048_576) }));
