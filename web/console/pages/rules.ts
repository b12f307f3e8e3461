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
    return { template: 'console/pages/rules.njk', title: 'Alert rules', model: {
      mayChange: mayDo(identity, 'change-rules', { councilId: services.council.id }),
      kinds: alertKindList.map((kind) => {
        const own = rules.findLast((rule) => rule.kind === kind && rule.scope.kind === 'council');
        const [usual, words] = [usualRule(kind), thresholdText[kind]];
        return { kind, text: kindText[kind], isUrgent: alertKinds[kind].urgency === 'urgent', isOwn: own !== undefined, isOn: own?.isOn ?? usual.isOn, threshold: words === undefined ? '' : `${own?.threshold ?? usual.threshold} ${words.unit}` };
      }),
      closer: rules.filter(({ scope }) => scope.kind !== 'council').length,
    } };
  },
});
