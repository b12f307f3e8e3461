import { mayDo } from '../../models/access/index.ts';
import { seenOf } from '../../models/person-record/index.ts';
import type { RequestDraft } from '../../models/service-request/index.ts';
import type { Asked } from './page.ts';
import { reasonText, whatText, whenText } from './request-words.ts';
import { leftText, serviceHref } from './service-words.ts';
import { moneyText } from './words.ts';

interface Why { readonly isChanged?: boolean; /** The reference of what was asked for a moment ago. */ readonly isTwice?: string }

/** A request read back whole before the yes: what, when, the price, what would be left, and what happens then. */
export function confirmRequest({ services, record, identity, form }: Asked<'see-person'>, draft: RequestDraft, { isChanged = false, isTwice }: Why = {}) {
  const { household, personId, budget } = record;
  const { costPence, leftAfterPence, reasons, shortPence, decision, isFree, mark, isForReview } = seenOf(draft, record);
  const { adviser, adviserAnswersWithinWorkingDays: days } = household.council;
  const isKnown = !reasons.includes('unknown-cost');
  const seesMoney = budget !== undefined && !isFree && isKnown && mayDo(identity, 'see-money', { councilId: services.council.id, household });
  const isOwn = identity.kind === 'person';
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return { template: 'console/pages/confirm-request.njk', title: 'Check what you ask for', model: {
    isChanged, isTwice, isForReview, adviser, cheaper: shortPence === undefined ? undefined : `/people/${personId}/services?need=${encodeURIComponent(draft.category)}`, back: serviceHref(personId, draft.serviceId),
    short: shortPence === undefined ? undefined : seesMoney ? `There is not enough left for this: it is ${moneyText(shortPence)} short.` : 'There is not enough left for this.',
    facts: [
      row('What', whatText(draft)), row('When', whenText(draft)), row('Who', draft.providerName),
      row('Price', isFree ? 'Free' : isKnown ? `${moneyText(costPence)}${draft.everyWeeks === undefined ? '' : ' for a whole period'}` : 'Not known'), ...(seesMoney ? [row('What would be left', leftText(leftAfterPence))] : []),
      ...(isForReview ? [row(`Why ${adviser} decides`, reasons.map((reason) => reasonText[reason]).join(', '))] : []),
    ],
    next: decision === 'review' ? `${adviser} is asked, and answers within ${days} working days. Nothing is spent until the answer is yes.` : `It is asked for at once${isFree ? '' : `, and ${moneyText(costPence)} is set aside for it`}.`,
    after: isOwn ? 'You can take it back for ten minutes: say “cancel that” to your speaker.' : `${household.name.preferred} is told that you asked, and can take it back for a day by saying “cancel that”.`,
    hidden: { ...Object.fromEntries(['units', 'on-day', 'on-month', 'on-year', 'part', 'every'].flatMap((name) => (typeof form[name] === 'string' ? [[name, form[name]]] : []))), seen: mark, id: `console-${services.newId()}`, ...(isTwice !== undefined && { again: 'yes' }) },
  } };
}
