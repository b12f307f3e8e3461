// Promise: what the service achieved is shown as counted, with what may be passed on apart from it; whom the speaker fails is named to few, and each look at them is written down.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { lastWholeWeek, type CouncilWeek, type Counts } from '../../models/figures/index.ts';
import { addDays, localDate, personId } from '../../models/shared/index.ts';
import { consoleServices } from '../../lambda/console/console-services.ts';
import { councilWeekKey, figuresPartition } from '../../lambda/store/keys.ts';
import { keepFolded } from '../../lambda/store/figure-rows.ts';
import type { Operation } from '../../lambda/store/table.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
let adviser: Browser;
const last = () => lastWholeWeek(localDate(world.house.clock(), 'Europe/London'));
const people = (spoke: number) => ({ all: 40, spoke, visited: 30, told: 12, asked: 3 });
/** The same three days in each of a year's weeks, so that a hand can reckon what they come to. */
const day: Counts = {
  'turns.understood': 50, 'turns.mended': 6, 'turns.asked-again': 3, 'turns.fallback': 1, 'asked.WhoIsComingIntent': 40, 'asked.BudgetLeftIntent': 2, 'asked.NeverHeardOfIntent': 9,
  'alerts.told': 10, 'alerts.told.visit-late': 8, 'alerts.told.help-wanted': 2, 'alerts.answered.visit-late': 7, 'alerts.answered.help-wanted': 2, 'alerts.by.person': 5, 'alerts.by.family': 3, 'alerts.by.desk': 1, 'alerts.by.nobody': 1, 'alerts.within.5': 6, 'alerts.within.60': 3,
  'requests.asked': 4, 'requests.for-goal': 2, 'requests.agreed-at-once': 2, 'requests.agreed-later': 1, 'requests.declined': 1, 'requests.within.0': 3, 'requests.within.5': 1, 'pence.set-aside': 9_050, 'entries.set-aside': 3, 'pence.spent': 2_000, 'entries.spent': 1,
  'feedback.given': 2, 'feedback.good': 1, 'feedback.unrated': 1, 'goals.better': 1, 'goals.worse': 1, 'wellbeing.answered': 1, 'wellbeing.better.happy': 1,
};
const weekOf = (weeksAgo: number): CouncilWeek => {
  const week = addDays(last(), -7 * weeksAgo);
  return { week, days: Object.fromEntries(Array.from({ length: 7 }, (_, place) => [addDays(week, place), place < 3 ? day : {}])), people: people(20), peopleIn: { 4: people(25), 13: people(31), 52: people(36) } };
};
beforeAll(async () => {
  world = await consoleWorld();
  const { rows } = await world.house.table.query({ by: 'pk', pk: figuresPartition(harrow), from: 'week#', to: councilWeekKey(harrow, last()).sk });
  await world.house.table.transact(rows.map(({ pk, sk }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] })));
  for (let weeksAgo = 0; weeksAgo < 52; weeksAgo += 1) await keepFolded(world.house.table, harrow, { council: weekOf(weeksAgo), providers: [], ...(weeksAgo === 0 && { fairness: fairness() }) });
  adviser = await world.as('adviser');
}, 60_000);
afterAll(async () => { await world.house.close(); });

const fairness = () => {
  const those = { people: { 0: 10, 10: 12, 20: 5, 30: 2, more: 3 }, most: [{ personId: personId('gone'), turns: 10, failed: 10 }, { personId: personId('dev'), turns: 20, failed: 9 }, { personId: personId('joyce'), turns: 30, failed: 3 }] };
  return { 4: those, 13: { ...those, most: [] } };
};

