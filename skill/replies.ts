import type { Answer } from './answer.ts';
import { ownEntry } from './own-entry.ts';
import type { Pending, PendingOf, Reply } from './pending-question.ts';
import { countIn, dayIn, daysIn, durationMinutesIn, partOfDayIn, placeIn, timeIn, wholeNumberIn } from './slots.ts';
import type { Turn } from './turn.ts';

/** Takes up the answer to one kind of question, or says that it was no answer to it. */
export type TakeReply<Kind extends Pending['kind']> =
  (turn: Turn, pending: PendingOf<Kind>, reply: Reply) => Answer | 'not-an-answer' | Promise<Answer | 'not-an-answer'>;
export type ReplyTable = { readonly [Kind in Pending['kind']]: TakeReply<Kind> };

/** Reads a turn as an answer to a question, if that is what it can be. */
export function replyIn(turn: Turn): Reply | undefined {
  return ownEntry(readers, turn.intent)?.(turn);
}

const readers: Readonly<Record<string, (turn: Turn) => Reply | undefined>> = {
  'AMAZON.YesIntent': () => ({ kind: 'yes' }),
  'AMAZON.NoIntent': () => ({ kind: 'no' }),
  'AMAZON.NextIntent': () => ({ kind: 'next' }),
  DontRememberIntent: () => ({ kind: 'check-in', word: 'dont-remember' }),
  DoingItNowIntent: () => ({ kind: 'check-in', word: 'doing-it-now' }),
  'AMAZON.PreviousIntent': () => ({ kind: 'previous' }),
  GiveDayIntent: dayReply,
  GiveTimeIntent: (turn) => timeReply(turn) ?? dayReply(turn),
  GiveAmountIntent: amountOrRating,
  GiveRatingIntent: amountOrRating,
  ChooseIntent: choiceReply,
  IMeantIntent: ({ slots }) => ({ kind: 'meant', slots }),
  GivePinIntent: ({ slots }) => (slots['pin'] === undefined ? undefined : { kind: 'pin', pin: slots['pin'].value }),
};

function dayReply({ slots, today }: Turn): Reply | undefined {
  const day = dayIn(slots['day']?.value, today);
  const part = partOfDayIn(slots);
  const time = timeIn(slots['time']?.value);
  if (day === undefined && part === undefined && time === undefined && daysIn(slots['day']?.value, today) === undefined) return undefined;
  return { kind: 'day', ...(day && { day }), ...(part && { partOfDay: part }), ...(time && { time }) };
}

function timeReply({ slots }: Turn): Reply | undefined {
  const time = timeIn(slots['time']?.value);
  const part = partOfDayIn(slots);
  return time === undefined ? undefined : { kind: 'time', time, ...(part && { partOfDay: part }) };
}

/** "Two" is a number of hours or a number from nought to ten, by what was asked. */
function amountOrRating(turn: Turn): Reply | undefined {
  const rating = ratingReply(turn);
  return turn.memory.pending?.kind === 'wellbeing-question' ? rating ?? amountReply(turn) : amountReply(turn) ?? rating;
}

function amountReply({ slots }: Turn): Reply | undefined {
  const number = countIn(slots['number']?.value);
  const minutes = durationMinutesIn(slots['duration']?.value);
  return number === undefined && minutes === undefined ? undefined : { kind: 'amount', ...(number && { number }), ...(minutes && { minutes }) };
}

function ratingReply({ slots }: Turn): Reply | undefined {
  const [first, second] = [wholeNumberIn(slots['number']?.value), wholeNumberIn(slots['otherNumber']?.value)];
  const word = slots['howMuch']?.id;
  if (first === undefined && word === undefined) return undefined;
  return { kind: 'rating', numbers: first === undefined ? [] : second === undefined ? [first] : [first, second], ...(word !== undefined && { word }) };
}

function choiceReply({ slots }: Turn): Reply {
  const position = placeIn(slots);
  const quality = slots['quality']?.id;
  const named = slots['service'] ?? slots['worker'];
  return {
    kind: 'choice', ...(position && { position }), ...(quality && { quality }),
    ...(named?.id !== undefined && { id: named.id }), ...(named !== undefined && { words: named.value }),
  };
}
