import { categoryNamed, findServices, nearCategories, needWords, type FoundService } from '../../models/service/index.ts';
import type { Pence } from '../../models/shared/index.ts';
import { ask, listLength, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply, Wish } from '../pending-question.ts';
import { dayIn, partOfDayIn, penceIn } from '../slots.ts';
import { phone, say } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { capitalised, countWord, listWords, moneyWords } from '../words/index.ts';
import { tellMore } from './service-detail.ts';
import { serviceScreen } from './service-screen.ts';
import { around, directoryOf } from './services-near.ts';
import { choiceWords } from './speech.ts';

/** "I need someone for the garden." The best few, each with its cost, free and voluntary ones among them. */
export async function findService(turn: Turn, wish: Wish = {}): Promise<Answer> {
  const { need } = turn.slots;
  if (need === undefined) return ask([], 'What would you like help with?', { kind: 'what-do-you-need' }, 'You could say: the garden, cleaning, or a lift.');
  const found = await servicesFor(turn, need);
  if (found.length === 0) return nothingFound(turn, need);
  const [only] = found;
  return found.length === 1 && only !== undefined ? tellMore(turn, only, [only], wish) : offer(turn, found, wish);
}

/** What fits a need, best first; one free choice always among the first three when there is any. */
export async function servicesFor(turn: Turn, need: { value: string; id?: string }): Promise<readonly FoundService[]> {
  const directory = await directoryOf(turn);
  const category = need.id ?? categoryNamed(need.value);
  const on = dayIn(turn.slots['day']?.value, turn.today);
  const part = partOfDayIn(turn.slots);
  const most = penceIn(turn.slots['pounds']?.value);
  const found = findServices(directory, { ...around(turn), ...(category === undefined ? { words: need.value } : { category }), ...(on && { day: on }), ...(part && { partOfDay: part }), ...(most !== undefined && { mostPence: most }), limit: 12 });
  return withFreeAmong(found, listLength(turn.record.household.passport));
}

function withFreeAmong(found: readonly FoundService[], most: number): readonly FoundService[] {
  const first = found.slice(0, most);
  const free = found.find(({ cost }) => cost.kind === 'free');
  if (free === undefined || most < 2 || first.includes(free)) return found;
  return [...found.slice(0, most - 1), free, ...found.slice(most - 1).filter((each) => each !== free)];
}

function offer(turn: Turn, found: readonly FoundService[], wish: Wish): Answer {
  const read = asManyAsFit(found.slice(0, listLength(turn.record.household.passport)));
  const ids = found.slice(0, 9).map(({ service }) => service.id);
  const more = found.length > read.length ? `I found ${countWord(found.length)}. The best ${countWord(read.length)} are:` : `I found ${countWord(read.length)}.`;
  const choices = read.map((each, index) => `${index === read.length - 1 && read.length > 1 ? 'And ' : ''}${index === read.length - 1 && read.length > 1 ? choiceWords(each) : capitalised(choiceWords(each))}.`);
  return {
    ...ask(
      [more, ...choices], 'Which would you like to hear about?', { kind: 'which-service', serviceIds: ids, wish },
      'You can say the first one, the cheaper one, or a name.',
    ),
    focus: { offered: ids }, screen: serviceScreen('Services', found, 'Say: the first one'),
  };
}

/** Two that can be held in mind are better than three that cannot. */
function asManyAsFit(found: readonly FoundService[]): readonly FoundService[] {
  const words = found.map(choiceWords).join(' ').split(' ').length;
  return found.length > 2 && words > mostWordsToChoose ? asManyAsFit(found.slice(0, -1)) : found;
}

const mostWordsToChoose = 22;

async function nothingFound(turn: Turn, need: { value: string; id?: string }): Promise<Answer> {
  const most = penceIn(turn.slots['pounds']?.value);
  if (most !== undefined) return nothingSoCheap(asIf(turn, 'FindServiceIntent', { need }), need, most);
  const directory = await directoryOf(turn);
  const near = nearCategories(directory, { ...around(turn), ...(need.id === undefined ? { words: need.value } : { category: need.id }) });
  const first = `I don’t know of any ${need.id === undefined ? need.value : needWords(need.id)} near you.`;
  const { council } = turn.record.household;
  const [nearest] = near;
  if (nearest === undefined) return tell(first, say`You could ask ${council.name} on ${phone(council.phone)}.`);
  return {
    ...ask([first], `Shall I look for ${listWords([needWords(nearest)])}?`, { kind: 'look-for', category: nearest }, `Say yes please and I’ll look for ${needWords(nearest)}, or tell me something else.`),
  };
}

/** Too dear is not the same as not there: what there is may still be heard. */
async function nothingSoCheap(turn: Turn, need: { value: string; id?: string }, mostPence: Pence): Promise<Answer> {
  const category = need.id ?? categoryNamed(need.value);
  if (category === undefined || (await servicesFor(turn, need)).length === 0) return nothingFound(turn, need);
  return ask(
    [`I don’t know of any ${needWords(category)} near you for ${moneyWords(mostPence)} or less.`], 'Shall I look at any price?',
    { kind: 'look-for', category }, 'Say yes please and I’ll tell you what there is and what it costs.',
  );
}

export function replyToLookFor(turn: Turn, { category }: PendingOf<'look-for'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.');
  return reply.kind === 'yes' ? findService(asIf(turn, 'FindServiceIntent', { need: { value: needWords(category), id: category } })) : 'not-an-answer';
}

/** "The garden" in answer to "What would you like help with?" comes as a choice of a name. */
export function replyToWhatDoYouNeed(turn: Turn, _pending: PendingOf<'what-do-you-need'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.');
  if (reply.kind === 'meant' && reply.slots['need'] !== undefined) return findService(asIf(turn, 'FindServiceIntent', { need: reply.slots['need'] }));
  if (reply.kind !== 'choice' || reply.words === undefined) return 'not-an-answer';
  return findService(asIf(turn, 'FindServiceIntent', { need: { value: reply.words } }));
}
