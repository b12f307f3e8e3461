import { createHash } from 'node:crypto';
import { longestGoal, type IncomingGoal } from '../../models/outcome/index.ts';
import { isLocalDate } from '../../models/shared/index.ts';
import type { FileRefused, RowFault } from '../../models/visits-in/index.ts';
import { decodeText } from '../visits-in/decode-text.ts';
import { entriesIn, newestOf, resolverOf, wrongIn } from '../visits-in/fhir/bundle-entries.ts';
import { carePlan, conceptText, goal, type FhirGoal, type Reference, type Resolve } from '../visits-in/fhir/fhir-schemas.ts';
import { mostRefLength, patientKnownAs } from '../visits-in/fhir/known-as.ts';

/** The goals of a file: each is taken, or told of with how to mend it. */
export interface ReadGoals { readonly kind: 'read'; readonly rows: number; readonly goals: readonly IncomingGoal[]; readonly faults: readonly RowFault[] }

const mostBytes = 2 * 1_024 * 1_024;
const mostEntries = 5_000;
const over: ReadonlySet<string> = new Set(['completed', 'cancelled', 'entered-in-error', 'rejected']);

/** Goals from FHIR R4 (UK Core): a bundle with CarePlan and Goal resources, or one of them alone. A goal stands by itself or within its plan. */
export function readCarePlans(bytes: Uint8Array): ReadGoals | FileRefused {
  if (bytes.length > mostBytes) return { kind: 'refused', what: 'The file is larger than 2 megabytes', mend: 'Send fewer people at a time' };
  const text = decodeText(bytes);
  const found = text === undefined ? undefined : entriesIn(text, ['CarePlan', 'Goal']);
  if (found === undefined) return { kind: 'refused', what: 'The file is neither a FHIR bundle nor a CarePlan', mend: 'Send a Bundle with CarePlan and Goal resources, as JSON (FHIR R4)' };
  if (found.entries.length > mostEntries) return { kind: 'refused', what: `There are more than ${mostEntries.toLocaleString('en-GB')} entries`, mend: 'Send fewer people at a time' };
  const resolve = resolverOf(found.entries);
  const [goals, faults] = [new Map<string, IncomingGoal>(), [] as RowFault[]];
  const take = (row: number, sent: unknown, plan?: Around) => {
    const read = goal.safeParse(sent);
    const made = read.success ? goalOf(row, read.data, plan, resolve) : { row, what: `It is not as FHIR has it: ${wrongIn(read.error)}`, mend: 'Check it against FHIR R4 Goal' };
    if ('what' in made) faults.push(made);
    else if (goals.has(made.id)) faults.push({ row, ref: made.ref, what: 'Another goal in the file has the same identifier', mend: 'Give each goal an identifier of its own' });
    else goals.set(made.id, made);
  };
  const [single, plans] = [newestOf(found.entries, 'Goal'), newestOf(found.entries, 'CarePlan')];
  for (const { row, sent } of single) take(row, sent);
  for (const { row, sent } of plans) {
    const read = carePlan.safeParse(sent);
    if (!read.success) faults.push({ row, what: `It is not as FHIR has it: ${wrongIn(read.error)}`, mend: 'Check it against FHIR R4 CarePlan' });
    else takePlan(row, read.data);
  }
  return { kind: 'read', rows: single.length + plans.length, goals: [...goals.values()], faults: faults.toSorted((one, other) => one.row - other.row) };

  function takePlan(row: number, { id = '', identifier, subject, goal: named = [], contained = [] }: ReturnType<typeof carePlan.parse>): void {
    const within = new Map<string, unknown>(contained.flatMap((each) => (isGoal(each) ? [[`#${each.id ?? ''}`, each] as const] : [])));
    for (const each of within.values()) take(row, each, { ref: identifier?.find(({ value = '' }) => value.trim() !== '')?.value ?? id, subject });
    const missing = named.filter((each) => !within.has(each.reference ?? '') && resolve(each)?.resourceType !== 'Goal');
    if (missing.length > 0) faults.push({ row, ref: id, what: `It names ${missing.length === 1 ? 'a goal that is' : `${missing.length} goals that are`} not in the file`, mend: 'Send the Goal resources with the plan (_include=CarePlan:goal)' });
    else if (named.length === 0 && within.size === 0) faults.push({ row, ref: id, what: 'The plan has no goals', mend: 'Name them in CarePlan.goal; what the plan does about them is not read' });
  }
}

function isGoal(resource: unknown): resource is { readonly id?: string } {
  return typeof resource === 'object' && resource !== null && (resource as { readonly resourceType?: unknown }).resourceType === 'Goal';
}

/** The plan that a goal stands in: whose it is, and by what its goals are told from those of another. */
interface Around { readonly ref: string; readonly subject: Reference | undefined }

function goalOf(row: number, { id = '', identifier, lifecycleStatus, description, subject, target = [] }: FhirGoal, plan: Around | undefined, resolve: Resolve): IncomingGoal | RowFault {
  const own = identifier?.find(({ value = '' }) => value.trim() !== '');
  const ref = (own?.value ?? (plan === undefined ? id : plan.ref === '' || id === '' ? '' : `${plan.ref}#${id}`)).trim();
  const fault = (what: string, mend: string): RowFault => ({ row, what, mend, ...(ref !== '' && { ref: ref.slice(0, mostRefLength) }) });
  if (ref === '' || ref.length > mostRefLength) return fault('The goal has no identifier and no id, or one that is too long', 'Give it an identifier, so that the next file finds it again');
  const client = patientKnownAs(subject ?? plan?.subject, resolve);
  if (client === undefined) return fault('It does not say whose goal it is', 'Give it the Patient as its subject, with the council’s number as an identifier');
  const words = conceptText(description).replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const isOver = over.has(lifecycleStatus);
  if (words === '' && !isOver) return fault('The goal has no words', 'Write it into Goal.description.text, as the person says it');
  if (words.length > longestGoal) return fault(`The goal has more than ${longestGoal} letters`, 'Say it shorter in Goal.description.text: it is read aloud');
  const [reviewOn] = target.flatMap(({ dueDate = '' }) => (isLocalDate(dueDate) ? [dueDate] : [])).toSorted();
  return { row, ref, id: `plan-${createHash('sha256').update(`${own?.system ?? ''}|${ref}`).digest('hex').slice(0, 20)}`, client, words, isOver, ...(reviewOn !== undefined && { reviewOn }) };
}
