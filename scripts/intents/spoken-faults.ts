import { intents as handled } from '../../skill/intents.ts';
import { everyPhrase } from '../phrase-walk.ts';

/** Intents with an answer of their own whose answer is silence, and questions that leave nothing to say to somebody who does not answer; each as one sentence. */
export async function spokenFaults(intents: readonly string[]): Promise<readonly string[]> {
  const phrases = await everyPhrase();
  return intents.filter((intent) => handled[intent] !== undefined).flatMap((intent) => {
    const answers = phrases.filter((phrase) => phrase.intent === intent && phrase.role === 'answer');
    const questions = answers.filter(({ speech }) => speech.endsWith('?'));
    const isRepromted = phrases.some((phrase) => phrase.intent === intent && phrase.role === 'after silence' && phrase.speech !== '');
    return [
      ...(answers.some(({ speech }) => speech !== '') || isQuiet.has(intent) ? [] : [`${intent} is answered with nothing.`]),
      ...(questions.length > 0 && !isRepromted ? [`${intent} asks a question and has no reprompt.`] : []),
    ];
  });
}

/** Waiting and stopping may be done in silence. */
const isQuiet: ReadonlySet<string> = new Set(['WaitIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent']);
