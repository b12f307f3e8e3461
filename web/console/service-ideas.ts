import { mayDo, type Identity } from '../../models/access/index.ts';
import { leftPence } from '../../models/budget/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { aroundHome, suggestServices, type Directory } from '../../models/service/index.ts';
import { openRequests } from '../../models/service-request/index.ts';
import type { CouncilId, LocalDate } from '../../models/shared/index.ts';
import { reasonText, serviceShown } from './service-words.ts';

interface For { readonly record: PersonRecord; readonly identity: Identity; readonly councilId: CouncilId; readonly today: LocalDate }

/** The ideas the person would hear, with their reasons. Whether there is money for one is shown only to those who may know of money. */
export function ideasFor(directory: Directory, { record, identity, councilId, today }: For) {
  const { household, outcomeBook, requestBook, budget, personId } = record;
  const seesMoney = mayDo(identity, 'see-money', { councilId, household });
  const ideas = suggestServices(directory, {
    ...aroundHome(household, today), ...(budget !== undefined && { leftPence: leftPence(budget) }), interests: household.interests, goals: outcomeBook.goals,
    already: openRequests(requestBook).map(({ serviceId }) => serviceId),
  });
  return ideas.map((idea) => ({ ...serviceShown(idea.found, personId, today), reason: reasonText(idea, identity.kind === 'person' ? 'you' : household.name.preferred), isTooDear: seesMoney && idea.isWithinMoney === false }));
}
