import { categoryOf, needWords, walkMinutes, type Cost, type FoundService, type Suggestion, type UsualTime } from '../../models/service/index.ts';
import { pence, type LocalDate } from '../../models/shared/index.ts';
import { dateText, dayNames, moneyText, timeText, upperFirst } from './words.ts';

const units = { hour: ' an hour', session: ' a time', item: ' each', day: ' a day', week: ' a week', unknown: '' } as const;

/** "£15 an hour", "Free", "Price not given" */
export function priceText(cost: Cost): string {
  if (cost.kind === 'free') return 'Free';
  return cost.kind === 'unknown' ? 'Price not given' : `${moneyText(cost.pence)}${units[cost.unit]}${cost.hasOtherPrices ? ', with other prices too' : ''}`;
}

/** "An hour", "A time" */
export function unitText(unit: keyof typeof units): string {
  return upperFirst(units[unit].trim());
}

/** "1 December 2026"; of the day a record was last checked. */
export function assuredText(on: string | undefined): string {
  return on === undefined ? 'Nobody says when' : dateText(on as LocalDate);
}

/** "Gardening", "Lunch club": a need as the heading of a list. */
export function needText(category: string): string {
  return upperFirst((categoryOf(category) === undefined ? 'other' : needWords(category)).replace(/^an? /, ''));
}

/** "0.4 miles, about 10 minutes on foot"; undefined where no distance is known. */
export function distanceText({ distanceMetres }: Pick<FoundService, 'distanceMetres'>): string | undefined {
  if (distanceMetres === undefined) return undefined;
  const miles = distanceMetres / 1609.344;
  const far = miles < 0.1 ? 'Less than 0.1 miles' : `${miles < 10 ? miles.toFixed(1).replace(/\.0$/, '') : Math.round(miles)} ${miles.toFixed(1) === '1.0' ? 'mile' : 'miles'}`;
  const minutes = walkMinutes(distanceMetres);
  return minutes === undefined ? far : `${far}, about ${minutes} minutes on foot`;
}

/** "Monday to Friday, 8am to 5pm"; for each time it is on. None: its record does not say. */
export function timesText(times: readonly UsualTime[]): readonly string[] {
  return times.map(({ days, everyWeeks, ofMonth, opensAt, closesAt }) => {
    const often = ofMonth === undefined ? (everyWeeks > 1 ? `, every ${everyWeeks} weeks` : '') : ' of the month';
    const which = ofMonth === undefined ? '' : `${ofMonth < 0 ? 'Last' : nths[ofMonth - 1] ?? ''} `;
    const hours = opensAt === undefined ? '' : `, ${timeText(opensAt)}${closesAt === undefined ? '' : ` to ${timeText(closesAt)}`}`;
    return `${which}${daysText(days)}${often}${hours}`;
  });
}

const nths = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

function daysText(days: UsualTime['days']): string {
  const names = days.map((day) => dayNames[day - 1] ?? '');
  const isRun = days.length > 2 && days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1);
  if (isRun) return `${names[0]} to ${names.at(-1)}`;
  return names.length === 1 ? names[0] ?? '' : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "Green Fingers Gardens, volunteers" */
export function runByText({ providerName, runBy }: Pick<FoundService, 'providerName' | 'runBy'>): string {
  return runBy === 'volunteers' ? `${providerName}, done by volunteers` : runBy === 'charity' ? `${providerName}, a charity` : providerName;
}

/** "Last checked in September"; what is older than three months says so. */
export function checkedText({ lastCheckedOn, isStale }: Pick<FoundService, 'lastCheckedOn' | 'isStale'>, today: LocalDate): string {
  if (lastCheckedOn === undefined) return 'Nobody says when this was last checked';
  const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', ...(lastCheckedOn.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }) }).format(new Date(`${lastCheckedOn}T12:00:00Z`));
  return `Last checked in ${month}${isStale ? ', more than 3 months ago' : ''}`;
}

/** Why it is an idea for this person, as they are told it: to themselves, or of them by name. */
export function reasonText({ reason }: Suggestion, name: string): string {
  switch (reason.kind) {
    case 'interest': return name === 'you' ? `You told us you like ${reason.words}` : `${name} told us they like ${reason.words}`;
    case 'goal': return name === 'you' ? `Your plan says: ${reason.words}` : `The plan says: ${reason.words}`;
    case 'free': return 'It costs nothing';
    case 'voluntary': return 'It is run by volunteers';
  }
}

/** One service in a list. */
export function serviceShown(found: FoundService, personId: string, today: LocalDate) {
  return {
    id: found.service.id, href: serviceHref(personId, found.service.id), name: found.name, inShort: found.inShort, price: priceText(found.cost), when: timesText(found.usualTimes).slice(0, 2).join('; '),
    distance: distanceText(found), runBy: runByText(found), checked: checkedText(found, today), isStale: found.isStale, isFree: found.cost.kind === 'free', isVoluntary: found.isVoluntary, isApproved: found.isApproved,
  };
}

export function serviceHref(personId: string, serviceId: string, rest = ''): string {
  return `/people/${personId}/services/${encodeURIComponent(serviceId)}${rest}`;
}

export function catalogueHref(serviceId: string): string {
  return `/catalogue/${encodeURIComponent(serviceId)}`;
}

/** "£30" of an amount that may be below nothing: "£18 short". */
export function leftText(left: number): string {
  return left < 0 ? `Nothing: it is ${moneyText(pence(-left))} short` : moneyText(pence(left));
}
