import { findServices, type FoundService } from '../../models/service/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { Wish } from '../pending-question.ts';
import { placeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { capitalised } from '../words/index.ts';
import { around, directoryOf, foundAll } from './services-near.ts';
import { serviceFacts } from './service-facts.ts';
import { costWords, detailWords } from './speech.ts';

/** "Tell me about number two." "Tell me about Green Fingers." */
export async function serviceDetail(turn: Turn): Promise<Answer> {
  const offered = foundAll(turn, await directoryOf(turn), turn.memory.focus?.offered ?? []);
  const place = placeIn(turn.slots);
  const named = turn.slots['service'];
  const found = named === undefined ? offered[(place ?? 1) - 1] : await serviceNamed(turn, named);
  if (found !== undefined) return tellMore(turn, found, offered.length === 0 ? [found] : offered);
  return named === undefined && offered.length === 0
    ? ask([], 'What would you like help with?', { kind: 'what-do-you-need' }, 'You could say: the garden, cleaning, or a lift.')
    : tell(`I don’t know ${named === undefined ? 'that one' : named.value}.`, 'You can ask me to find something else.');
}

export async function serviceNamed(turn: Turn, { value, id }: { value: string; id?: string }): Promise<FoundService | undefined> {
  const directory = await directoryOf(turn);
  const byId = id === undefined ? [] : foundAll(turn, directory, [id]);
  return byId[0] ?? findServices(directory, { ...around(turn), words: value, limit: 1 })[0];
}

/** The facts of one service, and the offer to ask for it. */
export function tellMore(turn: Turn, found: FoundService, among: readonly FoundService[], wish: Wish = {}): Answer {
  const ids = among.map(({ service }) => service.id);
  const others = among.length > 1;
  return {
    ...ask(
      detailWords(found, turn.today), others ? 'Shall I ask for it, or would you like to hear another?' : 'Shall I ask for it?',
      { kind: 'ask-or-another', serviceId: found.service.id, serviceIds: ids, wish },
      others ? 'Say yes please to ask for it, or say next to hear another.' : 'Say yes please to ask for it, or no thank you.',
    ),
    focus: { serviceId: found.service.id, offered: ids },
    facts: serviceFacts(found),
    screen: { kind: 'detail', title: found.name, lines: [`${capitalised(costWords(found))}.`, ...detailWords(found, turn.today, 'whole').slice(1)] },
  };
}
