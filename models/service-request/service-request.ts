import type { Instant, LocalDate, LocalTime, Pence } from '../shared/index.ts';

export const requestStates = [
  'asked', 'approved', 'needs-review', 'more-asked', 'booked', 'delivered', 'paid', 'declined', 'cancelled', 'expired', 'disputed', 'refunded',
] as const;
export type RequestState = (typeof requestStates)[number];

/** Why a person, and not the rules, has to decide. */
export const reviewReasons = [
  'outside-plan', 'over-available', 'over-limit', 'new-provider', 'recurring', 'excluded-category', 'unknown-cost',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What is being asked for, put together turn by turn until it can be read back whole. */
export interface RequestDraft {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly providerName: string;
  /** What it is, as it is spoken: "gardening". */
  readonly what: string;
  readonly category: string;
  readonly isProviderApproved: boolean;
  readonly unit: 'hour' | 'session' | 'item' | 'day' | 'free' | 'unknown';
  readonly unitPence?: Pence;
  readonly units?: number;
  readonly on?: LocalDate;
  readonly at?: LocalTime;
  readonly partOfDay?: 'morning' | 'afternoon' | 'evening';
  readonly everyWeeks?: 1 | 2 | 4;
}

/** Somebody who asks on the person's behalf: `id` as in the audit, `name` for the person to hear. */
export interface Asker { readonly id: string; readonly name: string }

export interface ServiceRequest extends RequestDraft {
  readonly id: string;
  /** Two words a person can say: "robin four". Unique among the person's open requests. */
  readonly reference: string;
  readonly state: RequestState;
  readonly costPence: Pence;
  readonly reasons: readonly ReviewReason[];
  readonly askedAt: Instant;
  /** The person may say "cancel that" until then. */
  readonly undoUntil: Instant;
  readonly expiresAt: Instant;
  readonly history: readonly { readonly state: RequestState; readonly at: Instant; readonly by: string; readonly note?: string }[];
  readonly startsOn?: LocalDate;
  readonly startsFrom?: LocalTime;
  /** Who asked for it, where that was not the person themselves. */
  readonly askedBy?: Asker;
  /** What it was asked for as, where only a part of that was agreed to; the other part bears the same. */
  readonly partOf?: { readonly id: string; readonly units: number; readonly costPence: Pence };
  /** Where two have to agree: who was the first, and to what price. */
  readonly firstYes?: { readonly id: string; readonly name: string; readonly isApprover: boolean; readonly at: Instant; readonly costPence: Pence; readonly note?: string };
}

export interface RequestBook {
  /** Newest last, at most 60; older ones are in the record's history. */
  readonly requests: readonly ServiceRequest[];
}
