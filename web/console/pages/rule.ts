import { alertKinds, type RuleScope } from '../../../models/alert/index.ts';
import { textIn } from '../form-text.ts';
import { kindText } from '../alert-kind-words.ts';
import { page, type Asked, type Fault } from '../page.ts';
import { authorOf, ruleAddress, ruleAsked, scopeQuery } from '../rule-asked.ts';
import { ladderFrom, ruleFrom, typedFrom, typedIn } from '../rule-form.ts';
import { countsInterruptions, differenceInWords, ladderLines, recipientText, scopeText, thresholdText, wayText } from '../rule-words.ts';
import { momentText } from '../words.ts';
import { tryOnThePast } from './rule-tried.ts';

const blankStep = { after: '', to: [], by: 'usual' } as const;
const mostFound = 10;

/** The rule for one kind, for everybody, a provider's people or one person: all its points, how it sounds, and a try on the past before it is kept. */
export const rulePage = page({
  name: 'rule', path: '/rules/:kind', rule: 'change-rules',
  view: async (asked) => {
    const { services, form, query } = asked;
    const { about, all, reached, latest } = await ruleAsked(asked);
    const { kind, scope, own } = about;
    const has = Object.keys(form).length > 0;
    const values = has ? typedIn(form, about) : typedFrom(about);
    const providers = await services.workers.providers();
    const nameOf = (each: RuleScope) => (each.kind === 'provider' ? providers.find(({ id }) => id === each.providerId)?.name : each.kind === 'person' ? `One person (${each.personId})` : undefined);
    const find = (query['find'] ?? '').slice(0, 80);
    const found = find === '' ? [] : (await services.people.find(find)).slice(0, mostFound);
    // Somebody else was quicker: said with what they changed, and what was typed can be kept over it.
    const isOverlapped = has && openedIn(form) !== undefined && openedIn(form) !== (latest?.number ?? 0);
    return { template: 'console/pages/rule.njk', title: kindText[kind], model: {
      kind, values, isUrgent: alertKinds[kind].urgency === 'urgent', isOwn: own !== undefined, opened: String(latest?.number ?? 0), scope: scopeText(scope, reached?.name ?? nameOf(scope)), isForAll: scope.kind === 'council', scopeQuery: scopeQuery(scope),
      threshold: thresholdText[kind], hasInterruptions: countsInterruptions(kind), sounds: services.alerts.preview(kind, values.wording === '' ? undefined : values.wording, undefined),
      overlapped: isOverlapped && latest !== undefined ? { by: latest.by.name, at: momentText(latest.at, services.council.timeZone), lines: differenceInWords(kind, latest.before, latest.after) } : undefined,
      ladder: ladderLines(ladderFrom(ruleFrom(values, about).faults.length === 0 ? values : typedFrom(about))), steps: [...values.steps, blankStep].map((step, place) => ({
        place, after: step.after, ways: waysWith(step.by), to: Object.entries(recipientText).map(([value, text]) => ({ value, text, checked: step.to.some((each) => each === value) })),
      })),
      areStepsOpen: has && ruleFrom(values, about).faults.some(({ field }) => /^(after|to|by)-|^repeat/.test(field)), find, found: found.map(({ personId, name }) => ({ name, href: ruleAddress(kind, { kind: 'person', personId }) })),
      closer: scope.kind === 'council' ? all.filter((each) => each.kind === kind && each.scope.kind !== 'council').map((each) => ({ text: scopeText(each.scope, nameOf(each.scope)), href: ruleAddress(kind, each.scope) })) : [],
      providers: [{ value: '', text: 'Choose a provider' }, ...providers.map(({ id, name }) => ({ value: id, text: name }))],
    } };
  },
  submit: async (asked) => {
    const { services, form, identity } = asked;
    const { about, all, reached } = await ruleAsked(asked);
    const { kind, scope, own } = about;
    const by = authorOf(identity);
    if (form['do'] === 'usual') {
      const same = all.filter((each) => each.kind === kind && (each.id === own?.id || (scope.kind === 'council' && each.scope.kind === 'council')));
      for (const { id } of same) {
        const kept = await services.rules.change(id, undefined, by, id === own?.id ? openedIn(form) : undefined);
        if (kept !== 'kept') return kept === 'uncertain' ? { go: '/rules', said: 'uncertain' } : { faults: [changedMeanwhile] };
      }
      return { go: '/rules', said: 'kept' };
    }
    const { rule, faults } = ruleFrom(typedIn(form, about), about, reached);
    if (faults.length > 0 || form['do'] === 'preview') return { faults };
    if (form['do'] === 'try') return { go: await tryOnThePast(asked, rule) };
    const kept = await services.rules.change(rule.id, rule, by, openedIn(form));
    if (kept === 'changed-meanwhile') return { faults: [changedMeanwhile] };
    return { go: '/rules', said: kept };
  },
});

const changedMeanwhile: Fault = { field: 'keep', message: 'Somebody changed this rule while you had it open, so yours was not kept. What you typed is still here: see what they changed, and keep yours again if it is still right' };

function openedIn(form: Asked['form']): number | undefined {
  const text = textIn(form['opened']);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The ways to choose from, with one that a step has of its own. */
function waysWith(by: string): readonly { readonly value: string; readonly text: string; readonly selected: boolean }[] {
  const known = by in wayText || by === '' ? wayText : { ...wayText, [by]: `Only by ${by.replaceAll(',', ' or ')}` };
  return Object.entries(known).map(([value, text]) => ({ value, text, selected: value === by }));
}
