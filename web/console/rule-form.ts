import { isDeepStrictEqual } from 'node:util';
import { alertKinds, channelNames, faultsOfRule, howToMendRule, ruleInForce, type AlertKind, type AlertRule, type ChannelName, type Ladder, type RuleFault, type RuleScope, type Rung, type Situation } from '../../models/alert/index.ts';
import { isLocalTime, type CouncilId, type LocalTime } from '../../models/shared/index.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';
import { countsInterruptions, recipientText, thresholdText } from './rule-words.ts';

/** One step of the ladder as it was typed. */
interface StepTyped { readonly after: string; readonly to: readonly string[]; readonly by: string }
/** A rule as it stands in the form, every field as text. */
export interface RuleTyped {
  readonly isOn: boolean; readonly threshold: string; readonly timeCritical: string; readonly from: string; readonly to: string; readonly interruptions: string; readonly wording: string;
  readonly steps: readonly StepTyped[]; readonly repeatEvery: string; readonly repeatSteps: string;
}

/** Which rule is being set: its kind, for whom, the wider rules that hold where it says nothing, and itself as kept. */
export interface RuleAbout {
  readonly kind: AlertKind;
  readonly councilId: CouncilId;
  readonly scope: RuleScope;
  readonly own: AlertRule | undefined;
  readonly wider: readonly AlertRule[];
  /** The provider of the person whom it is for. */
  readonly providerId?: string;
}

const mostSteps = 12;

/** The rules wider than this scope; what they say holds where the rule itself says nothing. */
export function widerThan(scope: RuleScope, rules: readonly AlertRule[]): readonly AlertRule[] {
  return rules.filter((rule) => (scope.kind === 'person' ? rule.scope.kind !== 'person' : scope.kind === 'provider' && rule.scope.kind === 'council'));
}

/** The rule as it is followed now, ready to be typed over. */
export function typedFrom(about: RuleAbout): RuleTyped {
  const { own, wider } = about;
  const rule = inForce(about, own === undefined ? wider : [...wider, own]);
  const { rungs, repeat } = rule.ladder;
  return {
    isOn: rule.isOn, threshold: String(rule.threshold), timeCritical: String(rule.timeCritical), from: rule.quietHours?.from ?? '', to: rule.quietHours?.to ?? '', interruptions: String(rule.interruptionsADay), wording: own?.wording ?? '',
    steps: rungs.map(({ afterMinutes, to, by }) => ({ after: String(afterMinutes), to, by: typeof by === 'string' ? by : by.join(',') })), repeatEvery: repeat === undefined ? '' : String(repeat.everyMinutes), repeatSteps: repeat === undefined ? '' : String(repeat.rungs),
  };
}

/** What was typed. Fields that the form did not have stay as they are. */
export function typedIn(form: Asked['form'], about: RuleAbout): RuleTyped {
  const was = typedFrom(about);
  const text = (name: string, otherwise: string) => (form[name] === undefined ? otherwise : textIn(form[name]));
  const steps = Array.from({ length: mostSteps + 1 }, (_, place): StepTyped => ({ after: textIn(form[`after-${place}`]), to: listIn(form[`to-${place}`]), by: textIn(form[`by-${place}`]) }));
  return {
    isOn: form['isOn'] === 'yes', threshold: text('threshold', was.threshold), timeCritical: text('timeCritical', was.timeCritical), from: textIn(form['from']), to: textIn(form['to']), interruptions: text('interruptions', was.interruptions), wording: textIn(form['wording']),
    steps: form['after-0'] === undefined ? was.steps : steps.filter(({ after, to }) => after !== '' || to.length > 0), repeatEvery: text('repeatEvery', was.repeatEvery), repeatSteps: text('repeatSteps', was.repeatSteps),
  };
}

