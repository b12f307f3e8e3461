import { alertKinds, usualRule } from '../../../models/alert/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { alertKindList, kindText } from '../alert-kind-words.ts';
import { page } from '../page.ts';
import { thresholdText } from '../rule-words.ts';

/** How each kind of alert is told, where the council has set it otherwise than usual. */
export const rulesPage = page({
  name: 'rules', path: '/rules', rule: 'see-rules',
  view: async ({ services, identity }) => {
    const rules = await services.rules.all();
    const mayChange = mayDo(identity, 'change-rules', { councilId: services.council.id });
    return { template: 'console/pages/rules.njk', title: 'Alert rules', model: {
      rows: alertKindList.map((kind) => {
        const own = rules.findLast((rule) => rule.kind === kind && rule.scope.kind === 'council');
        const [usual, words] = [usualRule(kind), thresholdText[kind]];
        const isOn = own?.isOn ?? usual.isOn;
        return [
          { text: kindText[kind], ...(mayChange && { href: `/rules/${kind}` }) }, { text: alertKinds[kind].urgency === 'urgent' ? 'Urgent, always on' : isOn ? 'On' : 'Off' },
          { text: words === undefined ? '–' : `${own?.threshold ?? usual.threshold} ${words.unit}` },
          { text: own === undefined ? 'Usual' : 'The council', href: `/rules/${kind}/versions`, hidden: `: who changed “${kindText[kind]}”` },
        ];
      }),
      closer: rules.filter(({ scope }) => scope.kind !== 'council').length,
    } };
  },
});
