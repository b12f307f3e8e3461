import { actorOf, mayDo } from '../../../models/access/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked } from '../page.ts';
import { momentText } from '../words.ts';
import type { GivenPin } from '../workers-port.ts';

type Here = Asked<'signed-in'>;
const gone = () => new PageProblem(404, 'That provider is not there any more, or has no visits here.');

/** One provider's way in: its code, and its care workers one by one. Codes and PINs are shown once. */
export const careWorkersOfPage = page({
  name: 'care-workers-of', path: '/care-workers/:providerId', rule: 'see-workers', submitRule: 'change-workers',
  view: (asked) => shownWith(asked, {}),
  submit: async (asked) => {
    const { services, params, form, identity, now } = asked;
    const id = params['providerId'] ?? '';
    const provider = await services.workers.provider(id);
    if (provider === undefined) throw gone();
    const by = { by: actorOf(identity), at: now };
    switch (form['do']) {
      case 'code': return { shown: await shownWith(asked, { code: await services.workers.renewCode(id, by) }) };
      case 'add': {
        const known = provider.inVisits.find((worker) => worker.id === form['worker']);
        const firstName = known?.firstName ?? textIn(form['firstName']).replaceAll(/[\p{C}\s]+/gu, ' ');
        if (firstName === '' || firstName.length > 40) return { faults: [{ field: 'firstName', message: firstName === '' ? 'Enter the first name of the care worker' : 'A first name has at most 40 letters' }] };
        const given = await services.workers.add(id, { ...(known !== undefined && { id: known.id }), firstName }, by);
        return given === 'there-already' ? { faults: [{ field: 'firstName', message: 'That care worker is in the list already. Give them a new PIN there' }] } : { shown: await shownWith(asked, { given }) };
      }
      case 'pin': {
        const given = await services.workers.givePin(id, textIn(form['worker']), by);
        return given === undefined ? { faults: [{ field: 'workers', message: 'That care worker is not in the list' }] } : { shown: await shownWith(asked, { given }) };
      }
      case 'stop': return await services.workers.stop(id, textIn(form['worker']), by) ? { go: `/care-workers/${encodeURIComponent(id)}`, said: 'worker-stopped' } : { faults: [{ field: 'workers', message: 'That care worker is not in the list' }] };
      default: return { faults: [{ field: 'firstName', message: 'Press one of the buttons' }] };
    }
  },
});

async function shownWith({ services, params, identity, form }: Here, once: { readonly code?: string; readonly given?: GivenPin }) {
  const provider = await services.workers.provider(params['providerId'] ?? '');
  if (provider === undefined) throw gone();
  const zone = services.council.timeZone;
  const words = (at: typeof provider.codeMadeAt) => (at === undefined ? undefined : momentText(at, zone));
  return { template: 'console/pages/care-workers-of.njk', title: provider.name, model: {
    ...once, mayChange: mayDo(identity, 'change-workers', { councilId: services.council.id }), codeMade: words(provider.codeMadeAt), typed: once.given === undefined ? textIn(form['firstName']) : '',
    workers: provider.workers.toSorted((one, other) => one.number - other.number).map(({ id, firstName, number, pinGivenAt, stoppedAt }) => ({ id, firstName, number, given: words(pinGivenAt), stopped: words(stoppedAt) })),
    inVisits: provider.inVisits,
  } };
}
