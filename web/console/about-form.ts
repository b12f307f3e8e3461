import type { About } from '../../models/household/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { dateIn } from './date-fields.ts';
import { textIn } from './form-text.ts';
import type { Asked, Fault } from './page.ts';

const longest = { name: 80, area: 80, councilNumber: 30, email: 120 } as const;
const oldest = 130;

/** Who somebody is, as typed; or what has to be mended. */
export function aboutIn(form: Asked['form'], today: LocalDate): { readonly about: About } | { readonly faults: readonly Fault[] } {
  const [full, preferred, area, councilNumber] = [lineIn(form['full']), lineIn(form['preferred']), lineIn(form['area']), lineIn(form['councilNumber'])];
  const phone = textIn(form['phone']).replaceAll(/[^\d+]/g, '');
  const email = textIn(form['email']);
  const born = dateIn(form, 'born');
  const faults: readonly Fault[] = [
    ...(full === '' ? [{ field: 'full', message: 'Enter their full name' }] : full.length > longest.name ? [{ field: 'full', message: `A name has at most ${longest.name} letters` }] : []),
    ...(preferred.length > longest.name ? [{ field: 'preferred', message: `A name has at most ${longest.name} letters` }] : []),
    ...(area === '' ? [{ field: 'area', message: 'Enter where they live, like Harrow or HA3' }] : area.length > longest.area ? [{ field: 'area', message: `Say it in at most ${longest.area} letters` }] : []),
    ...(textIn(form['phone']) !== '' && !/^(?:\+44|0)7\d{9}$/.test(phone) ? [{ field: 'phone', message: 'Enter a UK mobile number, like 07700 900 982' }] : []),
    ...(email !== '' && (email.length > longest.email || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(email)) ? [{ field: 'email', message: 'Enter an e-mail address, like name@example.com' }] : []),
    ...(councilNumber.length > longest.councilNumber ? [{ field: 'councilNumber', message: `Enter at most ${longest.councilNumber} letters and figures` }] : []),
    ...(born === undefined ? [] : born === 'no-date' ? [{ field: 'born-day', message: 'Enter a day that is in the calendar, like 9 3 1944' }] : born > today || Number(today.slice(0, 4)) - Number(born.slice(0, 4)) > oldest ? [{ field: 'born-day', message: 'Enter a day of birth that has gone by, and not too long ago' }] : []),
  ];
  if (faults.length > 0) return { faults };
  return { about: {
    full, preferred: preferred === '' ? full.split(' ')[0] ?? full : preferred, area,
    ...(phone !== '' && { phone }), ...(email !== '' && { email }), ...(councilNumber !== '' && { councilNumber }), ...(born !== undefined && born !== 'no-date' && { bornOn: born }),
  } };
}

/** What the fields of the form hold: what was typed, or else what is known. */
export function aboutValues(form: Asked['form'], known: Partial<About> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries((['full', 'preferred', 'area', 'phone', 'email', 'councilNumber'] as const).map((name) => [name, form[name] === undefined ? known[name] ?? '' : textIn(form[name])]));
}

/** One line, whatever was pasted. */
function lineIn(value: string | readonly string[] | undefined): string {
  return textIn(value).replaceAll(/[\p{C}\s]+/gu, ' ').trim();
}
