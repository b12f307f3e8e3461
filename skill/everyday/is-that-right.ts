import { ask, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, partOfDayIn } from '../slots.ts';
import { asIf, type Turn } from '../turn.ts';
import { dayWords } from '../words/index.ts';
import { didNotCatch } from './fallback.ts';

const sureEnough = 0.5;

/** Below this we ask, rather than act or ask for it again: "I heard cancel Thursday. Is that right?" */
export function isUnsure(turn: Turn): boolean {
  return turn.confidence < sureEnough && ownEntry(wordsFor, turn.intent) !== undefined;
}

export function askIsThatRight(turn: Turn): Answer {
  const heard = [ownEntry(wordsFor, turn.intent), detail(turn)].filter(Boolean).join(' ');
  return {
    ...ask([`I heard ${heard}.`], 'Is that right?', { kind: 'is-that-right', intent: turn.intent, slots: turn.slots }, 'Say that’s right, or tell me what you’d like instead.'),
    isMiss: true,
  };
}

export function replyToIsThatRight(turn: Turn, { intent, slots }: PendingOf<'is-that-right'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'yes') return turn.dialogue.answer(asIf(turn, intent, slots));
  return reply.kind === 'no' ? didNotCatch(turn) : 'not-an-answer';
}

function detail({ slots, today }: Turn): string {
  const day = dayIn(slots['day']?.value ?? slots['period']?.value, today);
  const words = [
    day === undefined ? undefined : dayWords(day, today).replace(/^on /, ''), partOfDayIn(slots),
    ...['worker', 'need', 'service', 'thing', 'person'].map((name) => slots[name]?.value),
  ];
  return words.filter(Boolean).join(' ');
}

const wordsFor: Readonly<Record<string, string>> = {
  NextCareVisitIntent: 'next visit', WhoIsComingIntent: 'who’s coming', CareVisitsOnDayIntent: 'your visits', WhereIsMyCarerIntent: 'where’s my carer',
  CareVisitPurposeIntent: 'what the visit is for', CancelCareVisitIntent: 'cancel', MoveCareVisitIntent: 'move a visit', BackupPlanIntent: 'the backup plan',
  BudgetLeftIntent: 'how much is left', BudgetSummaryIntent: 'your budget', SpendingIntent: 'what you’ve spent', CanIUseBudgetIntent: 'can I use it for',
  TakenBackIntent: 'will money be taken back', FindServiceIntent: 'find help with', SuggestServiceIntent: 'suggest something', FeelingLowIntent: 'you’re feeling low',
  ServiceDetailIntent: 'tell me about', AskForServiceIntent: 'ask for', RequestStatusIntent: 'what happened to my request', CancelThatIntent: 'cancel that',
  MyGoalsIntent: 'my goals', HowItWentIntent: 'how it went', PrivacyOnIntent: 'keep my answers private', PrivacyOffIntent: 'stop private answers',
  WhoKnowsIntent: 'who knows about me', WhatWasToldIntent: 'what was told to', StopTellingIntent: 'stop telling', UnlinkSpeakerIntent: 'forget this speaker',
  MessagesIntent: 'your messages', SetReminderIntent: 'remind you before a visit', StopRemindersIntent: 'stop the reminders', MyRemindersIntent: 'your reminders', TalkToSomeoneIntent: 'speak to somebody',
};
