import type { Budget } from '../../models/budget/index.ts';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { askForService, askMore, type RequestBook, type RequestDraft } from '../../models/service-request/index.ts';
import { addDays, toInstant, type LocalDate, type LocalTime, type PersonId } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

/** Something asked for that waits for Mr Okafor, told by how many days ago; and what he asked about it since. */
export type Waiting = Omit<RequestDraft, 'on'> & {
  readonly reference: string;
  readonly askedDaysAgo: number;
  readonly inDays?: number;
  readonly question?: { readonly words: string; readonly daysAgo: number };
};

/** The book with these asked for as well, by the very rules that people ask by: the reasons they wait for are those of the rules. */
export function withWaiting(person: PersonId, book: RequestBook, waiting: readonly Waiting[], setting: { readonly budget: Budget; readonly outcomeBook: OutcomeBook }, today: LocalDate): RequestBook {
  const { budget, outcomeBook: { goals, excluded } } = setting;
  return waiting.reduce((requestBook, { reference, askedDaysAgo, inDays, question, ...rest }, place) => {
    const [id, askedOn] = [`${person}-waiting-${place + 1}`, addDays(today, -askedDaysAgo)];
    const draft = { ...rest, ...(inDays !== undefined && { on: addDays(today, inDays) }) };
    const asked = askForService({ draft, id, reference, by: 'person', confirmed: true, sendToAdviser: true }, { budget, requestBook, goals, excluded }, toInstant(askedOn, '11:20' as LocalTime, demonstrationZone), askedOn);
    if (asked.kind !== 'asked-for-review') throw new Error(`The demonstration’s ${reference} does not wait: ${asked.kind}`);
    const more = question === undefined ? undefined : askMore({ id, by: 'Mr Okafor', question: question.words }, { requestBook: asked.requestBook, budget }, toInstant(addDays(today, -question.daysAgo), '15:40' as LocalTime, demonstrationZone));
    return more?.kind === 'changed' ? more.requestBook : asked.requestBook;
  }, book);
}
