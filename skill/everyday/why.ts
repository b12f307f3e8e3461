import { tell, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { Pending } from '../pending-question.ts';
import type { Turn } from '../turn.ts';

/** "Why?": the reason behind the question we just asked, and the question again. */
export function why(turn: Turn): Answer {
  const { pending, last } = turn.memory;
  const reason = ownEntry(reasons, pending?.kind);
  if (reason === undefined || pending === undefined || last?.words === undefined || last.reprompt === undefined) {
    return tell('I only say what your record says.');
  }
  return { tell: [reason], ask: { words: last.words, reprompt: last.reprompt, pending } };
}

const reasons: Readonly<Partial<Record<Pending['kind'], string>>> = {
  'say-pin': 'You chose to keep your answers private, so that visitors don’t hear them.',
  'send-cancel': 'Only the agency can change a visit, and I never ask them without your yes.',
  'send-move': 'Only the agency can change a visit, and I never ask them without your yes.',
  'send-request': 'I never ask for anything in your name without your yes.',
  'not-enough': 'It costs more than is left to use before the next money comes in.',
  'ask-adviser': 'I only say yes to what I can see in your plan.',
  'is-that-right': 'I wasn’t sure I heard you right, and I’d rather ask than guess.',
  'stop-telling': 'It changes who is told, so I check first.',
  'set-reminder': 'Anybody in the room will hear it, so I set none without your yes.',
  'unlink': 'After that this speaker knows nothing about you, so I check first.',
};
