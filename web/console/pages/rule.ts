import { alertKinds, faultsOfRule, howToMendRule, usualRule, type AlertKind, type AlertRule } from '../../../models/alert/index.ts';
import { isLocalTime, type LocalTime } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { alertKindList, kindText } from '../alert-kind-words.ts';
import { textIn } from '../form-text.ts';
import { page, type Fault } from '../page.ts';

/** The council's rule for one kind: on or off, its threshold, the quiet hours and the words, with how it sounds. */
export const rulePage = page({
  name: 'rule', path: '/rules/:kind', rule: 'change-rules',
  view: async ({ services, params, form }) => {
    const kind = kindIn(params['kind']);
    const own = (await services.rules.all()).find((rule) => rule.kind === kind && rule.scope.kind === 'council');
    const usual = usualRule(kind);
    const has = Object.keys(form).length > 0;
    const quiet = own?.quietHours === null ? undefined : own?.quietHours ?? usual.quietHours;
    const values = has
      ? { isOn: form['isOn'] === 'yes', threshold: textIn(form['threshold']), from: textIn(form['from']), to: textIn(form['to']), wording: textIn(form['wording']) }
      : { isOn: own?.isOn ?? usual.isOn, threshold: String(own?.threshold ?? usual.threshold), from: quiet?.from ?? '', to: quiet?.to ?? '', wording: own?.wording ?? '' };
    return { template: 'console/pages/rule.njk', title: kindText[kind], model: {
      kind, values, isUrgent: alertKinds[kind].urgency === 'urgent', isOwn: own !== undefined, sounds: services.alerts.preview(kind, values.wording === '' ? undefined : values.wording, undefined),
      ladder: (own?.ladder ?? usual.ladder).rungs.map(({ afterMinutes, to, by }) => `${afterMinutes === 0 ? 'At once' : `After ${afterMinutes} minutes`}: ${to.map((each) => recipientText[each]).join(' and ')}${by === 'another' ? ', by another way' : ''}`),
    } };
  },
  submit: async ({ services, params, form }) => {
    const kind = kindIn(params['kind']);
    const id = `council-${kind}`;
    if (form['do'] === 'usual') {
      for (const rule of (await services.rules.all()).filter((each) => each.kind === kind && each.scope.kind === 'council')) await services.rules.remove(rule.id);
      return { go: '/rules', said: 'kept' };
    }
    const faults: Fault[] = [];
    const threshold = Number(textIn(form['threshold']));
    const [from, to, wording] = [textIn(form['from']), textIn(form['to']), textIn(form['wording'])];
    if (!Number.isInteger(threshold)) faults.push({ field: 'threshold', message: 'Enter a whole number' });
    if ((from !== '' || to !== '') && (!isLocalTime(from) || !isLocalTime(to))) faults.push({ field: 'from', message: 'Enter both times, like 21:00 and 07:30, or leave both empty' });
    const isUrgent = alertKinds[kind].urgency === 'urgent';
    const before = (await services.rules.all()).find((rule) => rule.kind === kind && rule.scope.kind === 'council');
    const rule: AlertRule = {
      ...before, id: before?.id ?? id, councilId: services.council.id, scope: { kind: 'council' }, kind, isOn: isUrgent || form['isOn'] === 'yes', ...(Number.isInteger(threshold) && { threshold }),
      ...(!isUrgent && { quietHours: from === '' ? null : { from: from as LocalTime, to: to as LocalTime } }), ...(wording !== '' && { wording }),
    };
    faults.push(...faultsOfRule(rule).map((fault) => ({ field: fault === 'too-long' ? 'wording' : 'threshold', message: howToMendRule[fault] })));
    if (faults.length > 0 || form['do'] === 'preview') return { faults };
    await services.rules.put(rule);
    return { go: '/rules', said: 'kept' };
  },
});

const recipientText = { person: 'the person', 'first-contact': 'the first of the circle', contacts: 'the next of the circle', 'all-contacts': 'all of the circle', desk: 'the desk' } as const;

function kindIn(text: string | undefined): AlertKind {
  const kind = alertKindList.find((each) => each === text);
  if (kind === undefined) throw new PageProblem(404, 'There is no such kind of alert.');
  return kind;
}
