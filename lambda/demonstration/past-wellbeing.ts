import { instruments, type Feedback, type InstrumentId, type WellbeingAnswers } from '../../models/outcome/index.ts';
import { addDays, localDate, toInstant, type Instant, type LocalDate, type LocalTime, type PersonId } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

type Line = readonly [daysAgo: number, instrument: InstrumentId, answers: Readonly<Record<string, string>>];

const lines: Readonly<Record<string, readonly Line[]>> = {
  margaret: [
    [96, 'ons4', { satisfied: '4', worthwhile: '5', happy: '4', anxious: '6' }], [52, 'ons4', { satisfied: '6', worthwhile: '6', happy: '7', anxious: '4' }], [9, 'ons4', { satisfied: '7', worthwhile: '7', happy: '7' }],
    [96, 'ons-loneliness', { companionship: 'often', 'left-out': 'some-of-the-time', isolated: 'often', lonely: 'some-of-the-time' }], [9, 'ons-loneliness', { companionship: 'some-of-the-time', 'left-out': 'hardly-ever-or-never', isolated: 'some-of-the-time', lonely: 'occasionally' }],
  ],
  dev: [[40, 'ons4', { satisfied: '7', worthwhile: '8', happy: '8', anxious: '3' }], [5, 'ons4', { satisfied: '8', worthwhile: '8', happy: '6', anxious: '2' }]],
};

/** What an invented person answered of how they are, oldest first. */
export function pastWellbeing(person: PersonId, now: Instant): readonly WellbeingAnswers[] {
  const today = localDate(now, demonstrationZone);
  return (lines[person] ?? []).map(([daysAgo, instrument, answers], place) => ({
    id: `answers-${person}-${place}`, instrument, version: instruments[instrument].version, mode: 'web', answers, isStopped: false, at: toInstant(addDays(today, -daysAgo), '10:15' as LocalTime, demonstrationZone),
  }));
}

/** What Margaret said of how things went. */
export function pastFeedback(today: LocalDate): readonly Feedback[] {
  const at = (daysAgo: number) => toInstant(addDays(today, -daysAgo), '19:05' as LocalTime, demonstrationZone);
  return [
    { id: 'margaret-feedback-1', about: { kind: 'service', name: 'bingo at the Legion' }, words: 'I met two old friends there, we had a good laugh', at: at(11), theme: 'communities', rating: 'good' },
    { id: 'margaret-feedback-2', about: { kind: 'visit', name: 'the visit from Priya' }, words: 'she was lovely, she let me do my own hair', at: at(3), theme: 'workforce' },
    { id: 'margaret-feedback-3', about: { kind: 'visit', name: 'the visit from Sam' }, words: 'he was in a rush and the tea was cold', at: at(2), theme: 'workforce', rating: 'not-good' },
  ];
}
