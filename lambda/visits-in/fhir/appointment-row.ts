import { readTime, spokenTask, whenOf, workerNamed, type IncomingRow, type IncomingState, type IncomingWorker, type RowFault, type VisitSource } from '../../../models/visits-in/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { absentExtension, conceptText, type Appointment, type Resolve } from './fhir-schemas.ts';
import { isOf, mostRefLength, patientKnownAs } from './known-as.ts';

interface Making { readonly source: Pick<VisitSource, 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant; readonly resolve: Resolve }
type Made = { readonly row: IncomingRow } | { readonly fault: RowFault } | { readonly note: RowFault };

const mostTasks = 12;
const stateOf: Readonly<Record<Exclude<Appointment['status'], 'noshow' | 'waitlist'>, IncomingState>> = {
  proposed: 'planned', pending: 'planned', booked: 'confirmed', arrived: 'started', 'checked-in': 'started', fulfilled: 'completed', cancelled: 'cancelled', 'entered-in-error': 'cancelled',
};

/** One FHIR Appointment as a visit, or what is wrong with it. */
export function rowOf(row: number, found: Appointment, { source, zone, now, resolve }: Making): Made {
  const ref = (found.identifier?.find(({ value }) => value !== undefined)?.value ?? found.id ?? '').trim();
  const fault = (what: string, mend: string): Made => ({ fault: { row, what, mend, ...(ref !== '' && { ref: ref.slice(0, mostRefLength) }) } });
  if (ref === '' || ref.length > mostRefLength) return fault('It has no identifier and no id, or one that is too long', 'Give it an identifier');
  if (found.status === 'waitlist') return { note: { row, ref, what: 'It waits for a time', mend: 'It is a visit once it has one' } };
  const absent = found.extension?.find(({ url }) => url === absentExtension)?.valueCode;
  if (found.status === 'noshow' && absent !== 'care-worker') return fault('It says that somebody did not come, and not who', `Say it in the extension ${absentExtension} (valueCode care-worker), or leave it out`);
  const client = patientKnownAs(found.participant.map(({ actor }) => actor).find((each) => isOf(each, ['Patient'], resolve)), resolve);
  if (client === undefined) return fault('No Patient takes part', 'Give it the Patient as a participant, with an identifier');
  const [start, end] = [momentIn(found.start), momentIn(found.end)];
  if (start === undefined) return fault('It has no start with an offset from UTC', 'Write it like 2026-12-01T08:30:00+00:00');
  if (found.end !== undefined && end === undefined) return fault('Its end cannot be read', 'Write it like 2026-12-01T09:00:00+00:00');
  const when = whenOf({ start, end, ...(found.minutesDuration !== undefined && { minutes: found.minutesDuration }) }, zone);
  if (typeof when === 'string') return fault(when === 'too-long' ? 'It is longer than a day' : 'It does not say for how long, or ends before it starts', 'Give it an end');
  const state = found.status === 'noshow' ? 'missed' : stateOf[found.status];
  // What was booked for a time gone by may have been: nobody says so.
  const standing = state === 'confirmed' && when.startsAt <= now ? 'planned' : state;
  const asked = (found.serviceType ?? []).map(conceptText).filter((text) => text !== '');
  const tasks = (asked.length > 0 ? asked : [conceptText(resolve(found.basedOn?.[0])?.code) || (found.description ?? '')]).map(spokenTask).filter((task) => task !== '').slice(0, mostTasks);
  return { row: {
    row, ref, client, startsAt: when.startsAt, minutes: when.minutes, isTimeCritical: false, state: standing, tasks,
    ...(state === 'cancelled' && { cancelled: { by: cancelledBy(found), reason: plain(conceptText(found.cancelationReason)).slice(0, 200) } }), ...withWorkers(found, source, resolve),
  } };
}

/** Whoever is down to come and has not declined. */
function withWorkers(found: Appointment, source: Making['source'], resolve: Resolve): Pick<IncomingRow, 'worker' | 'alongside'> {
  const workers = found.participant.filter(({ actor, status }) => status !== 'declined' && isOf(actor, ['Practitioner', 'PractitionerRole'], resolve)).flatMap(({ actor }): IncomingWorker[] => {
    const person = resolve(actor);
    const name = typeof person?.name === 'string' ? person.name : person?.name?.[0];
    const written = typeof name === 'string' ? name : name?.given?.[0] ?? name?.text ?? actor?.display ?? '';
    const worker = workerNamed(person?.id ?? actor?.reference?.split('/').at(-1) ?? actor?.identifier?.value ?? '', written, source);
    return worker === undefined ? [] : [worker];
  });
  const [worker, ...alongside] = workers;
  return { ...(worker !== undefined && { worker }), ...(alongside.length > 0 && { alongside }) };
}

/** HL7's own codes begin with who it was: `pat` the patient, `prov` the provider. */
function cancelledBy({ cancelationReason, status }: Appointment): 'person' | 'agency' {
  return status === 'cancelled' && cancelationReason?.coding?.some(({ code }) => /^pat/.test(code ?? '')) === true ? 'person' : 'agency';
}

function momentIn(written: string | undefined): { readonly instant: Instant } | undefined {
  const found = written === undefined ? undefined : readTime(written);
  return found !== undefined && 'instant' in found ? found : undefined;
}

function plain(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
}
