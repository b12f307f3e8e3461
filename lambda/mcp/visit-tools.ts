import * as z from 'zod';
import { nextVisit, visitsBetween, workersOf, type CareVisit } from '../../models/care-visit/index.ts';
import { addDays, isLocalDate, type LocalDate } from '../../models/shared/index.ts';
import { aboutHowLong, nextWords, purposeWords, upperFirst } from '../../skill/care-visit/speech.ts';
import { countWord, dayWords } from '../../skill/words/index.ts';
import { refused, tool, type Called } from './tool.ts';

export const nextVisitTool = tool({
  name: 'next_visit', title: 'Next visit', deed: 'visits', isPrivate: true, input: z.strictObject({}),
  about: 'The next care visit: who comes, when, for how long and what for.',
  run: (called) => {
    const { record: { visitBook }, now, zone } = called;
    const visit = nextVisit(visitBook, now, zone);
    if (visit === undefined) return Promise.resolve({ words: 'There are no visits booked that My Care knows of.', facts: { visit: null } });
    const isDue = visit.startsAt <= now ? ' It is due, and nobody is known to have arrived.' : '';
    return Promise.resolve({ words: `The next visit: ${visitWords(called, visit)}.${isDue}`, facts: { visit: factsOf(called, visit) } });
  },
});

const nearDays: Readonly<Record<string, number | undefined>> = { today: 0, tomorrow: 1, yesterday: -1 };
const mostDaysAway = 60;

export const visitsOnDayTool = tool({
  name: 'visits_on_day', title: 'Visits on a day', deed: 'visits', isPrivate: true,
  about: 'The care visits of one day, in order, with those that were cancelled. A day within 60 days of today.',
  input: z.strictObject({ day: z.string().max(40).describe('A date like 2026-12-08, or "today", "tomorrow" or "yesterday"') }),
  run: (called, { day: said }) => {
    const { record: { visitBook }, today, zone } = called;
    const near = Object.hasOwn(nearDays, said.toLowerCase()) ? nearDays[said.toLowerCase()] : undefined;
    const day = near !== undefined ? addDays(today, near) : isLocalDate(said) ? said : undefined;
    if (day === undefined || day < addDays(today, -mostDaysAway) || day > addDays(today, mostDaysAway)) return Promise.resolve(refused('day', `Give a day within ${mostDaysAway} days of today, as a date like ${today}, or “today” or “tomorrow”.`));
    const visits = visitsBetween(visitBook, day, day, zone);
    return Promise.resolve({ words: wordsOf(called, day, visits), facts: { day, visits: visits.map((visit) => factsOf(called, visit)) } });
  },
});

function wordsOf(called: Called, day: LocalDate, visits: readonly CareVisit[]): string {
  const when = dayWords(day, called.today);
  const isOn = ({ status }: CareVisit) => status !== 'cancelled';
  const on = visits.filter(isOn);
  const off = visits.filter((visit) => !isOn(visit)).map((visit) => `Cancelled: ${visitWords(called, visit)}.`);
  if (on.length === 0) return [`Nobody is booked ${when}.`, ...off].join(' ');
  return [`${upperFirst(when)}: ${countWord(on.length)} visit${on.length === 1 ? '' : 's'}.`, ...on.map((visit) => `${upperFirst(visitWords(called, visit))}.`), ...off].join(' ');
}

function visitWords({ record: { visitBook, household }, today }: Called, visit: CareVisit): string {
  return `${nextWords(visitBook, visit, today)}, for ${aboutHowLong(visit)}, for ${purposeWords(visit, household.passport)}`;
}

function factsOf({ record: { visitBook } }: Called, visit: CareVisit): object {
  return { id: visit.id, day: visit.on, time: visit.from, starts_at: new Date(visit.startsAt).toISOString(), minutes: visit.minutes, who: workersOf(visitBook, visit), tasks: visit.tasks, status: visit.status };
}
