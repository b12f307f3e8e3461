import { aroundHome, foundById, type FoundService } from '../../../models/service/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { localDate, type LocalDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { personPage } from '../page.ts';
import { checkedText, distanceText, needText, priceText, runByText, serviceHref, timesText } from '../service-words.ts';
import { dateText } from '../words.ts';

/** One service in full, as its record has it, and the way to ask for it. */
export const servicePage = personPage({
  name: 'service', path: '/people/:personId/services/:serviceId', rule: 'see-services',
  view: async ({ services, record, identity, params, now }) => {
    const { household, personId } = record;
    const today = localDate(now, household.timeZone);
    const found = foundById(await services.catalogue.directory(), params['serviceId'] ?? '', aroundHome(household, today));
    if (found === undefined) throw new PageProblem(404, 'That service is not there any more.');
    const { service } = found;
    const isClosed = service.status !== 'active';
    return { template: 'console/pages/service.njk', title: found.name, model: {
      isClosed, isStale: found.isStale, checked: checkedText(found, today), isFree: found.cost.kind === 'free', isVoluntary: found.isVoluntary, isApproved: found.isApproved, alert: service.alert,
      about: (service.description ?? '').split(/\n+/).filter((line) => line.trim() !== ''), facts: factsOf(found, today), need: found.category === 'other' ? undefined : { id: found.category, text: needText(found.category) },
      askHref: !isClosed && mayDo(identity, 'ask-for-service', { councilId: services.council.id, household }) ? serviceHref(personId, service.id, '/ask') : undefined,
      // Addresses come from other people's records: only what is one is a link.
      phones: (service.contacts ?? []).flatMap(({ phones = [] }) => phones.map(({ number }) => number)).filter((number) => /^[+\d][\d ()-]{5,20}$/.test(number)),
      email: /^[^\s@?&]+@[^\s@?&]+$/.test(service.email ?? '') ? service.email : undefined, website: /^https?:\/\/[^\s"<>]+$/.test(service.url ?? '') ? service.url : undefined,
      source: { name: service.provenance.source, on: dateText(service.provenance.fetchedAt.slice(0, 10) as LocalDate) },
    } };
  },
});

/** Its facts in the order in which people ask for them; one that is not known says so where silence could be taken for an answer. */
function factsOf(found: FoundService, today: LocalDate): readonly { readonly key: { readonly text: string }; readonly value: { readonly text: string } | { readonly html: string } }[] {
  const { service, waitWeeks } = found;
  const places = (service.service_at_locations ?? []).flatMap(({ location }) => (location === undefined ? [] : [[location.name, ...(location.addresses ?? []).flatMap(({ address_1: street, city, postal_code: code }) => [street, city, code])].filter((part) => part !== undefined && part !== '').join(', ')])).filter((text) => text !== '');
  const ages = [service.minimum_age === undefined ? [] : [`from ${service.minimum_age}`], service.maximum_age === undefined ? [] : [`up to ${service.maximum_age}`]].flat().join(' ');
  const fact = (key: string, text: string | undefined) => (text === undefined || text === '' ? [] : [{ key: { text: key }, value: { text } }]);
  return [
    ...fact('Price', priceText(found.cost)),
    ...fact('When', timesText(found.usualTimes).join('; ') || 'Its record does not say'),
    ...fact('Where', places.slice(0, 3).join('; ')),
    ...fact('How far', distanceText(found)),
    ...fact('Who runs it', runByText(found)),
    ...fact('Approved by the council', found.isApproved ? 'Yes' : service.mc_approved === false ? 'No' : 'Nobody has said'),
    ...fact('How long people wait', waitWeeks === undefined ? undefined : waitWeeks === 0 ? 'No wait' : `About ${waitWeeks} ${waitWeeks === 1 ? 'week' : 'weeks'}`),
    ...fact('Ages', ages), ...fact('Who can have it', service.eligibility_description), ...fact('Areas', (service.service_areas ?? []).map((area) => area.name ?? area.service_area).filter((name) => name !== undefined).join(', ')),
    ...fact('Languages', (service.languages ?? []).map(({ name, code }) => name ?? code).filter((name) => name !== undefined).join(', ')),
    ...fact('Its facts', checkedText(found, today)),
  ];
}
