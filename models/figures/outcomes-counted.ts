import { isAnswerTo, instruments, type Goal, type OutcomeBook, type WellbeingAnswers } from '../outcome/index.ts';
import { localDate, type LocalDate } from '../shared/index.ts';
import { addCounts, tally, type CountName, type Counts } from './counts.ts';

type Change = 'better' | 'same' | 'worse';

/** What was said of one day, on how things went: feedback, goals that were set, rated or ended, and wellbeing against the time before. Never the words. */
export function outcomesCounted({ goals, pastGoals = [], feedback }: Pick<OutcomeBook, 'goals' | 'pastGoals' | 'feedback'>, wellbeing: readonly WellbeingAnswers[], day: LocalDate, zone: string): Counts {
  const isOn = (at: WellbeingAnswers['at']) => localDate(at, zone) === day;
  return addCounts([
    tally(feedback.filter(({ at }) => isOn(at)).flatMap(({ rating }): CountName[] => ['feedback.given', `feedback.${rating ?? 'unrated'}`])),
    ...[...goals, ...pastGoals].map((goal) => goalCounted(goal, day, isOn)),
    ...wellbeing.filter(({ at, answers }) => isOn(at) && Object.keys(answers).length > 0).map((now) => wellbeingCounted(now, wellbeing.findLast(({ instrument, at }) => instrument === now.instrument && at < now.at))),
  ]);
}

function goalCounted({ setOn, ended, notes = [] }: Goal, day: LocalDate, isOn: (at: WellbeingAnswers['at']) => boolean): Counts {
  const rated = notes.flatMap(({ rating, at }) => (rating === undefined ? [] : [{ rating, at }]));
  const changes = rated.flatMap(({ rating, at }, place): CountName[] => {
    const before = rated[place - 1]?.rating;
    return before === undefined || !isOn(at) ? [] : [`goals.${changeOf(rating - before)}`];
  });
  return tally([...(setOn === day ? ['goals.set' as const] : []), ...(ended !== undefined && isOn(ended.at) ? [ended.how === 'reached' ? 'goals.reached' as const : 'goals.ended' as const] : []), ...changes]);
}

/** The four questions of the ONS, each against the answer before, a whole point or more; of anxiety less is better. */
function wellbeingCounted(now: WellbeingAnswers, before: WellbeingAnswers | undefined): Counts {
  const changes = now.instrument !== 'ons4' || before === undefined ? [] : instruments.ons4.questions.flatMap((question): CountName[] => {
    const [is, was] = [now.answers[question.id], before.answers[question.id]];
    if (is === undefined || was === undefined || !isAnswerTo(question, is) || !isAnswerTo(question, was)) return [];
    return [`wellbeing.${changeOf((Number(is) - Number(was)) * (question.id === 'anxious' ? -1 : 1))}.${question.id}`];
  });
  return tally(['wellbeing.answered', ...changes]);
}

function changeOf(difference: number): Change {
  return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same';
}
