import { tell, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { Pending } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { keepOpen, openQuestion } from './open-question.ts';

/** "Why?": the reason behind the question we just asked, and the question again. */
export function why(turn: Turn): Answer {
  const reason = ownEntry(reasons, turn.memory.pending?.kind);
  return reason === undefined || openQuestion(turn) === undefined ? tell('I only say what your record says.') : keepOpen(turn, reason);
}

const neverWithout = 'I never leave word for anybody without your yes.';
const onlyTheAgency = 'Only the agency can change a visit, and I never ask them without your yes.';
const neverInYourName = 'I never ask for anything in your name without your yes.';
const couldBeMore = 'There’s more to tell, and I don’t want to go on if you’ve heard enough.';
const notSureIHeard = 'I wasn’t sure I heard you right, and I’d rather ask than guess.';

const reasons: Readonly<Record<Exclude<Pending['kind'], 'anything-else'>, string>> = {
  'another-idea': 'It’s for you to say whether it suits you.',
  'ask-adviser': 'I only say yes to what I can see in your plan.',
  'ask-or-another': 'Nothing is asked for until you’ve chosen.',
  'ask-twice': 'You asked for the same thing minutes ago, and I don’t want to ask twice by mistake.',
  'call-me': 'I haven’t understood you well enough, and a person may do better.',
  'can-you-talk': 'I want to know whether you can hear me.',
  'sure-all-right': 'If I heard you wrong, help must not be called off.',
  'change-who-knows': 'Who hears about you is for you to decide.',
  'hear-message': 'A message is yours, so I only read it out when you want it.',
  'hear-purposes': couldBeMore,
  'hear-spending': couldBeMore,
  'hear-visit': couldBeMore,
  'how-did-it-go': 'So that your own words are kept with the visit.',
  'how-many': 'They charge by how long they come for, so I have to ask for an amount.',
  'is-that-right': notSureIHeard,
  'look-for': 'I found nothing of what you asked for, and this comes nearest.',
  'more-reminders': couldBeMore,
  'more-visits': couldBeMore,
  'move-to-when': 'The agency needs to know what time would suit you.',
  'new-pin': 'They let you hear your answers when nobody else should.',
  'not-enough': 'It costs more than is left to use before the next money comes in.',
  'say-pin': 'You chose to keep your answers private, so that visitors don’t hear them.',
  'send-cancel': onlyTheAgency,
  'send-move': onlyTheAgency,
  'send-request': neverInYourName,
  'start-request': neverInYourName,
  'stop-reminders': 'Once they’re stopped nothing reminds you of a visit, so I check first.',
  'stop-telling': 'It changes who is told, so I check first.',
  'set-reminder': 'Anybody in the room will hear it, so I set none without your yes.',
  'take-up-again': 'We broke off in the middle, and I did nothing without you.',
  'tell-backup': neverWithout,
  'tell-sender': neverWithout,
  'unlink': 'After that this speaker knows nothing about you, so I check first.',
  'want-ideas': 'It’s your money and your plan, and there may be something you’d like.',
  'what-do-you-need': 'I look for what’s near you once I know what it’s for.',
  'waiting-alert': 'Somebody wanted to be sure that you had heard, so I wait for your word.',
  'put-with-visits': 'Then you hear of it when you ask who’s coming, and I change nothing without your yes.',
  'send-answer': neverInYourName,
  'send-word': neverWithout,
  'what-to-answer': 'They need to know it before they can say yes or no.',
  'what-to-tell': 'I pass on your own words, and read them back to you first.',
  'which-day': 'They need a day to say whether they can come.',
  'which-of-two': notSureIHeard,
  'which-service': 'It’s for you to choose, and nothing is asked for yet.',
  'wellbeing-who': 'Nobody may answer these for another, so I have to ask.',
  'wellbeing-question': 'The same is asked everywhere in the UK, to see whether life gets better. You need not answer.',
  'keep-wellbeing': 'What you answered is yours, and I keep none of it without your yes.',
  'more-wellbeing': 'They are about having company, and it’s for you to say.',
  'which-visit': 'There’s more than one it could be, and I don’t want to change the wrong one.',
};
