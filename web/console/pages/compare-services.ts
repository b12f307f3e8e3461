import { aroundHome, chooseAmong, foundById, type FoundService } from '../../../models/service/index.ts';
import { localDate, type LocalDate } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { checkedText, distanceText, priceText, runByText, serviceHref, timesText } from '../service-words.ts';

const mostCompared = 3;

/** Two or three services beside each other, fact by fact. What their records do not say is said to be unknown; what cannot be compared is not. */
export const compareServicesPage = personPage({
  name: 'compare-services', path: '/people/:personId/services/compare', rule: 'see-services',
  view: async ({ services, record, request, now }) => {
    const { household, personId } = record;
    const today = localDate(now, household.timeZone);
    const directory = await services.catalogue.directory();
    const ids = [...new Set([request.query['id']].flat().filter((id) => typeof id === 'string'))];
    const found = ids.map((id) => foundById(directory, id, aroundHome(household, today))).filter((each) => each !== undefined);
    const compared = found.slice(0, mostCompared);
    return { template: 'console/pages/compare-services.njk', title: 'Compare services', model: {
      services: compared.map(({ service, name }) => ({ name, href: serviceHref(personId, service.id) })), facts: factsOf(compared, today), isTooMany: found.length > mostCompared, isTooFew: compared.length < 2,
    } };
  },
});

/** Each fact in turn, for all of them; `best` marks the cheapest, the nearest and the soonest. */
function factsOf(found: readonly FoundService[], today: LocalDate) {
  const fact = (name: string, words: (each: FoundService) => string, quality?: string, best = '') => {
    const marked = quality === undefined || found.length < 2 ? [] : bestOf(found, quality);
    return { name, of: found.map((each) => ({ name: each.name, words: words(each), best: marked.includes(each) ? best : undefined })) };
  };
  return [
    fact('Price', ({ cost }) => priceText(cost), 'cheapest', 'Cheapest'),
    fact('When', ({ usualTimes }) => timesText(usualTimes).join('; ') || 'Not known'),
    fact('How far', (each) => distanceText(each) ?? 'Not known, or comes to the home', 'nearest', 'Nearest'),
    fact('Who runs it', runByText),
    fact('Approved by the council', ({ isApproved }) => (isApproved ? 'Yes' : 'No')),
    fact('How long people wait', ({ waitWeeks }) => (waitWeeks === undefined ? 'Not known' : waitWeeks === 0 ? 'No wait' : `About ${waitWeeks} ${waitWeeks === 1 ? 'week' : 'weeks'}`), 'soonest', 'Soonest'),
    fact('When its facts were checked', (each) => checkedText(each, today)),
  ];
}

/** Where all are alike nobody is best. */
function bestOf(found: readonly FoundService[], quality: string): readonly FoundService[] {
  const choice = chooseAmong(found, quality);
  const best = choice.kind === 'one' ? [choice.found] : choice.kind === 'several' ? choice.found : [];
  return best.length < found.length ? best : [];
}