describe('what it achieved', () => {
  test('comes to what a hand finds in it, over four weeks, a quarter and a year', async () => {
    const [month, quarter, year] = [await adviser.get('/achieved'), await adviser.get('/achieved?weeks=13'), await adviser.get('/achieved?weeks=52')];
    expect(month.text).toContain('People who spoke with it 25 Turns of talk 720 Understood, at once or at the next try 93% Alerts that needed an answer, and had one 90% Requests agreed 36 Money set aside £1,086 Feedback given 24 Goals rated better than before, of those rated again 50%');
    expect(quarter.text).toContain('People who spoke with it 31 Turns of talk 2,340');
    expect(year.text).toContain('People who spoke with it 36 Turns of talk 9,360');
  });

  test('has its parts, each with a chart for who cannot see it too, and its table', async () => {
    for (const [part, words] of [['use', 'Who’s coming 480'], ['understood', '50 6 3 1 93%'], ['alerts', 'A visit late 96 84'], ['requests', '£90.50 £20'], ['outcomes', 'Happy 12 0 0']] as const) {
      const { status, html, text } = await adviser.get(`/achieved/${part}`);
      expect([part, status, text.includes(words)]).toEqual([part, 200, true]);
      expect(html).toMatch(/<svg [^>]*role="img" aria-labelledby="[\w-]+-title [\w-]+-description"[^>]*><title/);
      expect(html).not.toMatch(/<svg[\s\S]*?\sstyle="[\s\S]*?<\/svg>/);
      expect(html.length).toBeLessThan(150_000);
    }
    expect((await adviser.get('/achieved/use')).text).not.toContain('NeverHeardOf');
  });

  test('a part of a year is by week, and as light', async () => {
    for (const part of ['use', 'understood', 'alerts', 'requests', 'outcomes']) {
      const { status, html } = await adviser.get(`/achieved/${part}?weeks=52`);
      expect([status, html.length < 150_000]).toEqual([200, true]);
    }
  });

  test.each(['none', '__proto__', 'constructor', '%3Cscript%3E', '..%2f'])('has no part %s', async (part) => {
    expect((await adviser.get(`/achieved/${part}`)).status).toBe(404);
    expect((await adviser.get(`/achieved/${part}/figures.csv`)).status).toBe(404);
  });

  test('goes out as files with no number from 1 to 4, and none that would tell one', async () => {
    const alerts = (await adviser.get('/achieved/alerts/figures.csv')).html;
    expect(alerts).toContain('10');
    for (const part of ['use', 'understood', 'alerts', 'requests', 'outcomes']) {
      for (const weeks of [4, 13, 52]) {
        const cells = (await adviser.get(`/achieved/${part}/figures.csv?weeks=${weeks}`)).html.split('\r\n').slice(2).flatMap((line) => line.split(',').slice(1));
        expect(cells.filter((cell) => /^[1-4]$/.test(cell) || (/^\d+$/.test(cell) && Number(cell) % 5 !== 0))).toEqual([]);
      }
    }
    expect((await adviser.get('/achieved/requests/figures.csv')).html).toContain('too few to break down');
    expect(alerts).toContain('left out');
    expect((await adviser.get('/achieved/requests/figures.csv')).html).toContain('fewer than 5');
  });
});

describe('the report', () => {
  test('names nobody, holds no small number, and says what cannot be concluded', async () => {
    const { text, html } = await adviser.get('/achieved/report');
    expect(text).toContain('People who spoke with it 25 Turns of talk 720');
    expect(text).toContain('What would have happened without it');
    expect(text).toContain('That a change came from this service.');
    const main = html.slice(html.indexOf('<h1'), html.indexOf('What cannot be concluded'));
    for (const name of ['Margaret', 'Dev', 'Joyce', 'Susan', 'margaret', '/people/']) expect(main).not.toContain(name);
    const cells = [...main.matchAll(/govuk-table__cell--numeric"[^>]*>([^<]*)</g)].map(([, cell]) => cell ?? '');
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter((cell) => /^[\d,]+$/.test(cell) && Number(cell.replaceAll(',', '')) % 5 !== 0)).toEqual([]);
    expect((await adviser.get('/achieved/report.csv')).html).toContain('Turns of talk,720');
  });
});

describe('fairness', () => {
  test('names those whom the speaker fails more than one time in ten, with what could help, and each look is written down with them', async () => {
    const before = await looks('dev');
    const { text, html } = await adviser.get('/achieved/fairness');
    expect(text).toContain('Dev Patel 45% failed: 9 of 20 turns.');
    expect(text).not.toContain('Joyce');
    expect(html).toContain('/people/dev/speech');
    expect(await looks('dev')).toBe(before + 1);
    expect((await adviser.get('/achieved/fairness?weeks=13')).text).toContain('Nobody of these weeks');
    expect(await looks('dev')).toBe(before + 1);
  });

  test('is not for whoever may see all else', async () => {
    const auditor = await world.as('auditor');
    expect((await auditor.get('/achieved')).status).toBe(200);
    expect((await auditor.get('/achieved')).text).not.toContain('keeps failing');
    expect((await auditor.get('/achieved/fairness')).status).toBe(404);
  });
});

async function looks(who: string): Promise<number> {
  const lines = await consoleServices(world.house.services, { madeUp: [], sendCode: () => Promise.resolve() }).audit.read(personId(who), 500);
  return lines.filter(({ action, by }) => action === 'look:fairness' && by === 'staff:okafor').length;
}
