import type { InstrumentId } from '../models/outcome/index.ts';
import type { ReminderTime, ReminderWish } from '../models/routine/index.ts';
import type { RequestDraft, Wanted } from '../models/service-request/index.ts';
import type { LocalDate, LocalTime } from '../models/shared/index.ts';
import type { Topic } from '../models/household/index.ts';
import type { PartOfDay } from '../models/care-visit/index.ts';
import type { Said, SlotBag } from './slots.ts';

/** Every question we ever leave open, and what we must remember to understand its answer. */
export type Pending =
  | { readonly kind: 'anything-else' }
  | { readonly kind: 'can-you-talk' }
  | { readonly kind: 'sure-all-right' }
  | { readonly kind: 'waiting-alert'; readonly alertId: string }
  | { readonly kind: 'hear-message'; readonly messageId: string }
  | { readonly kind: 'tell-sender'; readonly messageId: string }
  | { readonly kind: 'hear-purposes'; readonly visitIds: readonly string[] }
  | { readonly kind: 'more-visits'; readonly visitIds: readonly string[] }
  | { readonly kind: 'hear-visit'; readonly visitId: string }
  | { readonly kind: 'tell-backup'; readonly visitId: string; readonly memberId: string }
  | { readonly kind: 'which-visit'; readonly wish: 'cancel' | 'move'; readonly visitIds: readonly string[]; readonly on?: LocalDate; readonly from?: LocalTime }
  | { readonly kind: 'send-cancel'; readonly visitId: string }
  | { readonly kind: 'move-to-when'; readonly visitId: string; readonly on?: LocalDate }
  | { readonly kind: 'send-move'; readonly visitId: string; readonly on: LocalDate; readonly from: LocalTime }
  | { readonly kind: 'what-do-you-need' }
  | { readonly kind: 'look-for'; readonly category: string }
  | { readonly kind: 'which-service'; readonly serviceIds: readonly string[]; readonly wish: Wish }
  | { readonly kind: 'ask-or-another'; readonly serviceId: string; readonly serviceIds: readonly string[]; readonly wish: Wish }
  | { readonly kind: 'how-many'; readonly draft: RequestDraft }
  | { readonly kind: 'which-day'; readonly draft: RequestDraft }
  | { readonly kind: 'send-request'; readonly draft: RequestDraft; readonly toAdviser: boolean }
  | { readonly kind: 'ask-twice'; readonly draft: RequestDraft }
  | { readonly kind: 'not-enough'; readonly draft: RequestDraft }
  | { readonly kind: 'another-idea'; readonly serviceId: string; readonly told: readonly string[] }
  | { readonly kind: 'ask-adviser'; readonly words: string }
  | { readonly kind: 'want-ideas' }
  | { readonly kind: 'hear-spending' }
  | { readonly kind: 'start-request'; readonly serviceId: string }
  | { readonly kind: 'say-pin'; readonly intent: string; readonly slots: SlotBag }
  | { readonly kind: 'new-pin' }
  | { readonly kind: 'is-that-right'; readonly intent: string; readonly slots: SlotBag }
  | { readonly kind: 'which-of-two'; readonly first: Said; readonly second: Said }
  | { readonly kind: 'call-me'; readonly memberId: string }
  | { readonly kind: 'change-who-knows' }
  | { readonly kind: 'stop-telling'; readonly memberId: string; readonly topic?: Topic }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'take-up-again'; readonly question: Pending }
  | { readonly kind: 'set-reminder'; readonly wish: ReminderWish; readonly time: ReminderTime }
  | { readonly kind: 'more-reminders'; readonly ids: readonly string[] }
  | { readonly kind: 'stop-reminders'; readonly tokens: readonly string[] }
  | { readonly kind: 'what-to-tell'; readonly memberId: string }
  | { readonly kind: 'send-word'; readonly memberId: string; readonly words: string }
  | { readonly kind: 'what-to-answer'; readonly requestId: string }
  | { readonly kind: 'send-answer'; readonly requestId: string; readonly words: string }
  | { readonly kind: 'put-with-visits'; readonly requestId: string }
  | { readonly kind: 'how-did-it-go' }
  | { readonly kind: 'wellbeing-who'; readonly instrument: InstrumentId }
  | { readonly kind: 'wellbeing-question'; readonly instrument: InstrumentId; readonly step: number; readonly answers: Readonly<Record<string, string>> }
  | { readonly kind: 'keep-wellbeing'; readonly instrument: InstrumentId; readonly answers: Readonly<Record<string, string>> }
  | { readonly kind: 'more-wellbeing' };

export type PendingOf<Kind extends Pending['kind']> = Extract<Pending, { readonly kind: Kind }>;

/** An answer to a question of ours, whichever of Alexa's intents it came by. */
export type Reply =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'day'; readonly day?: LocalDate; readonly partOfDay?: PartOfDay; readonly time?: LocalTime }
  | { readonly kind: 'time'; readonly time: LocalTime; readonly partOfDay?: PartOfDay }
  | { readonly kind: 'amount'; readonly number?: number; readonly minutes?: number }
  | { readonly kind: 'choice'; readonly position?: number; readonly quality?: string; readonly id?: string; readonly words?: string }
  | { readonly kind: 'pin'; readonly pin: string }
  /** How something is, in a number, one of two, or a word for it: "seven out of ten", "hardly ever". */
  | { readonly kind: 'rating'; readonly numbers: readonly [number?, number?]; readonly word?: string }
  /** How a check-in can be answered besides yes and no. */
  | { readonly kind: 'check-in'; readonly word: 'dont-remember' | 'doing-it-now' }
  /** Another value for what was just said: "I meant the cleaner", "not Priya, Sam". */
  | { readonly kind: 'meant'; readonly slots: SlotBag }
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' };

/** What the person already said about how much and when, before a service was chosen. */
export type Wish = Wanted;
