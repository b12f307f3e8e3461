import type { ImportChange, LeftReason, PersonProblem, RowFault, RunLine, VisitRun } from '../../models/visits-in/index.ts';

const changeWords: Readonly<Record<ImportChange, string>> = {
  new: 'new', moved: 'moved', length: 'longer or shorter', 'care-workers': 'other care workers', tasks: 'other tasks', cancelled: 'cancelled', 'on-again': 'on after all', confirmed: 'confirmed', 'on-the-way': 'on the way', began: 'begun', ended: 'ended', missed: 'missed',
};
const leftWords: Readonly<Record<LeftReason, string>> = {
  over: 'over for more than a week', 'far-ahead': 'more than 60 days ahead: a later file brings them', 'never-on': 'cancelled before they were known', 'too-many': 'too many for one person', 'kept-as-changed-here': 'changed here since the source last said anything new',
  'cancelled-here': 'cancelled here, and still in the file', 'gone-by': 'moved to a time gone by', 'cannot-be': 'cannot be so by what we know',
};
const problemWords: Readonly<Record<PersonProblem, string>> = { 'another-agency': 'people with another care agency', 'has-left': 'people who have left', uncertain: 'people with whom it is not certain: run it again', failed: 'people with whom it failed: run it again' };

/** What became of a run, in lines to read: what is wrong with which row and how to mend it, and nothing about anybody but by their number. */
export function runReport({ fileName, state, rows, visits, counts, unmatched, unmatchedClients }: VisitRun, { faults, notes, lines }: { readonly faults: readonly RowFault[]; readonly notes: readonly RowFault[]; readonly lines: readonly RunLine[] }): string {
  const would = state === 'done' ? '' : ' (nothing is brought in yet)';
  const missing = lines.filter((line) => line.kind === 'missing');
  const section = (title: string, items: readonly string[]) => (items.length === 0 ? [] : ['', title, ...items.map((item) => `  ${item}`)]);
  const faultLine = ({ row, what, mend }: RowFault) => `Row ${row}: ${what}. ${mend}.`;
  return [
    `${fileName}: ${rows} rows, ${visits} visits of ${counts.people} people${would}`,
    ...section('Visits', [`${counts.same} as they were`, ...entries(counts.changes, changeWords)]),
    ...section('Left as they are', entries(counts.left, leftWords)),
    ...section('People', entries(counts.problems, problemWords)),
    ...section('Was there before, is not now. Nothing is cancelled: ask the agency', missing.map(({ missing: { refs, on, from } }) => `Visit ${refs.join(', ')} on ${on} at ${from}`)),
    ...section(`Not known (${unmatchedClients}): link them in the console`, unmatched.map(({ client, visits: count, why }) => `${client}: ${count} ${count === 1 ? 'visit' : 'visits'}${why === 'several' ? ', and more than one person has that number' : ''}`)),
    ...section('Rows that could not be taken', faults.map(faultLine)),
    ...section('To know', notes.map(faultLine)),
  ].join('\n');
}

function entries<Name extends string>(counts: Partial<Readonly<Record<Name, number>>>, words: Readonly<Record<Name, string>>): readonly string[] {
  return (Object.entries(counts) as [Name, number][]).map(([name, count]) => `${count} ${words[name]}`);
}
