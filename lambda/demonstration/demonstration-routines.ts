import type { Routine } from '../../models/routine/index.ts';
import { personId, type Instant, type LocalDate, type PersonId } from '../../models/shared/index.ts';
import { susan } from './around-harrow.ts';
import { everyDay } from './agency.ts';

/** Margaret hears of the day's visits on weekdays; Joyce is asked whether she has had her tablets. Both said yes to it. */
export function demonstrationRoutines(today: LocalDate, now: Instant): readonly (readonly [PersonId, Routine])[] {
  const usual = { startsOn: today, notOn: [], alsoOn: [], bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' }, setBy: susan.id, setByName: susan.name, agreed: { at: now, how: 'voice' } } as const;
  return [
    [personId('margaret'), { ...usual, id: 'todays-visits', does: { kind: 'visits-today' }, days: [1, 2, 3, 4, 5], at: '08:00' as Routine['at'] }],
    [personId('joyce'), {
      ...usual, id: 'morning-tablets', days: everyDay, at: '09:00' as Routine['at'],
      does: { kind: 'question', words: 'Have you had your morning tablets from the blue box?', about: 'whether she has had her morning tablets', isMedicine: true, tell: susan.id },
    }],
  ];
}
