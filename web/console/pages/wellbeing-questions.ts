import { actorOf } from '../../../models/access/index.ts';
import { answersIn, instrumentIds, instruments, isAnswerTo, isTooYoungFor, type Instrument, type WellbeingAnswers } from '../../../models/outcome/index.ts';
import { wellbeingAnswered } from '../../../models/person-record/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';

type Here = Asked<'see-person'>;

/**
 * One question after another in its unchanged wording, answered by the person and nobody for them. What was answered so far goes along
 * in the form; nothing is kept before the end, or before they stop and want it kept.
 */
export const wellbeingQuestionsPage = personPage({
  name: 'wellbeing-questions', path: '/people/:personId/wellbeing/:instrument', rule: 'answer-wellbeing',
  view: (asked) => {
    const instrument = instrumentIn(asked);
    const { form, record: { household } } = asked;
    if (form['step'] !== undefined) return Promise.resolve(asking(asked, instrument, stepIn(form)));
    return Promise.resolve({ template: 'console/pages/wellbeing-start.njk', title: instrument.title, model: { count: instrument.questions.length, adviser: household.council.adviser, isTooYoung: isTooYoung(asked, instrument) } });
  },
  submit: async (asked) => {
    const instrument = instrumentIn(asked);
    const { form, record: { personId } } = asked;
    const back = `/people/${personId}/wellbeing`;
    if (isTooYoung(asked, instrument)) return { go: back };
    const step = stepIn(form);
    const question = instrument.questions[step];
    if (form['do'] === 'start' || question === undefined) return { shown: asking(asked, instrument, 0) };
    if (form['do'] === 'forget') return { go: back, said: 'nothing-kept' };
    if (form['do'] === 'back') return { shown: asking(asked, instrument, Math.max(0, step - 1)) };
    const answer = textIn(form[question.id]);
    if (form['do'] === 'next' && !isAnswerTo(question, answer)) return { faults: [{ field: question.id, message: 'Choose an answer, or skip the question' }] };
    const said = soFar(form, instrument, form['do'] === 'skip' ? question.id : undefined);
    if (form['do'] === 'keep') return keep(asked, instrument, said, true);
    return step + 1 < instrument.questions.length ? { shown: asking({ ...asked, form: { ...said, id: form['id'] ?? '' } }, instrument, step + 1) } : keep(asked, instrument, said, false);
  },
});

function instrumentIn({ params }: Here): Instrument {
  const id = instrumentIds.find((each) => each === params['instrument']);
  if (id === undefined) throw new PageProblem(404, 'Those questions are not there any more.');
  return instruments[id];
}

function stepIn(form: Here['form']): number {
  const step = Number.parseInt(textIn(form['step']), 10);
  return Number.isInteger(step) && step >= 0 ? step : 0;
}

/** What is answered so far, without what is skipped now. */
function soFar(form: Here['form'], { id, questions }: Instrument, skipped: string | undefined): Readonly<Record<string, string>> {
  return answersIn(id, Object.fromEntries(questions.flatMap((question) => (question.id === skipped ? [] : [[question.id, textIn(form[question.id])]]))));
}

function asking({ services, form }: Pick<Here, 'services' | 'form'>, instrument: Instrument, step: number) {
  const { questions, lead, source, title } = instrument;
  const question = questions[Math.min(step, questions.length - 1)];
  const answers = soFar(form, instrument, undefined);
  const others = Object.entries(answers).filter(([id]) => id !== question?.id).map(([id, value]) => ({ id, value }));
  const id = textIn(form['id']);
  return { template: 'console/pages/wellbeing-question.njk', title: `${title}: question ${step + 1} of ${questions.length}`, model: {
    id: /^answers-[0-9a-f-]{36}$/.test(id) ? id : `answers-${services.newId()}`, question, step, lead: step === 0 ? lead : undefined, others, value: question === undefined ? '' : answers[question.id] ?? '', isLast: step + 1 === questions.length, source,
    scale: question?.scale, hasSome: others.length > 0,
  } };
}

/** Keeps what was answered; an answer that worries is a reason for somebody to ring, and they were told so. */
async function keep({ services, record, form, identity, now }: Here, { id: instrument }: Instrument, answers: WellbeingAnswers['answers'], isStopped: boolean) {
  const back = `/people/${record.personId}/wellbeing`;
  const id = textIn(form['id']);
  if (Object.keys(answers).length === 0) return { go: back, said: 'nothing-kept' };
  if (!/^answers-[0-9a-f-]{36}$/.test(id)) return { go: back };
  const change = wellbeingAnswered(record, { id, instrument, mode: 'web', answers, isStopped, at: now }, actorOf(identity));
  const saved = await services.records.save(record, { idempotencyKey: id, at: now, ...change });
  if (change.alerts.length > 0) services.requests.wake();
  return { go: back, said: saved.kind === 'unknown' || saved.kind === 'changed-meanwhile' ? 'uncertain' : 'thanks' };
}

function isTooYoung({ record: { household: { bornOn, timeZone } }, now }: Here, instrument: Instrument): boolean {
  return isTooYoungFor(instrument, bornOn, localDate(now, timeZone));
}
