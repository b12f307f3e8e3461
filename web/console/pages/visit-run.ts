import { mayDo } from '../../../models/access/index.ts';
import type { RunCounts, RunLine, VisitRun } from '../../../models/visits-in/index.ts';
import type { PersonId } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { page, type Asked, type Done } from '../page.ts';
import { changeText, leftText, lineKinds, lineText, problemText, stateText, visitTime } from '../visits-in-words.ts';
import { csvRow, dateText, momentText } from '../words.ts';

type Here = Asked<'signed-in'>;
type Missing = Extract<RunLine, { kind: 'missing' }>;
const perPage = 50;
const mostRows = 50;
const mostMissing = 200;

/** What one file would do, or did: shown before it is brought in, with every row that could not be taken and every visit that is missing. */
export const visitRunPage = page({
  name: 'visit-run', path: '/visits-in/runs/:runId', rule: 'see-visits-in', submitRule: 'bring-visits-in',
  view: async (asked) => {
    const { services, query, identity } = asked;
    const run = await runIn(asked);
    const zone = services.council.timeZone;
    const [found, all, { faults, notes }, people] = await Promise.all([services.visitsIn.source(run.sourceId), services.visitsIn.lines(run), services.visitsIn.rows(run), services.people.find('')]);
    const names = new Map(people.map(({ personId, name }) => [personId, name]));
    const nameOf = (id: PersonId) => names.get(id) ?? 'Somebody who is not listed any more';
    const show = query['show'] !== undefined && query['show'] in lineKinds ? query['show'] : Object.keys(lineKinds).find((kind) => all.some(lineKinds[kind]?.has ?? (() => false))) ?? 'changed';
    const chosen = all.filter(lineKinds[show]?.has ?? (() => true));
    const number = Math.min(Math.max(1, Math.ceil(chosen.length / perPage)), Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    const missing = all.filter((line): line is Missing => line.kind === 'missing');
    const { counts } = run;
    return { template: 'console/pages/visit-run.njk', title: run.fileName === '' ? 'A file' : run.fileName, model: {
      run, source: found?.source, state: stateText[run.state], isUnderWay: run.state === 'checking' || run.state === 'importing', mayBring: mayDo(identity, 'bring-visits-in', { councilId: services.council.id }), sentAt: momentText(run.startedAt, zone), finishedAt: run.finishedAt === undefined ? undefined : momentText(run.finishedAt, zone),
      span: run.span === undefined ? undefined : run.span.from === run.span.to ? dateText(run.span.from) : `${dateText(run.span.from)} to ${dateText(run.span.to)}`, people: run.peopleOnPages.reduce((sum, count) => sum + count, 0),
      summary: summaryOf(counts, run.state === 'done'), mustGoOn: (counts.problems.uncertain ?? 0) + (counts.problems.failed ?? 0) > 0,
      badRows: faults.slice(0, mostRows), noteRows: notes.slice(0, mostRows), unmatched: run.unmatched.slice(0, mostRows),
      missing: missing.slice(0, mostMissing).map(({ personId, missing: { visitId, on, from, isPart, refs }, settled }) => ({ value: `${personId} ${visitId}`, text: `${nameOf(personId)}, ${visitTime(on, from)}`, refs: refs.join(', '), isPart, settled })), missingInAll: missing.length, openMissing: missing.filter(({ settled, missing: { isPart } }) => settled === undefined && !isPart).length,
      show, choices: Object.entries(lineKinds).map(([key, { text, has }]) => ({ key, text, count: all.filter(has).length })), page: number, pages: Math.max(1, Math.ceil(chosen.length / perPage)), lines: chosen.slice((number - 1) * perPage, number * perPage).map((line) => rowOf(line, nameOf)),
    } };
  },
  submit: async (asked): Promise<Done> => {
    const run = await runIn(asked);
    const { services, form } = asked;
    const go = `/visits-in/runs/${run.id}`;
    switch (form['do']) {
      case 'bring-in': return { go, ...(!await services.visitsIn.bringIn(run.id) && { said: 'uncertain' }) };
      case 'throw-away': return await services.visitsIn.throwAway(run.id) ? { go: `/visits-in/sources/${run.sourceId}`, said: 'visits-thrown-away' } : { go, said: 'uncertain' };
      case 'cancel': case 'leave': return settle(asked, run, form['do'] === 'cancel' ? 'cancelled' : 'left-alone');
      default:
        await services.visitsIn.goOn(run.id);
        return { go };
    }
  },
});

/** Every row that could not be taken, as a file to work through. */
export const visitRunFilePage = page({
  name: 'visit-run-file', path: '/visits-in/runs/:runId/rows.csv', rule: 'see-visits-in',
  view: async (asked) => {
    const { faults, notes } = await asked.services.visitsIn.rows(await runIn(asked));
    const rows = [...faults.map((fault) => ['Not taken', fault] as const), ...notes.map((note) => ['Taken', note] as const)];
    return { file: { name: 'rows.csv', type: 'text/csv', text: csvRow(['Row', 'Visit', 'Taken or not', 'What is wrong', 'What to do']) + rows.map(([taken, { row, ref = '', what, mend }]) => csvRow([row, ref, taken, what, mend])).join('') } };
  },
});

async function runIn({ services, params }: Here): Promise<VisitRun> {
  const run = await services.visitsIn.run(params['runId'] ?? '');
  if (run === undefined) throw new PageProblem(404, 'That file is not there any more. They are kept for 30 days.');
  return run;
}

/** What staff say of those that are missing: of these alone, and only of what the run found. */
async function settle({ services, form, now }: Here, run: VisitRun, how: 'cancelled' | 'left-alone'): Promise<Done> {
  const sent = form['visit'];
  const wanted = new Set(typeof sent === 'string' ? [sent] : sent ?? []);
  const lines = (await services.visitsIn.lines(run)).filter((line): line is Missing => line.kind === 'missing' && line.settled === undefined && wanted.has(`${line.personId} ${line.missing.visitId}`));
  const visits = lines.filter(({ missing: { isPart } }) => how === 'left-alone' || !isPart).map(({ personId, missing: { visitId } }) => ({ personId, visitId }));
  if (visits.length === 0) return { faults: [{ field: 'visit', message: how === 'cancelled' ? 'Choose the visits that the agency says are cancelled' : 'Choose the visits that stay' }] };
  const { uncertain } = await services.visitsIn.settle(run, visits, how, now);
  return { go: `/visits-in/runs/${run.id}`, said: uncertain > 0 ? 'uncertain' : how === 'cancelled' ? 'visits-cancelled' : 'visits-left' };
}

function summaryOf({ same, changes, left, problems, missing, alerts }: RunCounts, isDone: boolean) {
  const row = ([name, count]: readonly [string, number]) => ({ key: { text: name }, value: { text: String(count) } });
  const named = <Name extends string>(counts: Partial<Readonly<Record<Name, number>>>, text: Readonly<Record<Name, string>>) => (Object.entries(counts) as [Name, number][]).map(([name, count]) => row([text[name], count]));
  return [row(['As they were', same]), ...named(changes, changeText), ...named(left, leftText), ...named(problems, problemText), ...(missing > 0 ? [row(['Were there before, and are not now', missing])] : []), ...(isDone ? [row(['Alerts raised', alerts])] : [])];
}

function rowOf(line: RunLine, nameOf: (id: PersonId) => string) {
  const who = { text: nameOf(line.personId), href: `/people/${line.personId}` };
  switch (line.kind) {
    case 'visit': return [who, { text: visitTime(line.line.on, line.line.from) }, { text: lineText(line.line) }, { text: line.line.rows.join(', '), format: 'numeric' }];
    case 'missing': return [who, { text: visitTime(line.missing.on, line.missing.from) }, { text: 'Was there before, and is not now' }, { text: '' }];
    case 'person': return [who, { text: 'Everything' }, { text: problemText[line.problem] }, { text: '' }];
  }
}
