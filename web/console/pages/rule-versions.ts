import type { RuleVersion } from '../../../models/alert/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { textIn } from '../form-text.ts';
import { kindText } from '../alert-kind-words.ts';
import { page } from '../page.ts';
import { authorOf, kindIn } from '../rule-asked.ts';
import { differenceInWords, scopeText } from '../rule-words.ts';
import { momentText } from '../words.ts';

const perPage = 50;

/** Who changed the rules of one kind, when, and what; an earlier one can be put back, which is a change like any other. */
export const ruleVersionsPage = page({
  name: 'rule-versions', path: '/rules/:kind/versions', rule: 'see-rules', submitRule: 'change-rules',
  view: async ({ services, params, query, identity }) => {
    const kind = kindIn(params['kind']);
    const versions = await services.rules.versions(kind);
    const number = Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1);
    const latest = new Map<string, number>();
    for (const { ruleId, number: each } of versions) if (!latest.has(ruleId)) latest.set(ruleId, each);
    return { template: 'console/pages/rule-versions.njk', title: `${kindText[kind]}: who changed what`, model: {
      kind, page: number, pages: Math.max(1, Math.ceil(versions.length / perPage)), mayChange: mayDo(identity, 'change-rules', { councilId: services.council.id }),
      versions: versions.slice((number - 1) * perPage, number * perPage).map((version) => ({
        number: version.number, by: version.by.name, at: momentText(version.at, services.council.timeZone), scope: scopeText(version.scope, version.scope.kind === 'person' ? `One person (${version.scope.personId})` : undefined),
        what: didText(version), lines: differenceInWords(kind, version.before, version.after), opened: latest.get(version.ruleId), isLatest: latest.get(version.ruleId) === version.number,
      })),
    } };
  },
  submit: async ({ services, params, form, identity }) => {
    const kind = kindIn(params['kind']);
    const back = `/rules/${kind}/versions`;
    const version = (await services.rules.versions(kind)).find(({ number }) => String(number) === textIn(form['number']));
    if (version === undefined) return { faults: [{ field: 'versions', message: 'That version is not there. Look at the list again, and choose one of it' }] };
    const opened = /^\d{1,9}$/.test(textIn(form['opened'])) ? Number(textIn(form['opened'])) : undefined;
    const kept = await services.rules.change(version.ruleId, version.after, authorOf(identity), opened);
    if (kept === 'changed-meanwhile') return { faults: [{ field: 'versions', message: 'Somebody changed this rule while you were looking, so nothing was done. The list is as it is now: choose again' }] };
    return { go: back, said: kept };
  },
});

function didText({ before, after }: RuleVersion): string {
  if (after === undefined) return 'Taken away: the wider rule holds again';
  return before === undefined ? 'Set for the first time' : 'Changed';
}
