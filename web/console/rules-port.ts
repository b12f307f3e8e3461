import type { AlertKind, AlertRule, ReachFound, RuleAuthor, RuleVersion, Situation } from '../../models/alert/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

type RuleKept = 'kept' | 'changed-meanwhile' | 'uncertain';

/** Alerts that went, or would have gone, in a stretch of time. */
interface GoneCounts {
  readonly alerts: number;
  /** First told between nine in the evening and seven in the morning. */
  readonly atNight: number;
  readonly messages: number;
  /** How many came to the desk, and to somebody of the circle. */
  readonly toDesk: number;
  readonly toCircle: number;
  readonly byHour: readonly number[];
  readonly byDay: Readonly<Record<string, number>>;
}
export interface TriedCounts {
  readonly went: GoneCounts;
  readonly asTried: GoneCounts;
  /** How many the rules as they are now would have told, reckoned in the same way: close to what went, or the reckoning is off. */
  readonly asNow: number;
  readonly more: number;
  readonly fewer: number;
  readonly moved: number;
  /** Visits of which not everything that was said at the time was kept. */
  readonly visitsInPart: number;
}
/** One alert of the past under a rule that is tried: `more` did not go then, `fewer` would not go now, `moved` would go at another time. */
export interface TriedLine { readonly personId: PersonId; readonly kind: AlertKind; readonly change: 'same' | 'moved' | 'more' | 'fewer'; readonly went?: Instant; readonly would?: Instant; readonly isAtNight: boolean }

/** A rule tried on the past, as far as it has come. */
export interface TriedRule {
  readonly id: string;
  readonly rule: AlertRule;
  /** What was typed, so that it can be kept or changed from there. */
  readonly typed: Readonly<Record<string, string | readonly string[]>>;
  readonly from: Instant;
  readonly until: Instant;
  readonly people: number;
  readonly looked: number;
  readonly isDone: boolean;
  readonly counts: TriedCounts;
  readonly lines: number;
  /** When rules of this kind were changed within that time: what went before followed others. */
  readonly changedAt: readonly Instant[];
}

/** How alerts are told, as staff see it and set it. */
export interface RuleDesk {
  /** As kept now. */
  all(): Promise<readonly AlertRule[]>;
  /** Puts a rule in the place of the one with its id, or takes it away. `opened`: the version that whoever asks had before them. */
  change(id: string, rule: AlertRule | undefined, by: RuleAuthor, opened: number | undefined): Promise<RuleKept>;
  /** What was changed of one kind, the latest first. */
  versions(kind: AlertKind): Promise<readonly RuleVersion[]>;
  /** Whom one person's own ways would reach; undefined when there is no such person. */
  reachOf(person: PersonId): Promise<(Pick<Situation, 'reach' | 'contacts' | 'desk'> & { readonly name: string; readonly providerId: string }) | undefined>;
  readonly tries: {
    /** Begins to try a rule on the last four weeks, with what was typed; gives its id. */
    start(rule: AlertRule, typed: TriedRule['typed'], by: string): Promise<string>;
    /** Looks at more people, for a second or so. */
    goOn(id: string): Promise<void>;
    read(id: string): Promise<TriedRule | undefined>;
    lines(id: string): Promise<readonly TriedLine[]>;
  };
  /** Whose ladders have steps that reach nobody. */
  readonly reach: {
    /** As found when each was last looked at. */
    found(): Promise<readonly ReachFound[]>;
    /** These as they are now. */
    lookAt(people: readonly PersonId[]): Promise<readonly ReachFound[]>;
    /** Looks at the next people by id, for a second or so. */
    lookOn(after: PersonId | undefined): Promise<{ readonly looked: number; readonly upTo?: PersonId; readonly isDone: boolean }>;
  };
}
