import { readVisitsFile } from '../../lambda/visits-in/read-visits-file.ts';
import type { VisitSource } from '../../models/visits-in/index.ts';
import { instant } from '../../models/shared/index.ts';
import { seeded, spoil } from './spoil.ts';

/** What went wrong, and how to have it again. */
interface Finding { readonly seed: number; readonly sample: string; readonly what: string }
interface Fuzzed { readonly runs: number; readonly read: number; readonly slowestMs: number; readonly findings: readonly Finding[] }

const source: VisitSource = { id: 'fuzz', name: 'Fuzz', provider: { id: 'fuzz', name: 'Fuzz', phone: '', officeContact: '', lateAfterMinutes: 15 }, names: 'first-name-first', workerNames: { E014: 'Priya' }, heardEveryHours: 24 };
/** No file of a few kilobytes may keep anybody waiting for longer: rules of calendars have one and a half seconds, machines are busy. */
const slowMs = 5_000;

/** Reads spoiled samples for so long: every one is read or refused, with each of its rows accounted for, and nothing throws or hangs. */
export async function fuzzVisits(samples: Readonly<Record<string, string>>, { seconds, seed: first }: { readonly seconds: number; readonly seed: number }): Promise<Fuzzed> {
  const names = Object.keys(samples);
  const findings: Finding[] = [];
  let [runs, read, slowestMs] = [0, 0, 0];
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) {
    const seed = first + runs;
    const random = seeded(seed);
    const sample = names[Math.floor(random() * names.length)] ?? '';
    const started = performance.now();
    try {
      const found = await readVisitsFile(Buffer.from(spoil(samples[sample] ?? '', random)), { source, zone: 'Europe/London', now: instant(Date.UTC(2026, 11, 1, 8)), fileName: sample });
      if (found.kind === 'read') {
        read += 1;
        const wrong = found.visits.find(({ startsAt, minutes, client, refs, tasks }) => !Number.isSafeInteger(startsAt) || !(minutes >= 1 && minutes <= 1_500) || client === '' || refs.length === 0 || tasks.some((task) => task.length > 80));
        if (wrong !== undefined) findings.push({ seed, sample, what: `a visit that cannot be: ${JSON.stringify(wrong).slice(0, 300)}` });
      }
    } catch (cause) {
      findings.push({ seed, sample, what: cause instanceof Error ? cause.stack?.split('\n').slice(0, 3).join(' ') ?? cause.message : String(cause) });
    }
    const tookMs = performance.now() - started;
    slowestMs = Math.max(slowestMs, tookMs);
    if (tookMs > slowMs) findings.push({ seed, sample, what: `took ${Math.round(tookMs)} ms` });
    runs += 1;
  }
  return { runs, read, slowestMs, findings };
}
