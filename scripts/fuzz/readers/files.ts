import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitSource } from '../../../models/visits-in/index.ts';
import { instant, localDate } from '../../../models/shared/index.ts';
import { readCarePlans } from '../../../lambda/goals-in/read-care-plans.ts';
import { readMoneyFile } from '../../../lambda/money-in/read-money-file.ts';
import { readVisitsFile } from '../../../lambda/visits-in/read-visits-file.ts';
import { hostileWords } from '../../../test/support/hostile-words.ts';
import { wrong, type Fuzzed } from '../fuzzed.ts';
import { jsonText, spoilJson } from '../spoil-json.ts';
import { below, oneOf, spoil, type Chance } from '../spoil.ts';

const now = instant(Date.UTC(2026, 11, 1, 8));
const zone = 'Europe/London';
const source: VisitSource = { id: 'fuzz', name: 'Fuzz', provider: { id: 'fuzz', name: 'Fuzz', phone: '', officeContact: '', lateAfterMinutes: 15 }, names: 'first-name-first', workerNames: { E014: 'Priya' }, heardEveryHours: 24 };
const samplesIn = (name: string): readonly string[] => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'test', 'visits-in', name);
  return readdirSync(folder).filter((file) => file !== 'NOTICE').map((file) => readFileSync(join(folder, file), 'utf8'));
};

/** Files of visits are read or refused, each row accounted for; a visit is one that can be. */
function visits(input: Fuzzed['input']): Fuzzed {
  return {
    input,
    read: async (text) => {
      const found = await readVisitsFile(Buffer.from(text), { source, zone, now, fileName: 'fuzz' });
      if (found.kind !== 'read') return false;
      const odd = found.visits.find(({ startsAt, minutes, client, refs, tasks }) => !Number.isSafeInteger(startsAt) || !(minutes >= 1 && minutes <= 1_500) || client === '' || refs.length === 0 || tasks.some((task) => task.length > 80));
      return odd === undefined || wrong(`a visit that cannot be: ${JSON.stringify(odd)}`);
    },
  };
}

export function visitsCsv(): Fuzzed {
  const samples = samplesIn('samples');
  return visits((chance) => (chance() < 0.6 ? spoil(oneOf(samples, chance), chance) : csv(['Visit ID', 'Visits Date', 'Visit Start Time', 'Visit End Time', 'Employee ID', 'Customer ID', 'Status'], chance)));
}

export function calendar(): Fuzzed {
  const samples = samplesIn('calendars');
  return visits((chance) => (chance() < 0.5 ? spoil(oneOf(samples, chance), chance) : madeCalendar(chance)));
}

export function fhir(): Fuzzed {
  const samples = samplesIn('fhir');
  const bundled = { resourceType: 'Bundle', type: 'collection', entry: samples.map((text) => ({ fullUrl: 'urn:uuid:1', resource: JSON.parse(text) as unknown })) };
  return visits((chance) => (chance() < 0.3 ? spoil(oneOf(samples, chance), chance) : jsonText(spoilJson(chance() < 0.5 ? bundled : JSON.parse(oneOf(samples, chance)), chance), chance)));
}

/** Goals of support plans: each is one that can be read aloud and found again, and is somebody's. */
export function carePlans(): Fuzzed {
  const plan = JSON.parse(samplesIn('fhir').find((text) => text.includes('"CarePlan"')) ?? '{}') as object;
  const goal = { resourceType: 'Goal', id: 'g1', identifier: [{ system: 'urn:plans', value: 'G-1' }], lifecycleStatus: 'active', description: { text: 'seeing people' }, subject: { reference: 'Patient/p1' }, target: [{ dueDate: '2027-03-01' }] };
  const bundled = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: { resourceType: 'Patient', id: 'p1', identifier: [{ value: 'HC-1' }] } }, { resource: goal }, { resource: { ...plan, goal: [{ reference: 'Goal/g1' }, { reference: '#in' }], contained: [{ ...goal, id: 'in' }] } }] };
  return {
    input: (chance) => (chance() < 0.2 ? spoil(JSON.stringify(bundled), chance) : jsonText(spoilJson(bundled, chance), chance)),
    read: (text) => {
      const found = readCarePlans(Buffer.from(text));
      if (found.kind !== 'read') return Promise.resolve(false);
      const odd = found.goals.find(({ id, client, ref, words, isOver }) => !/^plan-[0-9a-f]{20}$/.test(id) || client === '' || ref === '' || words.length > 160 || (words === '' && !isOver));
      return Promise.resolve(odd === undefined || wrong(`a goal that cannot be: ${JSON.stringify(odd)}`));
    },
  };
}

