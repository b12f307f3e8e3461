import type { RequestEnvelope } from 'ask-sdk-model';
import type { Answer } from '../models/alert/index.ts';
import type { HeardTurn } from '../models/figures/index.ts';
import type { SpeakerKey, SpeakerLinks } from '../models/household/index.ts';
import type { PersonRecords } from '../models/person-record/index.ts';
import type { ReminderBooks } from '../models/routine/index.ts';
import type { Directory } from '../models/service/index.ts';
import type { Clock, CouncilId, Instant, PersonId } from '../models/shared/index.ts';
import type { SpeakerReminders } from './reminder/speaker-reminders.ts';

/** What the skill needs from the world. Built once, in `lambda/services.ts`. */
export interface SkillServices {
  /** Our own skill's id: a request for any other is refused. */
  readonly skillId: string;
  readonly records: PersonRecords;
  readonly reminderBooks: ReminderBooks;
  /** The reminders of the speaker that this came from. */
  readonly remindersFor: (envelope: RequestEnvelope) => SpeakerReminders;
  readonly links: SpeakerLinks;
  readonly speakerKeyOf: (alexaId: string) => SpeakerKey;
  /** The council's directory, from memory. */
  readonly directory: (council: CouncilId) => Promise<Directory>;
  readonly clock: Clock;
  /** Whether the council lets the questions about wellbeing be asked by voice. */
  readonly mayAskWellbeing: (council: CouncilId) => Promise<boolean>;
  /** A whole number from 0 up to, not including, `below`: for references people can say, and for turns of phrase. */
  readonly random: (below: number) => number;
  readonly pins: Pins;
  /** Whose account an account-linking token speaks for; undefined when it is not good. */
  readonly readAccount: (accessToken: string) => Promise<{ readonly council: CouncilId; readonly person: PersonId } | undefined>;
  /** Where a talk does not come over a linked speaker: whose it was proved to be at the door, at each turn. */
  readonly provedAtTheDoor?: (envelope: RequestEnvelope) => { readonly council: CouncilId; readonly person: PersonId } | undefined;
  /** Whom to ring when we cannot even tell who is speaking. */
  readonly helpPhone: string;
  /** Closes what is open of the person's own cries for help, and quietens everybody who was told. Whether that is certain. */
  readonly allRight: (council: CouncilId, person: PersonId, at: Instant) => Promise<boolean>;
  /** The person's word on an alert: it is over for everybody. Whether that is certain. */
  readonly answerAlert: (council: CouncilId, person: PersonId, alertId: string, word: Answer['word'], at: Instant) => Promise<boolean>;
  /** Is told of each turn what it was taken for, to be counted. */
  readonly heard?: (of: { readonly councilId: CouncilId; readonly personId: PersonId; readonly actionId: string }, turn: HeardTurn) => void;
  readonly log: SkillLog;
}

export interface Pins {
  hash(pin: string): { readonly salt: string; readonly hash: string };
  matches(pin: string, kept: { readonly salt: string; readonly hash: string }): boolean;
}

/** Lines for those who run the service. Never names, words said, amounts or ids of people. */
export interface SkillLog {
  fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void;
}
