import { leftPence } from '../../models/budget/index.ts';
import { needWords, suggestServices, type Suggestion } from '../../models/service/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { startRequest } from '../service-request/start-request.ts';
import { isGuarded } from '../household/private-answers.ts';
import { quote, say, type Line } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { tellMore } from './service-detail.ts';
import { serviceFacts } from './service-facts.ts';
import { serviceScreen } from './service-screen.ts';
import { around, directoryOf, foundAll } from './services-near.ts';
import { costWords, distanceWords, whenOnWords } from './speech.ts';

/** "I'm bored." "I never see anyone." First that we heard it, then an idea. */
export async function feelingLow(turn: Turn): Promise<Answer> {
  const idea = await suggestService(turn);
  return { ...idea, tell: [turn.record.household.passport.isShort ? 'I’m sorry.' : 'I’m sorry to hear that.', ...idea.tell] };
}

/** "Suggest something." One idea at a time, with the reason for it and what it costs. */
export function suggestService(turn: Turn): Promise<Answer> {
  const { pending } = turn.memory;
  return nextIdea(turn, pending?.kind === 'another-idea' ? pending.told : []);
}

async function nextIdea(turn: Turn, told: readonly string[]): Promise<Answer> {
  const { household, outcomeBook, requestBook, budget } = turn.record;
  const has = requestBook.requests.filter((request) => !ended.includes(request.state)).map((request) => request.serviceId);
  const money = budget === undefined || isGuarded(turn) ? {} : { leftPence: leftPence(budget) };
  const ideas = suggestServices(await directoryOf(turn), { ...around(turn), ...money, interests: household.interests, goals: outcomeBook.goals, already: [...has, ...told] });
  const [idea] = ideas;
  if (idea === undefined) return tell(told.length === 0 ? 'I have no ideas just now.' : 'Those are all the ideas I have.', `You could ask ${household.council.adviser}.`);
  const { id } = idea.found.service;
  return {
    ...ask(
      [...reasonWords(idea), ideaWords(idea, household.passport.pauseMs > 300 ? 15 : 18)], 'Would you like to know more, or another idea?', { kind: 'another-idea', serviceId: id, told: [...told, id] },
      'Say yes please to know more, or say next for another idea.',
    ),
    focus: { serviceId: id, offered: ideas.slice(0, 3).map(({ found }) => found.service.id) },
    facts: serviceFacts(idea.found),
    screen: serviceScreen('An idea for you', [idea.found], 'Say: yes please, or next'),
  };
}

const ended: readonly string[] = ['declined', 'cancelled', 'expired', 'refunded'];

function reasonWords({ reason }: Suggestion): readonly Line[] {
  switch (reason.kind) {
    case 'interest': return [`You told us you like ${reason.words}.`];
    case 'goal': return [say`Your plan says ${quote(reason.words)}.`];
    case 'free': return ['Here’s something that costs nothing.'];
    case 'voluntary': return ['Here’s something run by volunteers.'];
  }
}

/** What, when and the price in one breath. Where it is, and how far, are said if there is breath for them, and else wait until more is asked. */
function ideaWords({ found }: Suggestion, mostWords: number): string {
  const place = found.placeName === undefined || found.name.includes(found.placeName) ? '' : ` at ${found.placeName}`;
  const when = whenOnWords(found.usualTimes);
  const cost = found.cost.kind === 'free' ? 'and it’s free' : costWords(found);
  const sentence = (where: string, far: string) => `One idea is ${found.name}${where}${when === '' ? '' : `,${when}`}${far}, ${cost}.`;
  const short = sentence('', '');
  return [sentence(place, distanceWords(found)), sentence('', distanceWords(found)), sentence(place, '')].find((words) => words.split(' ').length <= mostWords) ?? short;
}

export async function replyToAnotherIdea(turn: Turn, { serviceId, told }: PendingOf<'another-idea'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind === 'next' || (reply.kind === 'choice' && (reply.quality === 'another' || reply.position === 2))) return nextIdea(turn, told);
  const [found] = foundAll(turn, await directoryOf(turn), [serviceId]);
  return found !== undefined && (reply.kind === 'yes' || reply.kind === 'choice') ? tellMore(turn, found, [found]) : 'not-an-answer';
}

/** "Shall I ask for it?" about a service that was named on the way. */
export async function replyToStartRequest(turn: Turn, { serviceId }: PendingOf<'start-request'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  const [found] = foundAll(turn, await directoryOf(turn), [serviceId]);
  if (reply.kind === 'next' && found !== undefined) return turn.dialogue.answer(asIf(turn, 'FindServiceIntent', { need: { value: needWords(found.category), id: found.category } }));
  return reply.kind === 'yes' && found !== undefined ? startRequest(turn, found, {}, []) : 'not-an-answer';
}

