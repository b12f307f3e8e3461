import { actorOf, mayDo } from '../../../models/access/index.ts';
import { likelyColumns, type VisitSource } from '../../../models/visits-in/index.ts';
import { PageProblem } from '../../errors.ts';
import { page, type Asked } from '../page.ts';
import { fileIn } from '../uploaded-file.ts';
import { columnsAsked } from '../visit-columns-form.ts';
import { stateText } from '../visits-in-words.ts';
import { momentText } from '../words.ts';

/** One source: what it sent, and sending its next file. */
export const visitSourcePage = page({
  name: 'visit-source', path: '/visits-in/sources/:sourceId', rule: 'see-visits-in', submitRule: 'bring-visits-in', takesFile: true,
  view: async (asked) => {
    const { services, identity } = asked;
    const { source } = await sourceIn(asked);
    const [runs, clients] = await Promise.all([services.visitsIn.runs(), services.visitsIn.clients(source.id)]);
    const zone = services.council.timeZone;
    return { template: 'console/pages/visit-source.njk', title: source.name, model: {
      source, mayBring: mayDo(identity, 'bring-visits-in', { councilId: services.council.id }), linked: clients.length, hasColumns: source.columns !== undefined,
      runs: runs.filter(({ sourceId }) => sourceId === source.id).map(({ id, fileName, startedAt, state, visits, faults }) => [{ text: fileName, href: `/visits-in/runs/${id}` }, { text: momentText(startedAt, zone) }, { text: stateText[state] }, { text: String(visits), format: 'numeric' }, { text: String(faults), format: 'numeric' }]),
    } };
  },
  submit: async (asked) => {
    const { services, request, identity } = asked;
    const { source } = await sourceIn(asked);
    const file = fileIn(request);
    if (file === undefined) return { faults: [{ field: 'file', message: 'Choose the file as your system exported it' }] };
    const checked = await services.visitsIn.check(source, file, actorOf(identity));
    switch (checked.kind) {
      case 'begun': return { go: `/visits-in/runs/${checked.run.id}` };
      case 'refused': return { faults: [{ field: 'file', message: `${checked.what}. ${checked.mend}` }] };
      case 'columns-unknown': return { shown: columnsAsked(source, checked, likelyColumns(checked.headings)) };
    }
  },
});

/** The source of the address; a page that says so where it is not there. */
export async function sourceIn({ services, params }: Pick<Asked<'signed-in'>, 'services' | 'params'>): Promise<{ readonly source: VisitSource; readonly version: number }> {
  const found = await services.visitsIn.source(params['sourceId'] ?? '');
  if (found === undefined) throw new PageProblem(404, 'That source is not there any more. Look at the list of sources.');
  return found;
}
