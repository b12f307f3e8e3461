import { walkMinutes, type FoundService, type UsualTime } from '../../models/service/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { daysBetween } from '../../models/shared/index.ts';
import { countWord, listWords, moneyWords, monthName, timeWords } from '../words/index.ts';

const units: Readonly<Record<string, string>> = { hour: ' an hour', session: ' a time', item: '', day: ' a day', week: ' a week', unknown: '' };

/** "15 pounds an hour", "free", "price not given". Cost is never left out. */
export function costWords({ cost }: FoundService): string {
  if (cost.kind === 'free') return 'free';
  return cost.kind === 'unknown' ? 'price not given' : `${moneyWords(cost.pence)}${units[cost.unit] ?? ''}`;
}

/** One choice in a list: "Harrow Helping Hands, free, run by volunteers". */
export function choiceWords(found: FoundService): string {
  return [found.name, costWords(found), ...runByWords(found)].join(', ');
}

/** Who runs it, where that is worth knowing: volunteers, or a charity. */
export function runByWords({ runBy }: FoundService): readonly string[] {
  return runBy === 'volunteers' ? ['run by volunteers'] : runBy === 'charity' ? ['a charity'] : [];
}

/** What it is, when, how long the wait, and when the facts were last checked: four short sentences at most. */
export function detailWords(found: FoundService, today: LocalDate, length: 'brief' | 'whole' = 'brief'): readonly string[] {
  const what = `${found.name}, ${costWords(found)}${found.isApproved ? ', approved by the council' : ''}.`;
  const when = whenOnWords(found.usualTimes);
  const inShort = found.inShort === undefined || length === 'whole' ? found.inShort?.replace(/[.!]$/, '') : inBrief(found.inShort);
  const short = inShort === undefined ? (when === '' ? [] : [`It’s${when}.`]) : [`${inShort}${when === '' ? '' : `,${when}`}.`];
  const wait = found.waitWeeks === undefined || found.waitWeeks === 0 ? [] : [`There’s a wait of about ${countWord(found.waitWeeks)} week${found.waitWeeks === 1 ? '' : 's'}.`];
  return [what, ...short, ...wait, ...checkedWords(found, today)];
}

/** A long description up to its first comma, or to the "and" after its first half a dozen words: the rest is for the screen. */
function inBrief(words: string): string {
  const whole = words.replace(/[.!]$/, '');
  const start = whole.split(', ')[0] ?? whole;
  const brief = whole.split(' ').length > mostWordsOfIt && start.split(' ').length > 2 ? start : whole;
  return brief.split(' ').length > mostWordsInOneGo ? brief.replace(/^((?:\S+ ){5,}\S+) and .*$/, '$1') : brief;
}

const mostWordsOfIt = 8;
const mostWordsInOneGo = 14;

/** "on Thursdays at two", for something that comes round. */
export function whenOnWords(times: readonly UsualTime[]): string {
  const [first] = times;
  if (first === undefined || first.days.length > 3) return '';
  const days = listWords(first.days.map((day) => `${dayNames[day - 1]}s`));
  return ` on ${days}${first.opensAt === undefined ? '' : ` at ${timeWords(first.opensAt)}`}`;
}

export function distanceWords({ distanceMetres }: FoundService): string {
  const minutes = distanceMetres === undefined ? undefined : walkMinutes(distanceMetres);
  return minutes === undefined ? '' : `, ${countWord(minutes)} minutes away`;
}

function checkedWords({ lastCheckedOn, isStale }: FoundService, today: LocalDate): readonly string[] {
  if (lastCheckedOn === undefined) return isStale ? ['I can’t tell when that was last checked.'] : [];
  if (!isStale && daysBetween(lastCheckedOn, today) < 45) return [];
  const year = lastCheckedOn.slice(0, 4) === today.slice(0, 4) ? '' : ` ${lastCheckedOn.slice(0, 4)}`;
  return [`I last checked in ${monthName(lastCheckedOn)}${year}.`];
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
