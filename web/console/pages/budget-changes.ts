import { mayDo } from '../../../models/access/index.ts';
import { notSecond } from '../../../models/budget/index.ts';
import { budgetDeedText, deedReason } from '../budget-words.ts';
import { page } from '../page.ts';
import { deciderOf } from '../request-decided.ts';
import { agoText } from '../request-words.ts';
import { upperFirst } from '../words.ts';

const perPage = 25;

/** Everybody's changes of budgets that wait for a second person, the longest first. Only those on the page are read. */
export const budgetChangesPage = page({
  name: 'budget-changes', path: '/budget-changes', rule: 'see-queue',
  view: async ({ services, query, identity, now }) => {
    const all = await services.budgetChanges.waiting();
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    const rows = await Promise.all(all.slice((number - 1) * perPage, number * perPage).map(async ({ personId, deed, amountPence, by, at }) => {
      const record = await services.records.byPerson(services.council.id, personId);
      if (record === undefined) return undefined;
      const mayAgree = mayDo(identity, 'agree-budget', { councilId: services.council.id, household: record.household });
      const whose = by.id === identity.id ? ', which is you' : mayAgree && notSecond(by, deciderOf(identity)) === undefined ? '. You can agree' : '';
      return [{ text: record.household.name.full, href: `/people/${personId}/budget${mayAgree ? '/waiting' : ''}` }, { text: budgetDeedText(deed, amountPence) }, { text: deedReason(deed) }, { text: `${by.name}${whose}` }, { text: upperFirst(agoText(at, now, services.council.timeZone)) }];
    }));
    return { template: 'console/pages/budget-changes.njk', title: 'Changes of budgets that wait for a second yes', model: { rows: rows.filter((row) => row !== undefined), count: all.length, page: number, pages } };
  },
});
