import type { Identity, Sessions } from '../../models/access/index.ts';
import type { Alert } from '../../models/alert/index.ts';
import type { BudgetEntry } from '../../models/budget/index.ts';
import type { PersonRecord, PersonRecords } from '../../models/person-record/index.ts';
import type { Routine, RoutineBook } from '../../models/routine/index.ts';
import type { AlertShown } from './alert-shown.ts';
import type { CalendarDesk } from '../calendar/calendar-port.ts';
import type { CircleDesk } from './circle-port.ts';
import type { AssistantsDesk } from './assistants-port.ts';
import type { JobsDesk } from './jobs-port.ts';
import type { FiguresDesk } from './figures-port.ts';
import type { BudgetChanges } from './budget-port.ts';
import type { PasskeyDesk } from './passkeys-port.ts';
import type { DataDesk } from './data-port.ts';
import type { OutcomesDesk } from './outcomes-port.ts';
import type { PeopleDesk } from './people-port.ts';
import type { RequestsDesk } from './requests-port.ts';
import type { CareDesk } from './desk-port.ts';
import type { RuleDesk } from './rules-port.ts';
import type { ScreenDesk } from './screens-port.ts';
import type { ServicesDesk } from './services-port.ts';
import type { MoneyInDesk } from './money-in-port.ts';
import type { GoalsInDesk } from './goals-in-port.ts';
import type { RotaCalendarsDesk } from './rota-calendars-port.ts';
import type { VisitsInDesk } from './visits-in-port.ts';
import type { VisitWorkDesk } from './visit-work-port.ts';
import type { WorkersDesk } from './workers-port.ts';
import type { ToldDesk } from './told-port.ts';
import type { Clock, CouncilId, Instant, Pence, PersonId } from '../../models/shared/index.ts';

/** How the council shows itself. */
interface CouncilLook { readonly id: CouncilId; readonly name: string; readonly colour: string; readonly timeZone: string; /** Above this two of them have to agree. */ readonly twoAgreeAbovePence: Pence }

/** Somebody in a list. */
interface Listed { readonly personId: PersonId; readonly name: string; readonly preferred: string; readonly hasLeft?: true }

/** What somebody may choose from where people are made up. */
export interface MadeUpIdentity { readonly key: string; readonly label: string; readonly about: string; readonly identity: Identity;
  /** What a made-up care worker types to sign in. */
  readonly types?: { readonly code: string; readonly name: string; readonly pin: string };
}

export type CodeSent = 'sent' | 'too-many';
export type CodeChecked = { readonly kind: 'right'; readonly identity: Identity } | { readonly kind: 'wrong' } | { readonly kind: 'too-many' };

/** Everything the console needs of the rest. */
export interface ConsoleServices {
  readonly clock: Clock;
  readonly council: CouncilLook;
  readonly isDemonstration: boolean;
  readonly sessions: Sessions;
  readonly records: PersonRecords;
  readonly signIn: {
    /** Only where people are made up. */
    readonly madeUp: readonly MadeUpIdentity[];
    /** The council's own sign-in; absent where none is set up. */
    readonly staff?: {
      start(state: string): Promise<{ readonly url: string; readonly kept: string }>;
      finish(current: URL, kept: string, state: string): Promise<Identity | undefined>;
    };
    /** Sends six digits to a number or address we know; says nothing of whether we do. */
    sendCode(contact: string): Promise<CodeSent>;
    checkCode(contact: string, code: string): Promise<CodeChecked>;
  };
  readonly people: {
    find(words: string): Promise<readonly Listed[]>;
    linkCode(person: PersonId): Promise<{ readonly code: string; readonly expiresAt: Instant } | undefined>;
  };
  readonly peopleDesk: PeopleDesk;
  readonly outcomes: OutcomesDesk;
  readonly data: DataDesk;
  readonly passkeys: PasskeyDesk;
  readonly desk: CareDesk;
  readonly calendars: CalendarDesk;
  readonly circle: CircleDesk;
  readonly assistants: AssistantsDesk;
  readonly told: ToldDesk;
  readonly jobs: JobsDesk;
  readonly catalogue: ServicesDesk;
  readonly visitsIn: VisitsInDesk;
  readonly rotaCalendars: RotaCalendarsDesk;
  readonly goalsIn: GoalsInDesk;
  readonly moneyIn: MoneyInDesk;
  readonly figures: FiguresDesk;
  readonly workers: WorkersDesk;
  readonly visitWork: VisitWorkDesk;
  /** Absent where no bus reaches any screen. */
  readonly screens?: ScreenDesk;
  /** The public key for browsers’ push services; absent where none are set. */
  readonly pushKey?: string;
  readonly requests: RequestsDesk;
  readonly budgetChanges: BudgetChanges;
  readonly alerts: {
    ofPerson(person: PersonId, from: Instant, to: Instant): Promise<readonly AlertShown[]>;
    find(person: PersonId | undefined, alertId: string): Promise<AlertShown | undefined>;
    answer(person: PersonId | undefined, alertId: string, identity: Identity): Promise<boolean>;
    /** Somebody's days on a copy, in seconds: whom it would tell what. */
    rehearse(person: PersonId, how: { readonly from: Instant; readonly until: Instant; readonly somebodyAnswers: boolean; readonly homeIsOff: boolean }): Promise<{ readonly told: readonly { readonly at: Instant; readonly to: string; readonly words: string }[]; readonly isCut: boolean }>;
    /** How an alert of this kind would sound to the person, and would read when it leaves the home. */
    preview(kind: Alert['kind'], wording: string | undefined, record: PersonRecord | undefined): { readonly spoken: string; readonly discreet: string };
  };
  readonly routines: {
    read(person: PersonId): Promise<RoutineBook>;
    change(person: PersonId, change: (book: RoutineBook) => RoutineBook): Promise<void>;
    /** How it would be asked or said. */
    words(routine: Routine, record: PersonRecord): string;
  };
  readonly rules: RuleDesk;
  readonly ledger: (person: PersonId) => Promise<readonly BudgetEntry[]>;
  /** What a person can say, in groups, for the card on their fridge. */
  readonly phrases: (record: PersonRecord) => readonly { readonly title: string; readonly phrases: readonly string[] }[];
  readonly audit: {
    write(line: { readonly who: string; readonly personId?: PersonId; readonly what: string; readonly why: string; readonly at: Instant }): Promise<void>;
    read(person: PersonId, most: number): Promise<readonly { readonly at: Instant; readonly action: string; readonly by: string; readonly about: string }[]>;
  };
  /** New to the store and not yet used: for ids of what is made here. */
  readonly newId: () => string;
}
