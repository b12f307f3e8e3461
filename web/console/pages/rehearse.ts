import { addDays, isLocalDate, localDate, toInstant, type Instant, type LocalDate, type LocalTime } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { momentText, weekdayText } from '../words.ts';

const weekDays = 7;

/** A week of somebody in seconds: who would be told what, when, and why it climbed. Nothing is kept, and nobody is told. */
export const rehearsePage = personPage({
  name: 'rehearse', path: '/people/:personId/rehearse', rule: 'rehearse',
  view: async ({ services, record, query, now }) => {
    const zone = record.household.timeZone;
    const today = localDate(now, zone);
    const start = query['from'] !== undefined && isLocalDate(query['from']) ? query['from'] : addDays(today, 1);
    const [somebodyAnswers, homeIsOff] = [query['answers'] === 'yes', query['off'] === 'yes'];
    const next = nextClockChange(today, zone);
    const clockChanges = [next, nextClockChange(addDays(next, weekDays), zone)];
    const isRun = query['from'] !== undefined;
    const { told, isCut } = isRun ? await services.alerts.rehearse(record.personId, { from: toInstant(start, midnight, zone), until: toInstant(addDays(start, weekDays), midnight, zone), somebodyAnswers, homeIsOff }) : { told: [], isCut: false };
    return { template: 'console/pages/rehearse.njk', title: 'A week in seconds', model: {
      start, somebodyAnswers, homeIsOff, isRun, clockChanges: clockChanges.map((day) => ({ day, text: weekdayText(day) })),
      told: told.map(({ at, to, words }) => [momentText(at, zone), to, words].map((text) => ({ text }))), count: told.length, isCut, nights: told.filter(({ at }) => isNight(at, zone)).length,
    } };
  },
});

const midnight = '00:00' as LocalTime;

/** The Friday before the clocks next change, so that the night itself is in the week. */
function nextClockChange(from: LocalDate, zone: string): LocalDate {
  for (let day = from; ; day = addDays(day, 1)) {
    const length = toInstant(addDays(day, 1), midnight, zone) - toInstant(day, midnight, zone);
    if (length !== 86_400_000) return addDays(day, -2);
  }
}

function isNight(at: Instant, zone: string): boolean {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at));
  return hour >= 21 || hour < 7;
}
