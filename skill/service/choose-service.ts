import { chooseAmong, type FoundService } from '../../models/service/index.ts';
import { ask, listLength, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply, Wish } from '../pending-question.ts';
import { startRequest } from '../service-request/start-request.ts';
import type { Turn } from '../turn.ts';
import { listWords } from '../words/index.ts';
import { serviceNamed, tellMore } from './service-detail.ts';
import { directoryOf, foundAll } from './services-near.ts';
import { choiceWords } from './speech.ts';

type ChoiceReply = Extract<Reply, { kind: 'choice' }>;

/** "The free one", "number two", "Green Fingers" after a list was read out. */
export async function replyToWhichService(turn: Turn, { serviceIds, wish }: PendingOf<'which-service'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  const choice = asChoice(reply);
  if (choice === undefined && reply.kind !== 'next') return 'not-an-answer';
  const among = foundAll(turn, await directoryOf(turn), serviceIds);
  if (choice === undefined) return theOthers(turn, among, wish);
  const chosen = await pick(turn, among, choice, wish);
  return 'service' in chosen ? tellMore(turn, chosen, among, wish) : chosen;
}

/** "Yes" asks for the one just told; "another" goes on to the next; naming a different one takes that. */
export async function replyToAskOrAnother(turn: Turn, { serviceId, serviceIds, wish }: PendingOf<'ask-or-another'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  const among = foundAll(turn, await directoryOf(turn), serviceIds);
  const here = among.findIndex(({ service }) => service.id === serviceId);
  const told = among[here];
  if (reply.kind === 'yes' && told !== undefined) return startRequest(turn, told, wish, []);
  if (reply.kind === 'next' || reply.kind === 'previous' || (reply.kind === 'choice' && reply.quality === 'another')) {
    const other = among[(here + (reply.kind === 'previous' ? among.length - 1 : 1)) % Math.max(1, among.length)];
    return other === undefined || other === told ? tell('That’s the only one I know of.') : tellMore(turn, other, among, wish);
  }
  const choice = asChoice(reply);
  if (choice === undefined) return 'not-an-answer';
  const chosen = await pick(turn, among, choice, wish);
  if (!('service' in chosen)) return chosen;
  return chosen === told ? startRequest(turn, chosen, wish, []) : startRequest(turn, chosen, wish, [brief(chosen)]);
}

/** The same choice when no question is open, from what was last offered. */
export function chooseFromOffered(turn: Turn, reply: ChoiceReply): Promise<Answer> | undefined {
  const offered = turn.memory.focus?.offered;
  if (offered === undefined || offered.length === 0) return undefined;
  return replyToWhichService(turn, { kind: 'which-service', serviceIds: offered, wish: {} }, reply).then((answer) => (answer === 'not-an-answer' ? tell('I don’t know which one you mean.') : answer));
}

function asChoice(reply: Reply): ChoiceReply | undefined {
  if (reply.kind === 'choice') return reply;
  const service = reply.kind === 'meant' ? reply.slots['service'] : undefined;
  if (service !== undefined) return { kind: 'choice', words: service.value, ...(service.id !== undefined && { id: service.id }) };
  return reply.kind === 'amount' && reply.number !== undefined && reply.minutes === undefined ? { kind: 'choice', position: reply.number } : undefined;
}

async function pick(turn: Turn, among: readonly FoundService[], { position, quality, id, words }: ChoiceReply, wish: Wish): Promise<FoundService | Answer> {
  const named = id === undefined ? undefined : among.find(({ service }) => service.id === id);
  if (named !== undefined) return named;
  const placed = position === undefined ? undefined : among[position - 1];
  if (placed !== undefined) return placed;
  if (quality !== undefined) return byQuality(among, quality, wish);
  const byName = words === undefined ? undefined : among.find(({ name }) => sameName(name, words)) ?? (await serviceNamed(turn, { value: words }));
  return byName ?? whichAgain(among, ['I don’t know which one you mean.'], wish);
}

function byQuality(among: readonly FoundService[], quality: string, wish: Wish): FoundService | Answer {
  const choice = chooseAmong(among, quality);
  if (choice.kind === 'one') return choice.found;
  if (choice.kind === 'several') return whichAgain(choice.found, ['There’s more than one like that.'], wish);
  return whichAgain(among, [choice.kind === 'none' ? 'None of them is like that.' : 'I can’t tell that from what I have.'], wish);
}

/** "Not that one": the ones not yet read out, and round to the first again. */
function theOthers({ record }: Turn, among: readonly FoundService[], wish: Wish): Answer {
  const read = listLength(record.household.passport);
  if (among.length <= read) return whichAgain(among, ['Those are all I know of.'], wish);
  return whichAgain([...among.slice(read), ...among.slice(0, read)], [], wish);
}

/** The choice once more, by name alone. */
export function whichAgain(among: readonly FoundService[], first: readonly string[], wish: Wish): Answer {
  const ids = among.map(({ service }) => service.id);
  const names = listWords(among.slice(0, 3).map(({ name }) => name));
  return { ...ask([...first, `There’s ${names}.`], 'Which would you like?', { kind: 'which-service', serviceIds: ids, wish }, 'You can say the first one, the second one, or a name.'), focus: { offered: ids } };
}

function sameName(name: string, words: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9 ]/g, '');
  return plain(name).includes(plain(words)) || plain(words).includes(plain(name));
}

function brief(found: FoundService): string {
  return `${choiceWords(found)}${found.isApproved ? ', approved by the council' : ''}.`;
}
