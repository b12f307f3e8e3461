import { staleSince } from '../../models/care-visit/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import type { Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { agoWords } from '../words/index.ts';

/** An answer about visits that says how old it is, where the agency's system has not been heard of for longer than it should. */
export function sayingHowOld(answer: (turn: Turn) => Answer): (turn: Turn) => Answer {
  return (turn) => {
    const found = answer(turn);
    const words = howOld(turn);
    return words === undefined ? found : { ...found, tell: [...found.tell, words] };
  };
}

/** "I last heard from Kindly Care last night at ten, so this may have changed." */
function howOld({ record: { visitBook }, now, today, zone }: Turn): string | undefined {
  const since = staleSince(visitBook, now);
  return since === undefined ? undefined : `I last heard from ${visitBook.provider.name} ${agoWords(localDate(since, zone), localTime(since, zone), today)}, so this may have changed.`;
}
