// Every question we can leave open, each reached as a person reaches it: by talking.
import { askMore, bookRequest, decideRequest } from '../../models/service-request/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { Pending } from '../../skill/pending-question.ts';
import { conversation, type Talk } from './conversation.ts';
import { comesDue } from './comes-due.ts';

interface WayTo {
  readonly person?: string;
  readonly at?: string;
  /** Minutes after eight when the talk begins. */
  readonly later?: number;
  readonly says: readonly string[];
  /** What has happened before the talk. */
  readonly prepare?: (talk: Talk) => Promise<unknown>;
  /** The line drops after these, and the talk begins anew a while later. */
  readonly before?: readonly string[];
}

/** Whether she has had her tablets is asked, and not answered yet. */
const tablets = (talk: Talk) => comesDue(talk, { kind: 'check-in', name: 'tablets', facts: { words: 'Have you had your morning tablets from the blue box?', about: 'whether she has had her morning tablets', isMedicine: true, toMember: 'susan' } });

/** The council agreed to a cleaner, and the firm gave a day. */
async function cleanerBooked(talk: Talk): Promise<void> {
  await talk.user('I want a cleaner every week');
  await talk.user('all right');
  await talk.change(({ requestBook, budget }) => {
    const request = requestBook.requests.at(-1)!;
    const now = talk.services.clock();
    const decided = decideRequest({ id: request.id, decision: 'approve', by: { id: 'okafor', name: 'Mr Okafor', isApprover: false } }, { requestBook, budget }, now);
    if (decided.kind !== 'changed') throw new Error(decided.reason);
    const booked = bookRequest({ id: request.id, by: 'Sparkle Cleaning', startsOn: '2026-12-04' as LocalDate, startsFrom: '10:00' as LocalTime }, { requestBook: decided.requestBook, budget: decided.budget?.after ?? budget }, now);
    if (booked.kind !== 'changed') throw new Error(booked.reason);
    return { requestBook: booked.requestBook, ...(decided.budget && { budget: decided.budget }) };
  });
  talk.lineDrops().later(24 * 60);
}

/** Mr Okafor wants to know something before he decides. */
async function moreAsked(talk: Talk): Promise<void> {
  await talk.change(({ requestBook, budget }) => {
    const more = askMore({ id: 'margaret-waiting-1', by: 'Mr Okafor', question: 'Is there a tap outside?' }, { requestBook, budget }, talk.services.clock());
    if (more.kind !== 'changed') throw new Error(more.reason);
    return { requestBook: more.requestBook };
  });
}

const garden = ['I need someone for the garden', 'the first one', 'yes please', 'two', 'next tuesday morning'];
const nothing = ['flibber grommet wozzle', 'snarf the blenkin', 'wibble quonk'];

export const waysTo: { readonly [Kind in Pending['kind']]: WayTo } = {
  'waiting-alert': { prepare: tablets, says: ['open my care'] },
  'anything-else': { says: ['open my care', 'leave it'] },
  'another-idea': { says: ['suggest something'] },
  'ask-adviser': { says: ['can I use it for a new telly'] },
  'ask-or-another': { says: ['I need someone for the garden', 'the free one'] },
  'ask-twice': { before: [...garden, 'yes please'], says: [...garden, 'yes please'] },
  'call-me': { says: nothing },
  'can-you-talk': { says: ['I’ve fallen and I can’t get up'] },
  'sure-all-right': { says: ['I’ve fallen and I can’t get up', 'I’m all right now'] },
  'change-who-knows': { says: ['who can hear about me'] },
  'hear-message': { says: ['open my care'] },
  'hear-purposes': { says: ["who's coming today"] },
  'hear-spending': { says: ['tell me about my budget'] },
  'hear-visit': { says: ["what's on thursday"] },
  'what-to-answer': { prepare: moreAsked, says: ['what happened to my request'] },
  'send-answer': { prepare: moreAsked, says: ['what happened to my request', 'tell them there is one'] },
  'put-with-visits': { prepare: cleanerBooked, says: ['did they ever sort out that cleaner'] },
  'what-to-tell': { says: ['send a message to Susan'] },
  'send-word': { says: ['tell Susan I need some shopping'] },
  'how-did-it-go': { says: ['how it went'] },
  'how-many': { says: garden.slice(0, 3) },
  'is-that-right': { says: ['can sell thirsty'] },
  'look-for': { says: ['is there any bingo on sunday'] },
  'more-visits': { says: ["what's on next week"] },
  'more-reminders': { says: ['remind me before my visits', 'yes', 'I approve', 'yes', 'yes', 'what reminders have I got'] },
  'move-to-when': { says: ["what's on thursday", 'can she come a bit later'] },
  'new-pin': { says: ['set my pin'] },
  'not-enough': { person: 'dev', says: ['I need a cleaner', 'the first one', 'yes please', 'two', 'next tuesday'] },
  'say-pin': { person: 'joyce', says: ['how much money have I got'] },
  'send-cancel': { says: ['cancel tomorrow morning'] },
  'send-move': { says: ['move tomorrow morning to ten'] },
  'send-request': { says: garden },
  'set-reminder': { says: ['remind me before Priya comes'] },
  'start-request': { says: ['can I use it for the bingo'] },
  'stop-reminders': { says: ['remind me before Priya comes', 'yes', 'I approve', 'stop the reminders'] },
  'stop-telling': { says: ['stop telling ann'] },
  'take-up-again': { before: garden, says: ['open my care'] },
  'tell-backup': { later: 50, says: ["where's my carer"] },
  'tell-sender': { says: ['any messages'] },
  'unlink': { says: ['forget this speaker'] },
  'want-ideas': { says: ['will they take any of it back'] },
  'what-do-you-need': { says: ['find me help'] },
  'which-day': { says: garden.slice(0, 4) },
  'which-of-two': { says: nothing.slice(0, 1) },
  'which-service': { says: garden.slice(0, 1) },
  'wellbeing-who': { says: ['ask me how life is going'] },
  'wellbeing-question': { says: ['ask me how life is going', 'yes please'] },
  'keep-wellbeing': { says: ['ask me how life is going', 'yes please', 'seven', 'stop'] },
  'more-wellbeing': { says: ['ask me how life is going', 'yes please', 'seven', 'eight', 'seven', 'two'] },
  'which-visit': { says: ['move the visit on sunday'] },
};

export const everyKind = Object.keys(waysTo) as readonly Pending['kind'][];

/** A talk with this question open, having been reached by words alone. */
export async function openedAt(kind: Pending['kind']): Promise<Talk> {
  const { person = 'margaret', at, later = 0, prepare, before, says } = waysTo[kind];
  const talk = await conversation(person, { ...(at !== undefined && { at }) });
  talk.later(later);
  await prepare?.(talk);
  for (const words of before ?? []) await talk.user(words);
  if (before !== undefined) talk.lineDrops().later(2);
  for (const words of says) await talk.user(words);
  const { pending } = talk.last.attributes;
  if (pending?.kind !== kind) throw new Error(`Instead of ${kind} there is ${String(pending?.kind)}: ${talk.last.speech}`);
  return talk;
}
