import { mayDo } from '../../../models/access/index.ts';
import { instrumentIds, instruments, type Question, type WellbeingAnswers } from '../../../models/outcome/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { dateText } from '../words.ts';

/** How somebody says they are, over time: each time they answered, beside the others. Only they answer; their adviser reads. */
export const wellbeingPage = personPage({
  name: 'wellbeing', path: '/people/:personId/wellbeing', rule: 'see-wellbeing',
  view: async ({ services, record: { personId, household }, identity }) => {
    const [all, spoken] = await Promise.all([services.outcomes.wellbeing(personId), services.outcomes.spokenQuestions()]);
    return { template: 'console/pages/wellbeing.njk', title: 'Wellbeing', model: {
      mayAnswer: mayDo(identity, 'answer-wellbeing', { councilId: services.council.id, household }), adviser: household.council.adviser, mayBeSpoken: spoken?.mayBeSpoken === true,
      sets: instrumentIds.map((id) => {
        const { title, questions, source } = instruments[id];
        const own = all.filter(({ instrument }) => instrument === id).toReversed();
        return { id, title, source, wording: questions.map(({ short, words }) => ({ short, words })), head: [{ text: 'Day' }, ...questions.map(({ short, scale }) => ({ text: short, ...(scale.kind === 'nought-to-ten' && { format: 'numeric' }) }))], rows: own.map((answers) => rowOf(answers, questions, household.timeZone)) };
      }),
    } };
  },
});

function rowOf({ at, answers }: WellbeingAnswers, questions: readonly Question[], zone: string) {
  return [{ text: dateText(localDate(at, zone)) }, ...questions.map(({ id, scale }) => ({ text: shown(scale, answers[id]), ...(scale.kind === 'nought-to-ten' && { format: 'numeric' }) }))];
}

function shown(scale: Question['scale'], answer: string | undefined): string {
  if (answer === undefined) return 'Skipped';
  return scale.kind === 'nought-to-ten' ? answer : scale.choices.find(({ value }) => value === answer)?.text ?? answer;
}
