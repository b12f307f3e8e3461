import type { CalendarAddressFault, CalendarFailed, CalendarFailure, CalendarReading } from '../../models/visits-in/index.ts';

/** What is wrong with a typed address, and how to mend it. */
export const addressFaultText: Readonly<Record<CalendarAddressFault, string>> = {
  'no-address': 'Enter the whole address of the calendar, like https://rota.example.org/calendar.ics', 'not-https': 'The address begins with http: ask the agency for one that begins with https, so that nobody on the way can read it',
  'has-password': 'There is a name or a password in the address: ask the agency for one without', 'unusual-port': 'The address names a port that we do not call: ask the agency for one without a number after the name', 'too-long': 'The address is longer than any calendar’s: copy it once more',
};

/** What a later version of us adds is found by no word here. */
const failedText: Readonly<Record<CalendarFailed, string> & Partial<Record<string, string>>> = {
  'bad-address': 'It sent us on to an address that is not https. Ask the agency for the address it is at now', 'not-outside': 'It leads inside a network, where nothing is called. Ask the agency for an address that works from outside its office', 'too-many-redirects': 'It was sent on too often. Ask the agency for the address it is at now',
  'too-large': 'It is larger than 5 megabytes. Ask the agency for a calendar with fewer weeks in it', 'too-slow': 'It did not answer within 10 seconds. We try again', unreachable: 'Nothing answers there. We try again; if it stays so, ask the agency whether the address is still right', 'line-broke': 'The line broke. We try again',
  'cannot-be-unpacked': 'What came cannot be unpacked. Ask the agency to look at its system', answered: 'The address did not give a calendar. Ask the agency whether it is still right', 'no-calendar': 'What is there is no calendar; it may be a page to sign in. Ask the agency for the address of the calendar itself', refused: 'It cannot be read',
  nobody: 'Nobody here has the name of the calendar. Link it under “Who is who” of its source', 'another-agency': 'Another care agency looks after them. Nothing is taken', 'has-left': 'They have left, or are not here any more. It is not read: stop it', uncertain: 'It is not certain that all of it was kept. We try again', failed: 'Something went wrong at our end. We try again',
};

/** Why nothing of it was taken, in plain words. */
export function failureText({ why, status, words }: CalendarFailure): string {
  if (words !== undefined) return words;
  if (why === 'answered' && (status === 404 || status === 410)) return 'There is no calendar at this address any more. Ask the agency for the address it is at now.';
  if (why === 'answered' && (status === 401 || status === 403)) return 'We are not let in at this address. Ask the agency for a new one.';
  return `${failedText[why as string] ?? 'It could not be read. We try again'}.`;
}

/** "14 visits. 2 changes, and 1 that was there before is missing." */
export function broughtText({ visits, changed, missing, alerts, isWaiting }: CalendarReading): string {
  const number = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);
  const parts = [number(visits, 'visit', 'visits'), ...(isWaiting ? ['So much is called off or missing that it waits for a yes'] : [changed === 0 ? 'Nothing was new' : number(changed, 'change', 'changes')]), ...(missing === 0 ? [] : [`${number(missing, 'visit that was there before is', 'visits that were there before are')} missing, and not cancelled`]), ...(alerts === 0 ? [] : [number(alerts, 'alert', 'alerts')])];
  return `${parts.join('. ')}.`;
}
