import { PageProblem } from '../../errors.ts';
import { heldText } from '../data-words.ts';
import type { Erasure } from '../data-port.ts';
import { page } from '../page.ts';
import { momentText } from '../words.ts';

const stateText: Readonly<Record<Erasure['state'], string>> = { 'under-way': 'Broke off: go on with it', done: 'Erased', 'money-gone': 'Erased, and the money lines too' };

/** Every record that was erased, each with its proof. */
export const erasuresPage = page({
  name: 'erasures', path: '/erasures', rule: 'see-erasures',
  view: async ({ services }) => ({ template: 'console/pages/erasures.njk', title: 'What was erased', model: {
    rows: (await services.data.erasures()).map((each) => [{ text: momentText(each.at, services.council.timeZone), href: `/erasures/${each.id}` }, { text: each.personId }, { text: whoText(each.by) }, { text: stateText[each.state] }]),
  } }),
});

/** The proof of one erasure: what is gone, what is kept and why, and until when. */
export const erasurePage = page({
  name: 'erasure', path: '/erasures/:erasureId', rule: 'see-erasures', submitRule: 'go-on-erasing',
  view: async ({ services, params }) => {
    const erasure = await services.data.erasure(params['erasureId'] ?? '');
    if (erasure === undefined) throw new PageProblem(404, 'That proof is not there any more.');
    const { timeZone } = services.council;
    const counts = (of: Readonly<Record<string, number>>) => Object.entries(of).map(([kind, count]) => [{ text: heldText(kind) }, { text: String(count), format: 'numeric' }]);
    return { template: 'console/pages/erasure.njk', title: 'Proof of erasure', model: {
      facts: [['The person’s number in My Care', erasure.personId], ['Asked for by', whoText(erasure.askedBy)], ['Asked for on', momentText(erasure.askedAt, timeZone)], ['Agreed to by', whoText(erasure.by)], ['Erased on', momentText(erasure.at, timeZone)]].map(([key, text]) => ({ key: { text: key }, value: { text } })),
      removed: counts(erasure.removed), changed: counts(erasure.changed), kept: erasure.kept, until: momentText(erasure.moneyUntil, timeZone), isUnderWay: erasure.state === 'under-way', isMoneyGone: erasure.state === 'money-gone',
    } };
  },
  submit: async ({ services, params }) => {
    const after = await services.data.goOn(params['erasureId'] ?? '');
    if (after === undefined) throw new PageProblem(404, 'That proof is not there any more.');
    return { go: `/erasures/${after.id}`, said: 'erased' };
  },
});

function whoText(by: string): string {
  return by === 'retention' ? 'The time for keeping it was over' : by.startsWith('staff:') ? `Council staff, ${by.slice('staff:'.length)}` : by;
}
