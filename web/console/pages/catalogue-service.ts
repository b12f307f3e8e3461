import { mayDo } from '../../../models/access/index.ts';
import { catalogueLine, priceUnits, serviceById, type CorrectionStep, type CorrectService, type PriceUnit } from '../../../models/service/index.ts';
import { localDate, pence, type LocalDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked, type Fault } from '../page.ts';
import { assuredText, catalogueHref, priceText, unitText } from '../service-words.ts';
import { dateText, momentText } from '../words.ts';

const mostLetters = 200;

/** One service as staff keep it: what its record says, what the council says instead, and who said so when. */
export const catalogueServicePage = page({
  name: 'catalogue-service', path: '/catalogue/:serviceId', rule: 'see-catalogue', submitRule: 'change-catalogue',
  view: async (asked) => {
    const { services, identity, form, params, now } = asked;
    const id = params['serviceId'] ?? '';
    const today = localDate(now, services.council.timeZone);
    const [directory, recorded, { correction, version }] = await Promise.all([services.catalogue.directory(), services.catalogue.recorded(), services.catalogue.correction(id)]);
    const [line, before] = [catalogueLine(directory, id, today), catalogueLine(recorded, id, today)];
    if (line === undefined || before === undefined) throw new PageProblem(404, 'That service is not there any more.');
    const { service, provider, cost, isApproved, isStale, isClosed } = line;
    const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
    return { template: 'console/pages/catalogue-service.njk', title: service.name, model: {
      facts: [
        row('Provider', provider.name), row('State', isClosed ? 'Closed' : 'Open'), row('Price', `${priceText(cost)}${correction.price === undefined ? '' : `. Its record says: ${priceText(before.cost)}`}`),
        row('Approval', service.mc_approved === undefined ? 'Nobody has said' : isApproved ? 'Approved' : 'Not approved'), row('Last checked', `${assuredText(service.assured_date)}${isStale ? ', more than 3 months ago' : ''}`),
        row('Its record', `From ${service.provenance.source}, read in on ${dateText(service.provenance.fetchedAt.slice(0, 10) as LocalDate)}`),
      ],
      provider, version, isApproved, hasPrice: correction.price !== undefined, mayChange: mayDo(identity, 'change-catalogue', { councilId: services.council.id }),
      values: { note: textIn(form['note']), price: textIn(form['price']), unit: textIn(form['unit']) || (cost.kind === 'priced' ? cost.unit : 'hour') }, units: priceUnits.map((unit) => ({ value: unit, text: unitText(unit) })),
      history: correction.history.toReversed().map((step) => ({ what: stepText(step), by: step.by.name, at: momentText(step.at, services.council.timeZone), note: step.note })),
    } };
  },
  submit: async ({ services, identity, form, params, now }) => {
    const serviceId = params['serviceId'] ?? '';
    if (serviceById(await services.catalogue.directory(), serviceId) === undefined) throw new PageProblem(404, 'That service is not there any more.');
    const said = saidIn(form, localDate(now, services.council.timeZone));
    if (Array.isArray(said)) return { faults: said as readonly Fault[] };
    const result = await services.catalogue.correct({ serviceId, version: Number(textIn(form['version'])), said: said as CorrectService, by: { id: identity.id, name: identity.name }, at: now });
    if (result === 'changed-meanwhile') return { faults: [{ field: 'facts', message: 'Somebody else changed this while you looked. Look at it again, and do it once more' }] };
    return { go: catalogueHref(serviceId), said: result === 'unknown' ? 'uncertain' : 'kept' };
  },
});

/** What one of the page's forms says; or what is to be mended. */
function saidIn(form: Asked['form'], today: LocalDate): CorrectService | readonly Fault[] {
  const note = textIn(form['note']);
  switch (form['do']) {
    case 'approve': return { what: 'approved' };
    case 'withdraw': return note === '' || note.length > mostLetters ? [{ field: 'note', message: note === '' ? 'Enter why approval is withdrawn' : `A reason has at most ${mostLetters} letters` }] : { what: 'approval-withdrawn', note };
    case 'checked': return { what: 'checked', on: today };
    case 'price-as-recorded': return { what: 'price-as-recorded' };
    default: return priceIn(textIn(form['price']), textIn(form['unit']));
  }
}

const mostPounds = 10_000;

function priceIn(typed: string, unit: string): CorrectService | readonly Fault[] {
  const pounds = /^£?\d{1,5}(\.\d{1,2})?$/.test(typed) ? Number(typed.replace('£', '')) : Number.NaN;
  if (!(pounds <= mostPounds)) return [{ field: 'price', message: 'Enter a sum in pounds, like 15 or 12.50. Enter 0 for what is free' }];
  if (!priceUnits.includes(unit as PriceUnit)) return [{ field: 'unit', message: 'Choose what the price is for' }];
  return { what: 'priced', price: { pence: pence(Math.round(pounds * 100)), unit: unit as PriceUnit } };
}

function stepText({ what, price }: CorrectionStep): string {
  switch (what) {
    case 'approved': return 'Approved';
    case 'approval-withdrawn': return 'Approval withdrawn';
    case 'priced': return price === undefined ? 'Price changed' : `Price set to ${priceText(price.pence === 0 ? { kind: 'free' } : { kind: 'priced', ...price, hasOtherPrices: false })}`;
    case 'price-as-recorded': return 'Price as its record has it';
    case 'checked': return 'Checked';
  }
}