/** The rule that was typed, saying only what is different from the wider ones; with what has to be mended, field by field. */
export function ruleFrom(typed: RuleTyped, about: RuleAbout, reached?: Pick<Situation, 'reach' | 'contacts' | 'desk'>): { readonly rule: AlertRule; readonly faults: readonly Fault[] } {
  const { kind, councilId, scope, own } = about;
  const isUrgent = alertKinds[kind].urgency === 'urgent';
  const words = thresholdText[kind];
  const wider = inForce(about, about.wider);
  const numbers = { ...(words !== undefined && { threshold: typed.threshold }), ...(words?.isOfVisit === true && { timeCritical: typed.timeCritical }), ...(countsInterruptions(kind) && { interruptions: typed.interruptions }) };
  const unreadable: Fault[] = Object.entries(numbers).filter(([, text]) => !/^\d{1,6}$/.test(text)).map(([field]) => ({ field, message: 'Enter a whole number' }));
  if (!isUrgent && (typed.from !== '' || typed.to !== '') && (!isLocalTime(typed.from) || !isLocalTime(typed.to))) unreadable.push({ field: 'from', message: 'Enter both times, like 21:00 and 07:30, or leave both empty' });
  unreadable.push(...ladderFaults(typed));
  const whole = {
    ...(numbers.threshold !== undefined && { threshold: Number(typed.threshold) }), ...(numbers.timeCritical !== undefined && { timeCriticalThreshold: Number(typed.timeCritical) }), ...(numbers.interruptions !== undefined && { interruptionsADay: Number(typed.interruptions) }),
    ...(!isUrgent && { quietHours: typed.from === '' ? null : { from: typed.from as LocalTime, to: typed.to as LocalTime } }), ladder: ladderFrom(typed),
  };
  const usual: Readonly<Record<string, unknown>> = { threshold: wider.threshold, timeCriticalThreshold: wider.timeCritical, interruptionsADay: wider.interruptionsADay, quietHours: wider.quietHours ?? null, ladder: wider.ladder };
  const different = Object.fromEntries(Object.entries(whole).filter(([name, value]) => !isDeepStrictEqual(value, usual[name])));
  const isOn = isUrgent || typed.isOn;
  const rule: AlertRule = {
    id: own?.id ?? idOf(kind, scope), councilId, scope, kind, ...(scope.kind === 'council' || isOn !== wider.isOn ? { isOn } : {}), ...different,
    // A threshold for all stands for time-critical visits too, unless those have their own.
    ...('threshold' in different && whole.timeCriticalThreshold !== undefined && { timeCriticalThreshold: whole.timeCriticalThreshold }), ...(typed.wording !== '' && { wording: typed.wording }),
  };
  // What cannot be read has no number to be checked.
  const found = unreadable.length > 0 ? [] : faultsOfRule(rule, reached).map((fault) => ({ field: fieldOf[fault], message: howToMendRule[fault] }));
  return { rule, faults: [...unreadable, ...found].filter(({ field, message }, place, all) => all.findIndex((each) => each.field === field && each.message === message) === place) };
}

const fieldOf: Readonly<Record<RuleFault, string>> = {
  'reaches-nobody': 'after-0', 'ends-in-silence': 'repeatEvery', 'not-in-order': 'after-0', 'too-many-steps': 'after-0', 'may-not-be-off': 'isOn', 'may-not-be-quiet': 'from', 'bad-threshold': 'threshold', 'too-many-interruptions': 'interruptions', 'too-long': 'wording',
};

function inForce({ kind, scope, providerId }: RuleAbout, rules: readonly AlertRule[]) {
  const about = { kind, ...(scope.kind === 'person' && { personId: scope.personId }), ...(scope.kind === 'provider' ? { providerId: scope.providerId } : providerId !== undefined && { providerId }) };
  return { ...ruleInForce(rules, about), timeCritical: ruleInForce(rules, { ...about, isTimeCritical: true }).threshold };
}

/** The id of the rule that the console makes for a kind and a scope. */
export function idOf(kind: AlertKind, scope: RuleScope): string {
  return scope.kind === 'council' ? `council-${kind}` : `${scope.kind}-${scope.kind === 'person' ? scope.personId : scope.providerId}-${kind}`;
}

function ladderFaults({ steps, repeatEvery, repeatSteps }: RuleTyped): readonly Fault[] {
  const faults = steps.flatMap(({ after, to, by }, place): readonly Fault[] => [
    ...(/^\d{1,5}$/.test(after) ? [] : [{ field: `after-${place}`, message: `Enter after how many minutes step ${place + 1} comes, or empty the whole step` }]),
    ...(to.length > 0 && to.every((each) => each in recipientText) ? [] : [{ field: `to-${place}`, message: `Choose whom step ${place + 1} tells, or empty the whole step` }]),
    ...(by === 'usual' || by === 'another' || by.split(',').every((each) => channelNames.some((name) => name === each)) ? [] : [{ field: `by-${place}`, message: `Choose how step ${place + 1} reaches them` }]),
  ]);
  const isWhole = (text: string) => /^[1-9]\d{0,4}$/.test(text);
  return (repeatEvery === '' && repeatSteps === '') || (isWhole(repeatEvery) && isWhole(repeatSteps)) ? faults : [...faults, { field: 'repeatEvery', message: 'Enter how many of the last steps come again, and every how many minutes, or leave both empty' }];
}

/** The ladder that was typed; good only where nothing of it has to be mended. */
export function ladderFrom({ steps, repeatEvery, repeatSteps }: RuleTyped): Ladder {
  return {
    rungs: steps.map(({ after, to, by }) => ({ afterMinutes: Number(after), to: to as Rung['to'], by: by === 'usual' || by === 'another' ? by : by.split(',') as ChannelName[] })),
    ...(repeatEvery !== '' && { repeat: { everyMinutes: Number(repeatEvery), rungs: Number(repeatSteps) } }),
  };
}

function listIn(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
