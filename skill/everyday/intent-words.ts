import { ownEntry } from '../own-entry.ts';
import type { Said } from '../slots.ts';

/** What a thing that can be asked for is called when we say what we heard, or offer it as a guess. */
export interface IntentWords {
  /** "I heard … Is that right?" */
  readonly heard: string;
  /** "Is it …, or …?": whoever says it back gets it. Absent for what needs more said, and for what would be done at once. */
  readonly offered?: string;
  readonly topic: GuessTopic;
}
export type GuessTopic = 'visits' | 'money' | 'help' | 'messages' | 'me';

export function wordsFor(intent: string): IntentWords | undefined {
  return ownEntry(intentWords, intent);
}

/** A guess as it is offered: "when Priya comes", "how much is left". */
export function offeredWords({ intent, slots }: Said): string {
  const name = slots['worker']?.value;
  if (name !== undefined && intent === 'NextCareVisitIntent') return `when ${name} comes`;
  if (name !== undefined && intent === 'CareVisitPurposeIntent') return `what ${name} is coming for`;
  return wordsFor(intent)?.offered ?? '';
}

export function canBeOffered(intent: string): boolean {
  return wordsFor(intent)?.offered !== undefined;
}

/** The whole topic in one word or two, for when simpler words are wanted: "visits". */
export const topicWords: Readonly<Record<GuessTopic, { readonly words: string; readonly said: Said }>> = {
  visits: { words: 'visits', said: { intent: 'CareVisitsOnDayIntent', slots: {} } },
  money: { words: 'money', said: { intent: 'BudgetLeftIntent', slots: {} } },
  help: { words: 'finding help', said: { intent: 'FindServiceIntent', slots: {} } },
  messages: { words: 'messages', said: { intent: 'MessagesIntent', slots: {} } },
  me: { words: 'your goals', said: { intent: 'MyGoalsIntent', slots: {} } },
};

const word = (topic: GuessTopic, heard: string, offered = heard): IntentWords => ({ heard, offered, topic });
const notOffered = (topic: GuessTopic, heard: string): IntentWords => ({ heard, topic });

export const intentWords: Readonly<Record<string, IntentWords>> = {
  NextCareVisitIntent: word('visits', 'next visit', 'the next visit'),
  WhoIsComingIntent: word('visits', 'who’s coming'),
  CareVisitsOnDayIntent: word('visits', 'your visits', 'visits'),
  WhereIsMyCarerIntent: word('visits', 'where’s my carer'),
  CareVisitPurposeIntent: word('visits', 'what the visit is for', 'what they’re coming for'),
  CancelCareVisitIntent: word('visits', 'cancel', 'cancelling a visit'),
  MoveCareVisitIntent: word('visits', 'move a visit', 'moving a visit'),
  BackupPlanIntent: word('visits', 'the backup plan'),
  BudgetLeftIntent: word('money', 'how much is left'),
  BudgetSummaryIntent: word('money', 'your budget', 'a budget summary'),
  SpendingIntent: word('money', 'what you’ve spent'),
  CanIUseBudgetIntent: notOffered('money', 'can I use it for'),
  TakenBackIntent: word('money', 'will money be taken back'),
  FindServiceIntent: word('help', 'find help with', 'finding help'),
  SuggestServiceIntent: word('help', 'suggest something', 'something to do'),
  FeelingLowIntent: notOffered('help', 'you’re feeling low'),
  ServiceDetailIntent: notOffered('help', 'tell me about'),
  AskForServiceIntent: notOffered('help', 'ask for'),
  RequestStatusIntent: word('help', 'what happened to my request', 'what happened to your request'),
  CancelThatIntent: notOffered('help', 'cancel that'),
  MyGoalsIntent: word('me', 'my goals', 'your goals'),
  WellbeingQuestionsIntent: notOffered('me', 'questions about how life is going'),
  HowItWentIntent: notOffered('me', 'how it went'),
  PrivacyOnIntent: notOffered('me', 'keep my answers private'),
  PrivacyOffIntent: notOffered('me', 'stop private answers'),
  WhoKnowsIntent: word('me', 'who knows about me', 'who knows about you'),
  WhatWasToldIntent: notOffered('me', 'what was told to'),
  StopTellingIntent: notOffered('me', 'stop telling'),
  UnlinkSpeakerIntent: notOffered('me', 'forget this speaker'),
  SendWordIntent: word('messages', 'send a message', 'sending a message'),
  MessagesIntent: word('messages', 'your messages'),
};
