import type { Slot } from 'ask-sdk-model';
import type { LocalDate } from '../../models/shared/index.ts';
import type { Found, WhenSaid } from './found.ts';
import type { ModelIntent } from './language-model.ts';
import { onceMoved } from './moved-days.ts';

/** Slots as Alexa sends them: every slot of the intent, the filled ones with a value and, for our own types, what they were matched to. */
export function filledSlots(intent: ModelIntent, found: ReadonlyMap<string, Found>, { today }: WhenSaid, text: string): Record<string, Slot> {
  const all = withPartOfDay(intent, found, today, text);
  return Object.fromEntries((intent.slots ?? []).map(({ name, type }) => [name, slotOf(name, type, all.get(name))]));
}

/** "Tomorrow morning" in one slot is a day and a part of the day; "tonight" as a part of the day is today's. */
function withPartOfDay(intent: ModelIntent, found: ReadonlyMap<string, Found>, today: LocalDate, text: string): ReadonlyMap<string, Found> {
  const all = new Map(found);
  const has = (name: string) => intent.slots?.some((slot) => slot.name === name) === true;
  const said = [...found.values()].find(({ partOfDay }) => partOfDay !== undefined);
  if (said?.partOfDay !== undefined && has('partOfDay') && !all.has('partOfDay')) {
    all.set('partOfDay', { to: said.to, value: said.partOfDay, match: { id: said.partOfDay, name: said.partOfDay, isDynamic: false } });
  }
  const spent = all.get('period');
  if (spent !== undefined && !/\b(?:next|will)\b/i.test(text)) all.set('period', { ...spent, value: lastOf(spent.value, today) });
  const moved = all.get('newDay');
  if (moved !== undefined && !/\bto(?:day|night)\b/i.test(text)) all.set('newDay', { ...moved, value: onceMoved(moved.value, all.get('day')?.value, today) });
  const time = all.get('time');
  if (time !== undefined) all.set('time', { ...time, value: inThatHalf(time.value, all.get('partOfDay')?.match?.id) });
  const part = found.get('partOfDay')?.value ?? '';
  if (/^(?:tonight|this )/.test(part) && has('day') && !all.has('day')) all.set('day', { to: 0, value: today });
  return all;
}

/** Money was spent in the October gone by, not in the one to come. */
function lastOf(period: string, today: string): string {
  const isMonth = /^\d{4}-\d\d$/.test(period);
  return isMonth && period > today.slice(0, 7) ? `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` : period;
}

/** "The evening visit, half past seven" is 19:30. */
function inThatHalf(time: string, part: string | undefined): string {
  const hour = Number(time.slice(0, 2));
  const isLater = (part === 'evening' && hour >= 4 && hour < 12) || (part === 'night' && hour >= 7 && hour < 12) || (part === 'afternoon' && hour >= 1 && hour < 7);
  return /^\d\d:\d\d$/.test(time) && isLater ? `${hour + 12}${time.slice(2)}` : time;
}

function slotOf(name: string, type: string, found: Found | undefined): Slot {
  const empty: Slot = { name, confirmationStatus: 'NONE' };
  if (found === undefined) return empty;
  const simple = { type: 'Simple' as const, value: found.value };
  const filled: Slot = { ...empty, value: found.value };
  if (type.startsWith('AMAZON.')) return { ...filled, slotValue: simple };
  const resolutions = resolutionsOf(type, found);
  return { ...filled, resolutions, slotValue: { ...simple, resolutions } };
}

/** Amazon puts the skill's id into the authority; this understanding serves one skill and has no need of it. */
function resolutionsOf(type: string, { match }: Found): NonNullable<Slot['resolutions']> {
  if (match === undefined) return { resolutionsPerAuthority: [{ authority: `${authority}.${skill}.${type}`, status: { code: 'ER_SUCCESS_NO_MATCH' }, values: [] }] };
  const values = [{ value: { name: match.name, id: match.id } }];
  const name = match.isDynamic ? `${authority}.dynamic.${skill}.${type}` : `${authority}.${skill}.${type}`;
  return { resolutionsPerAuthority: [{ authority: name, status: { code: 'ER_SUCCESS_MATCH' }, values }] };
}

const authority = 'amzn1.er-authority.echo-sdk';
const skill = 'my-care';
