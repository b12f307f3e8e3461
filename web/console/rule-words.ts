import { alertKinds, channelNames, type AlertKind, type AlertRule, type ChannelName, type Ladder, type QuietHours, type RuleScope, type Rung } from '../../models/alert/index.ts';
import { timeText } from './words.ts';

interface ThresholdWords { readonly label: string; readonly hint: string; readonly unit: string; readonly isOfVisit: boolean }

/** What the threshold of a kind counts. Kinds that are not here have none. */
export const thresholdText: Partial<Record<AlertKind, ThresholdWords>> = {
  'visit-reminder': { label: 'Minutes before', hint: 'How many minutes before the visit begins.', unit: 'minutes before', isOfVisit: true },
  'visit-late': { label: 'Minutes late', hint: 'Told from this many minutes late on, as the agency says it.', unit: 'minutes late', isOfVisit: true },
  'visit-not-heard-of': { label: 'Minutes without word', hint: 'How many minutes after the planned start, when nobody has come and the agency has said nothing.', unit: 'minutes without word', isOfVisit: true },
  'budget-low': { label: 'Pounds left', hint: 'Told when fewer whole pounds than this are left to use.', unit: 'pounds left', isOfVisit: false },
};

/** Only what is ordinary and needs no answer waits when there were enough interruptions. */
export function countsInterruptions(kind: AlertKind): boolean {
  const { urgency, needsAnswer } = alertKinds[kind];
  return urgency === 'ordinary' && !needsAnswer;
}

export const recipientText: Readonly<Record<Rung['to'][number], string>> = { person: 'The person', 'first-contact': 'The first of the circle', contacts: 'The next of the circle', 'all-contacts': 'All of the circle', desk: 'The care desk' };
const channelText: Readonly<Record<ChannelName, string>> = { board: 'screen', 'home-assistant': 'Home Assistant', announcement: 'announcement', chime: 'chime', text: 'text', email: 'e-mail', push: 'notification', webhook: 'the council’s system', desk: 'the desk’s screen' };

/** The ways a step may use, as they are typed: the two general ones, and each channel by itself. */
export const wayText: Readonly<Record<string, string>> = { usual: 'The usual way', another: 'Another way than before', ...Object.fromEntries(channelNames.map((name) => [name, `Only by ${channelText[name]}`])) };

/** "After 5 minutes: the person and the care desk, by another way" */
function stepText({ afterMinutes, to, by }: Rung): string {
  const whom = to.map((each, place) => (place === 0 ? recipientText[each] : recipientText[each].toLowerCase())).join(' and ');
  const way = by === 'usual' ? '' : by === 'another' ? ', by another way' : `, only by ${by.map((name) => channelText[name]).join(' or ')}`;
  return `${afterMinutes === 0 ? 'At once' : `After ${minutesText(afterMinutes)}`}: ${whom.charAt(0).toLowerCase()}${whom.slice(1)}${way}`;
}

/** A ladder in a line for each step, and one for what comes round again. */
export function ladderLines({ rungs, repeat }: Ladder): readonly string[] {
  return [...rungs.map(stepText), ...(repeat === undefined ? [] : [`Then the last ${repeat.rungs === 1 ? 'step' : `${repeat.rungs} steps`} again every ${minutesText(repeat.everyMinutes)}, until somebody answers`])];
}

/** For whom a rule holds. `name` is the person's, where it is known. */
export function scopeText(scope: RuleScope, name?: string): string {
  if (scope.kind === 'council') return 'Everybody';
  return scope.kind === 'provider' ? `People of ${name ?? `the provider ${scope.providerId}`}` : name ?? 'One person';
}

type Points = Pick<AlertRule, 'isOn' | 'threshold' | 'timeCriticalThreshold' | 'quietHours' | 'interruptionsADay' | 'wording' | 'ladder'>;

/** What is different between two versions of a rule, a line for each point. What is not said follows the wider rule. */
export function differenceInWords(kind: AlertKind, before: Points | undefined, after: Points | undefined): readonly string[] {
  const unit = thresholdText[kind]?.unit ?? 'threshold';
  const points: readonly (readonly [label: string, text: (rule: Points) => string | undefined])[] = [
    ['Told', ({ isOn }) => (isOn === undefined ? undefined : isOn ? 'yes' : 'no')],
    [capital(unit), ({ threshold }) => threshold?.toString()],
    [`${capital(unit)}, time-critical visits`, ({ timeCriticalThreshold }) => timeCriticalThreshold?.toString()],
    ['Quiet hours', ({ quietHours }) => quietText(quietHours)],
    ['Interruptions a day', ({ interruptionsADay }) => interruptionsADay?.toString()],
    ['Own words', ({ wording }) => (wording === undefined ? undefined : `“${wording}”`)],
    ['Steps', ({ ladder }) => (ladder === undefined ? undefined : ladderLines(ladder).join('; '))],
  ];
  return points.flatMap(([label, text]) => {
    const [was, is] = [text(before ?? {}) ?? 'as usual', text(after ?? {}) ?? 'as usual'];
    return was === is ? [] : [`${label}: ${was} → ${is}`];
  });
}

function quietText(quiet: QuietHours | null | undefined): string | undefined {
  if (quiet === undefined) return undefined;
  return quiet === null ? 'none' : `${timeText(quiet.from)} to ${timeText(quiet.to)}`;
}

function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