/** Lines of money: every row is a line or a fault, and a line is a sum that can be. */
export function money(): Fuzzed {
  const headings = ['Council number', 'Date', 'Kind', 'Amount', 'Reference', 'Words'];
  const sample = 'Council number,Date,Kind,Amount,Reference,Words\r\nHC-1,01/12/2026,Allocation,"£1,234.50",A1,four weeks’ money\r\nHC-2,30/11/2026,Payment,12.00,A2,"Green Fingers, gardening"\r\nHC-2,2026-11-02,Adjustment,(12.00),A3,paid twice\r\n';
  const statement = 'Date,Type,Description,Paid out,Paid in,Balance\r\n01/12/2026,DEB,SPARKLE CLEANING,30.00,,470.00\r\n30/11/2026,BGC,COUNCIL,,£500.00,500.00\r\n29/11/2026,DD,"WATER, LTD",(4.20),,0.00\r\n';
  const ofStatements = ['Date', 'Type', 'Description', 'Paid out', 'Paid in', 'Amount', 'Balance'];
  return {
    input: (chance) => (chance() < 0.5 ? spoil(chance() < 0.5 ? sample : statement, chance) : csv(chance() < 0.5 ? headings : ofStatements, chance)),
    read: async (text) => {
      const found = await readMoneyFile(Buffer.from(text), localDate(now, zone), 'HC-9');
      if (found.kind !== 'read') return false;
      if (found.rows !== found.lines.length + found.faults.length) return wrong(`${found.rows} rows, ${found.lines.length} lines and ${found.faults.length} faults`);
      const odd = found.lines.find(({ amountPence, person, reference }) => !Number.isSafeInteger(amountPence) || amountPence === 0 || Math.abs(amountPence) > 100_000_000 || person === '' || reference === '');
      return odd === undefined || wrong(`a line that cannot be: ${JSON.stringify(odd)}`);
    },
  };
}

const usualCells = ['1', 'W-17', 'HC-1', 'E014', '01/12/2026', '2026-12-01', '08:00', '8.30', '08:30:00', 'Allocation', 'payment', 'Adjustment', '£1,234.50', '(12.00)', '12.00-', 'Cancelled', 'gardening', '', ' ', '44166', '0.3333'];

/** Rows under headings that are known, of cells both usual and hostile, by any of the marks that part them. */
function csv(headings: readonly string[], chance: Chance): string {
  const [delimiter, lineEnd] = [oneOf([',', ';', '\t'], chance), oneOf(['\r\n', '\n', '\r'], chance)];
  const cell = () => {
    const value = chance() < 0.75 ? oneOf(usualCells, chance) : oneOf(hostileWords, chance);
    return chance() < 0.9 && /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  };
  const rows = Array.from({ length: below(30, chance) }, () => Array.from({ length: headings.length + (chance() < 0.05 ? below(4, chance) - 2 : 0) }, cell).join(delimiter));
  return [chance() < 0.1 ? `sep=${delimiter}` : headings.join(delimiter), ...(chance() < 0.1 ? [headings.join(delimiter)] : []), ...rows, ''].join(lineEnd);
}

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY', 'HOURLY', 'MINUTELY', 'SECONDLY', 'NEVER'];
const ruleParts = ['COUNT=10', 'COUNT=0', 'COUNT=99999999', 'UNTIL=20270101T000000Z', 'UNTIL=20270101', 'UNTIL=x', 'INTERVAL=2', 'INTERVAL=1000000', 'INTERVAL=0', 'BYDAY=MO,WE', 'BYDAY=-1SU', 'BYDAY=53MO', 'BYDAY=XX', 'BYMONTH=2', 'BYMONTHDAY=31', 'BYMONTHDAY=-1', 'BYYEARDAY=366', 'BYWEEKNO=53', 'BYSETPOS=-1', 'BYHOUR=1,2,3', 'BYMINUTE=0,30', 'WKST=SU', 'RSCALE=HEBREW'];
const stamps = ['20261201T080000', '20261201T080000Z', '20261201', '20260329T013000', '20261025T013000', '99991231T235959Z', '00000000T000000', '20261301T990000', 'x', ''];
const zones = ['', ';TZID=Europe/London', ';TZID=GMT Standard Time', ';TZID=America/New_York', ';TZID=Nowhere', ';VALUE=DATE', ';VALUE=PERIOD'];

function madeCalendar(chance: Chance): string {
  const when = (name: string) => `${name}${oneOf(zones, chance)}:${oneOf(stamps, chance)}`;
  const line = () => oneOf([
    () => `UID:${oneOf(hostileWords, chance).slice(0, 300)}`, () => 'UID:same', () => when('DTSTART'), () => when('DTEND'), () => `DURATION:${oneOf(['PT30M', 'P1W', '-PT1H', 'PT', 'P1Y2M', 'PT99999999H'], chance)}`, () => `SUMMARY:${oneOf(hostileWords, chance)}`,
    () => `RRULE:FREQ=${oneOf(frequencies, chance)}${Array.from({ length: below(5, chance) }, () => `;${oneOf(ruleParts, chance)}`).join('')}`, () => when('EXDATE'), () => when('RDATE'), () => when('RECURRENCE-ID'), () => `RECURRENCE-ID;RANGE=THISANDFUTURE:${oneOf(stamps, chance)}`,
    () => `STATUS:${oneOf(['CONFIRMED', 'CANCELLED', 'TENTATIVE', 'x'], chance)}`, () => `SEQUENCE:${oneOf(['0', '7', '-1', 'x'], chance)}`, () => `ATTENDEE;CN="${oneOf(hostileWords, chance).slice(0, 200)}":mailto:a@b`, () => ` ${oneOf(hostileWords, chance)}`,
  ], chance)();
  const event = () => ['BEGIN:VEVENT', ...(chance() < 0.8 ? ['UID:e1', `DTSTART;TZID=Europe/London:${oneOf(stamps, chance)}`, 'DURATION:PT30M', 'SUMMARY:Visit'] : []), ...Array.from({ length: below(8, chance) }, line), 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//fuzz//EN', ...(chance() < 0.2 ? ['METHOD:CANCEL'] : []), ...Array.from({ length: 1 + below(4, chance) }, event).flat(), 'END:VCALENDAR', ''].join('\r\n');
  return chance() < 0.2 ? spoil(text, chance) : text;
}
