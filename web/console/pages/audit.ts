import { deedText, whoText } from '../audit-words.ts';
import { personPage } from '../page.ts';
import { momentText, upperFirst } from '../words.ts';

const mostShown = 200;

/** Who looked at and changed somebody's record, the newest first. */
export const auditPage = personPage({
  name: 'audit', path: '/people/:personId/audit', rule: 'see-audit',
  view: async ({ services, record }) => ({ template: 'console/pages/audit.njk', title: 'Who looked, and who changed what', model: {
    lines: (await services.audit.read(record.personId, mostShown)).map(({ at, action, by, about }) => [{ text: momentText(at, record.household.timeZone) }, { text: whoText(by, record.household) }, { text: deedText(action) }, { text: about === 'record' ? '–' : upperFirst(about.replaceAll('-', ' ')) }]),
  } }),
});
