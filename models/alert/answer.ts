import type { Instant } from '../shared/index.ts';
import type { ChannelName } from './channel.ts';
import type { Recipient } from './recipient.ts';

/** What was answered. `ok`: it was heard and no more is needed. The others belong to check-ins and to help wanted. */
export const answerWords = ['ok', 'yes', 'no', 'dont-remember', 'doing-it-now', 'im-all-right', 'on-my-way'] as const;
type AnswerWord = (typeof answerWords)[number];

/** A human's answer: the only thing that closes an alert as heard. */
export interface Answer {
  readonly by: Recipient;
  readonly word: AnswerWord;
  readonly at: Instant;
  readonly through: ChannelName | 'speaker' | 'console' | 'assistant' | 'api';
}
