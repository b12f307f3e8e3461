import { isLocalDate } from '../../models/shared/index.ts';
import { hasHtml, plainText } from './plain-text.ts';

export type Loose = Readonly<Record<string, unknown>>;
/** Deeper than any record of the standard goes, and deep enough to break what reads it. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 30) return true;
    level = level.flatMap((each): unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** Notes one oddity, in words for whoever loads the directory. */
export type Doubt = (words: string) => void;

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One value of a record as the standard means it: keys in snake_case, no nulls or empties, plain text, ids as text,
 * numbers as numbers, dates and times in the usual form, and nothing that only looks like an address or an age.
 */
export function tidy(value: unknown, path: string, doubt: Doubt): unknown {
  if (Array.isArray(value)) return value.map((item, place) => tidy(item, `${path}[${place}]`, doubt)).filter((item) => item !== undefined);
  if (isLoose(value)) return tidyFields(value, path, doubt);
  const field = path.slice(path.lastIndexOf('.') + 1).replace(/\[\d+\]$/, '');
  if (value === null || value === '') return undefined;
  return typeof value === 'string' ? tidyText(value, field, path, doubt) : typeof value === 'number' ? tidyNumber(value, field, path, doubt) : value;
}

function tidyFields(value: Loose, path: string, doubt: Doubt): Loose {
  const tidied: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (key === '__proto__') continue;
    const name = snakeCase(key);
    if (name !== key) doubt(`${path}.${key} was read as ${name}`);
    const result = tidy(each, `${path}.${name}`, doubt);
    if (result !== undefined && tidied[name] === undefined) tidied[name] = result;
  }
  return tidied;
}

export function snakeCase(key: string): string {
  return /^[a-z]+(?:[A-Z][a-z]*)+$/.test(key) ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}

const numberFields: ReadonlySet<string> = new Set(['amount', 'minimum_age', 'maximum_age', 'latitude', 'longitude', 'interval', 'mc_wait_weeks']);
const dateFields: ReadonlySet<string> = new Set(['assured_date', 'valid_from', 'valid_to', 'dtstart']);
const timeFields: ReadonlySet<string> = new Set(['opens_at', 'closes_at']);
const addressFields: ReadonlySet<string> = new Set(['url', 'uri', 'website', 'email', 'assurer_email', 'term_uri', 'schedule_link']);
const proseFields: ReadonlySet<string> = new Set(['extent', 'id']);

function tidyText(text: string, field: string, path: string, doubt: Doubt): unknown {
  if (numberFields.has(field)) return textAsNumber(text, field, path, doubt);
  if (dateFields.has(field)) return tidyDate(text, path, doubt);
  if (timeFields.has(field)) return tidyTime(text, path, doubt);
  if (addressFields.has(field)) return tidyAddress(text, path, doubt);
  if (field === 'last_modified') return tidyModified(text, path, doubt);
  if (field === 'status' || field === 'location_type') return text.trim().toLowerCase();
  if (field === 'freq') return text.trim().toUpperCase();
  if (proseFields.has(field)) return text;
  if (hasHtml(text)) doubt(`${path} had HTML, taken off`);
  const plain = plainText(text);
  return plain === '' ? undefined : plain;
}

function textAsNumber(text: string, field: string, path: string, doubt: Doubt): number | undefined {
  const number = Number(text.trim().replace(/^£/, '').replaceAll(',', ''));
  doubt(Number.isFinite(number) && text.trim() !== '' ? `${path} was a number written as text` : `${path} "${text}" is not a number, left out`);
  return Number.isFinite(number) && text.trim() !== '' ? tidyNumber(number, field, path, doubt) as number | undefined : undefined;
}

function tidyNumber(number: number, field: string, path: string, doubt: Doubt): unknown {
  if ((field === 'minimum_age' || field === 'maximum_age') && (number < 0 || number > 150)) {
    doubt(`${path} was ${number}, taken as unknown`);
    return undefined;
  }
  if ((field === 'latitude' && Math.abs(number) > 90) || (field === 'longitude' && Math.abs(number) > 180)) {
    doubt(`${path} ${number} is not on the earth, left out`);
    return undefined;
  }
  if (field === 'id' || field.endsWith('_id') || field === 'postal_code' || field === 'number') return String(number);
  return number;
}

function tidyDate(text: string, path: string, doubt: Doubt): string | undefined {
  const british = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const date = british === null ? text.trim().slice(0, 10) : `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`;
  const isReal = isLocalDate(date);
  if (!isReal) doubt(`${path} "${text}" is not a date, left out`);
  else if (date !== text) doubt(`${path} "${text}" was read as ${date}`);
  return isReal ? date : undefined;
}

/** Wall time as written; seconds and offsets are let go, since feeds write local times with either or neither. */
function tidyTime(text: string, path: string, doubt: Doubt): string | undefined {
  const found = /^\s*(\d{1,2}):(\d{2})(?=$|:|Z|[+-]|\s)/.exec(text);
  const time = found === null ? '' : `${found[1]?.padStart(2, '0')}:${found[2]}`;
  if (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return time;
  doubt(`${path} "${text}" is not a time, left out`);
  return undefined;
}

function tidyAddress(text: string, path: string, doubt: Doubt): string | undefined {
  const isMadeUp = /\.invalid\b|(?:^|[@/.])example\.(?:com|org|net)(?:[/:?#]|$)/i.test(text);
  if (isMadeUp) doubt(`${path} "${text}" leads nowhere, left out`);
  return isMadeUp || text.trim() === '' ? undefined : text.trim();
}

function tidyModified(text: string, path: string, doubt: Doubt): string | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(text.trim());
  if (found === null) doubt(`${path} "${text}" is not a date and time, left out`);
  else if (found[2] === undefined) doubt(`${path} has no offset, taken as UTC`);
  return found === null ? undefined : `${found[1]}${found[2] ?? 'Z'}`;
}
