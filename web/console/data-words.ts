import type { PersonRecord } from '../../models/person-record/index.ts';
import { instant, pence } from '../../models/shared/index.ts';
import type { HeldKind } from './data-port.ts';
import { moneyText, momentText, upperFirst } from './words.ts';

/** What is held of each kind, as somebody reads it. What is not named here is shown by its own name: nothing is left out. */
const kindText: Readonly<Record<string, string>> = {
  'spoken-household': 'Who you are, how you are spoken to, your circle and consent', 'spoken-visits': 'Visits, and who comes', 'spoken-budget': 'The budget as it stands', 'spoken-requests': 'What was asked for', 'spoken-outcomes': 'Goals, and how things went',
  'spoken-messages': 'Messages, and word left', 'spoken-alerts': 'Alerts that are open or were lately told', 'spoken-unfinished': 'What was being talked of last', 'spoken-link': 'The speaker that is linked', 'spoken-jobs': 'Jobs to share',
  entry: 'Money, line by line', audit: 'Who looked at and changed what', done: 'That a change was made once', history: 'Older requests, visits, messages and words', alert: 'Alerts, with all that was tried', 'desk-work': 'What the desk noted of alerts', heard: 'What the care agency told of visits',
  wellbeing: 'Wellbeing answers', reach: 'How you and your circle are reached', routines: 'Routines', reminders: 'Reminders you agreed to', activity: 'What was done in visits', 'visit-note': 'Care workers’ notes', 'visit-code': 'The code in your home', turn: 'That something was said, without its words', figures: 'Counts of your weeks',
  list: 'Your line in the council’s lists', contact: 'That a number or an address is known, without it', 'sign-in': 'Where you or your circle are signed in', passkey: 'Passkeys', calendar: 'Calendar addresses', device: 'Screens and when they were heard of', speaker: 'What the speaker holds', code: 'Codes to link or pair, without the code',
  texts: 'What was lately texted to whom', waiting: 'What the engine or staff look at next', rule: 'Alert rules that are yours alone', tried: 'Alert rules tried on past weeks', provider: 'The care agency’s list', 'answered-request': 'What another system was told of you', assistant: 'Assistants of yours and your circle’s', 'brought-in': 'Visits as they were sent from the care agency’s system',
};

export function heldText(kind: string): string {
  return kindText[kind] ?? upperFirst(kind.replaceAll('-', ' '));
}

/** Everything held about somebody as a file for another program. */
export function heldFile({ personId, household }: Pick<PersonRecord, 'personId' | 'household'>, now: number, held: readonly HeldKind[]): object {
  return { format: 'my-care-everything-held', version: 1, madeAt: new Date(now).toISOString(), council: household.council.name, personId, held: held.map(({ kind, rows }) => ({ kind, about: heldText(kind), rows })) };
}

/** The person first, then day by day, then what serves to run it. */
export function inOrder<Held extends { readonly kind: string }>(kinds: readonly Held[]): readonly Held[] {
  const order = Object.keys(kindText);
  const placeOf = ({ kind }: Held) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return kinds.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** One thing with its parts, to be read from the top down. */
export interface ReadablePart { readonly label: string; readonly text?: string; readonly parts?: readonly ReadablePart[] }

/** Anything that is held, in words: names of fields spelled out, moments and money as people write them. */
export function readable(label: string, value: unknown, zone: string): ReadablePart {
  const name = upperFirst(label.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2').toLowerCase());
  if (typeof value !== 'object' || value === null) return { label: name, text: textOf(label, value, zone) };
  const isList = Array.isArray(value);
  const fields = Object.entries(value);
  if (fields.length === 0) return { label: name, text: 'None' };
  const parts = fields.map(([field, each]) => readable(isList ? String(Number(field) + 1) : field, each, zone));
  // A few plain things make one line.
  if (fields.length > mostInLine || !fields.every(([, each]) => isPlain(each) || (!isList && Array.isArray(each) && each.every(isPlain)))) return { label: name, parts };
  return { label: name, text: parts.map(({ label: field, text = '' }) => (isList ? text : `${field}: ${text}`)).join(isList ? ', ' : '; ') };
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;
const mostInLine = 12;
const [firstMoment, lastMoment] = [Date.UTC(2000), Date.UTC(2200)];

function textOf(label: string, value: unknown, zone: string): string {
  if (value === null || value === undefined) return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number' && Number.isInteger(value)) {
    if (/pence$/i.test(label)) return moneyText(pence(value));
    if (value > firstMoment && value < lastMoment) return momentText(instant(value), zone);
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
