import { instruments, isTooYoungFor, type InstrumentId } from '../../models/outcome/index.ts';
import { wellbeingAnswered } from '../../models/person-record/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { answerIn } from './wellbeing-answer.ts';
import { answerHelp, choicesWords, spokenWords } from './wellbeing-words.ts';

type Asking = PendingOf<'wellbeing-question'>;

/** "Ask me how life is going." The ONS questions, where the council lets them be asked aloud: only when asked for, and of nobody but the person. */
export async function wellbeingQuestions(turn: Turn): Promise<Answer> {
  const { household, councilId } = turn.record;
  if (!await turn.services.mayAskWellbeing(councilId)) return tell('I can’t ask those questions out loud here.', 'You can answer them in My Care on the web, under Wellbeing.');
  if (isTooYoungFor(instruments.ons4, household.bornOn, turn.today)) return tell('Those questions are for people of 16 and over.');
  const { preferred } = household.name;
  return ask(
    ['It’s four questions, and you can say skip, or stop.', `Only you and ${household.council.adviser} see the answers.`, 'If things sound hard, the council rings you.'],
    `Is that you, ${preferred}, answering for yourself?`, { kind: 'wellbeing-who', instrument: 'ons4' }, `Nobody can answer for ${preferred}. Say yes please if that’s you, or no thank you, and I’ll leave it.`,
  );
}

export function replyToWellbeingWho(turn: Turn, { instrument }: PendingOf<'wellbeing-who'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return tell(`Then I’ll leave it. Only ${turn.record.household.name.preferred} can answer those.`);
  return reply.kind === 'yes' ? begin(instrument) : 'not-an-answer';
}

/** More questions, after the first were answered. */
export function replyToMoreWellbeing(_turn: Turn, _pending: PendingOf<'more-wellbeing'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.');
  return reply.kind === 'yes' ? begin('ons-loneliness') : 'not-an-answer';
}

/** One answer, in whatever words; the next question, or the end. Never a guess: what is not an answer is asked for again. */
export function replyToWellbeingQuestion(turn: Turn, pending: Asking, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  const question = instruments[pending.instrument].questions[pending.step];
  if (question === undefined) return 'not-an-answer';
  if (reply.kind === 'previous') return askStep({ ...pending, step: Math.max(0, pending.step - 1) }, [pending.step === 0 ? 'That was the first one.' : 'Back one.']);
  if (reply.kind === 'next' || (reply.kind === 'check-in' && reply.word === 'dont-remember')) return goOn(turn, pending, without(pending.answers, question.id), reply.kind === 'next' ? [] : ['That’s all right.']);
  const said = answerIn(question, reply);
  if (said.kind === 'none') return 'not-an-answer';
  if (said.kind === 'outside') return askStep(pending, [question.scale.kind === 'nought-to-ten' ? 'It goes from nought to 10.' : `You can say: ${choicesWords(question)}.`]);
  if (said.kind === 'either') return ask([], `Which is nearer, ${said.one}, or ${said.other}?`, pending, answerHelp(question));
  return goOn(turn, pending, { ...pending.answers, [question.id]: said.value }, []);
}

/** "Stop", in the middle: it stops. What was answered is kept only on a yes. Undefined where nothing was. */
export function stoppedWellbeing({ memory: { pending } }: Turn): Answer | undefined {
  if (pending?.kind !== 'wellbeing-question' || Object.keys(pending.answers).length === 0) return undefined;
  const { instrument, answers } = pending;
  return ask(['I’ve stopped.'], 'Shall I keep what you answered?', { kind: 'keep-wellbeing', instrument, answers }, 'Say yes please and I’ll keep it, or no thank you, and it’s gone.');
}

export function replyToKeepWellbeing(turn: Turn, { instrument, answers }: PendingOf<'keep-wellbeing'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Nothing was kept.'), isGoodbye: true };
  return reply.kind === 'yes' ? keep(turn, instrument, answers, true) : 'not-an-answer';
}

function begin(instrument: InstrumentId): Answer {
  return askStep({ kind: 'wellbeing-question', instrument, step: 0, answers: {} }, [spokenWords(instruments[instrument].lead)]);
}

/** The answers there are to choose from are told with the first question that has them. */
function askStep(pending: Asking, first: readonly Line[]): Answer {
  const { questions } = instruments[pending.instrument];
  const [question, before] = [questions[pending.step], questions[pending.step - 1]];
  if (question === undefined) return tell(...first);
  const isNewScale = question.scale.kind === 'words' && JSON.stringify(question.scale) !== JSON.stringify(before?.scale);
  return ask([...first, ...(isNewScale ? [`The answers are: ${choicesWords(question)}.`] : [])], spokenWords(question.words), pending, answerHelp(question));
}

function goOn(turn: Turn, pending: Asking, answers: Asking['answers'], first: readonly Line[]): Answer | Promise<Answer> {
  const { instrument, step } = pending;
  return step + 1 < instruments[instrument].questions.length ? askStep({ kind: 'wellbeing-question', instrument, step: step + 1, answers }, first) : keep(turn, instrument, answers, false);
}

/** Kept as on the web, with how it was given. Nothing of it is read back into the room. */
function keep(turn: Turn, instrument: InstrumentId, answers: Asking['answers'], isStopped: boolean): Answer | Promise<Answer> {
  if (Object.keys(answers).length === 0) return tell('Then there’s nothing to keep.');
  return carryOut(turn, ({ record, now, actionId }) => {
    const change = wellbeingAnswered(record, { id: `answers-${actionId}`, instrument, mode: 'voice', answers, isStopped, at: now }, 'person');
    const told = ['Thank you. I’ve kept your answers.', ...(change.alerts.length > 0 ? ['I’ve asked the council to ring you.'] : [])];
    return { answer: instrument === 'ons4' && !isStopped ? ask(told, 'I have four more, about company. Shall I ask those?', { kind: 'more-wellbeing' }, 'Say yes please, or no thank you, and that’s all.') : tell(...told), change };
  });
}

function without(answers: Asking['answers'], skipped: string): Asking['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== skipped));
}
