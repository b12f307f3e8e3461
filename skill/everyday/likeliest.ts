import { nextVisit, visitById } from '../../models/care-visit/index.ts';
import { waitingMessages } from '../../models/message/index.ts';
import { workerWords } from '../care-visit/speech.ts';
import { isGuarded } from '../household/private-answers.ts';
import type { Said } from '../slots.ts';
import type { Guess, Turn } from '../turn.ts';
import { canBeOffered } from './intent-words.ts';

/** Where the talk stands when something was not understood. Nothing in it that may not be said aloud now. */
export interface Place {
  readonly heard: readonly Guess[];
  /** Who comes to the visit we were just talking of. */
  readonly comes?: { readonly value: string; readonly id: string };
  readonly hasService: boolean;
  readonly hasRequest: boolean;
  readonly hasMessages: boolean;
  readonly time: string;
}

/** Less than this is noise. */
const worthOffering = 0.2;

/** The two likeliest meanings: what it sounded like first, then what goes with what we were talking of, then with the time of day. */
export function likeliestTwo(place: Place, rejected: readonly string[] = []): readonly [Said, Said] {
  const likely = [...heardIn(place), ...places.flatMap(({ when, then }) => (when(place) ? then(place) : []))];
  const [first = whoIsComing, second = budgetLeft] = likely.filter(({ intent }, at) => !rejected.includes(intent) && likely.findIndex((other) => other.intent === intent) === at);
  return [first, second];
}

/** What it sounded like, of the things that may be offered. */
export function heardIn({ heard: guesses }: Pick<Place, 'heard'>): readonly Said[] {
  return guesses.filter(({ intent, confidence }) => confidence >= worthOffering && canBeOffered(intent)).map(({ intent }) => ({ intent, slots: {} }));
}

const plain = (intent: string): Said => ({ intent, slots: {} });
const whoIsComing = plain('WhoIsComingIntent');
const budgetLeft = plain('BudgetLeftIntent');

/** What goes with where we are, the nearest first. The last is always so: there are two to choose from whatever was heard. */
const places: readonly { readonly when: (place: Place) => boolean; readonly then: (place: Place) => readonly Said[] }[] = [
  { when: ({ comes }) => comes !== undefined, then: ({ comes }) => ['NextCareVisitIntent', 'CareVisitPurposeIntent'].map((intent) => ({ intent, slots: comes === undefined ? {} : { worker: comes } })) },
  { when: ({ hasService }) => hasService, then: () => [plain('FindServiceIntent'), budgetLeft] },
  { when: ({ hasRequest }) => hasRequest, then: () => [plain('RequestStatusIntent')] },
  { when: ({ hasMessages }) => hasMessages, then: () => [plain('MessagesIntent')] },
  { when: ({ time }) => time >= '19:00', then: () => [plain('NextCareVisitIntent'), budgetLeft] },
  { when: () => true, then: () => [whoIsComing, budgetLeft, plain('FindServiceIntent'), plain('CareVisitsOnDayIntent')] },
];

export function placeOf(turn: Turn): Place {
  const { record, memory: { focus }, now, zone } = turn;
  const mayName = !isGuarded(turn);
  const visit = focus?.visitId === undefined || !mayName ? undefined : visitById(record.visitBook, focus.visitId, zone) ?? nextVisit(record.visitBook, now, zone);
  const [workerId] = visit?.workerIds ?? [];
  return {
    heard: turn.guesses, time: turn.time,
    ...(visit !== undefined && workerId !== undefined && { comes: { value: workerWords(record.visitBook, { ...visit, workerIds: [workerId] }), id: workerId } }),
    hasService: focus?.serviceId !== undefined || focus?.offered !== undefined, hasRequest: focus?.requestId !== undefined,
    hasMessages: mayName && waitingMessages(record.messageBook).length > 0,
  };
}
