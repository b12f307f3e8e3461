import { emptyBoard, type AlertBoard } from '../../models/alert/index.ts';
import type { Budget } from '../../models/budget/index.ts';
import type { VisitBook } from '../../models/care-visit/index.ts';
import type { Household } from '../../models/household/index.ts';
import { noJobs, type JobBook } from '../../models/job/index.ts';
import type { MessageBook } from '../../models/message/index.ts';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import type { PersonRecord, Unfinished } from '../../models/person-record/index.ts';
import type { RequestBook } from '../../models/service-request/index.ts';
import { alertBoardKept } from './alert-rows.ts';
import { budgetKept } from './budget-rows.ts';
import { visitBookKept } from './care-visit-rows.ts';
import { householdKept, linkKept } from './household-rows.ts';
import { jobBookKept } from './job-rows.ts';
import type { Kept } from './kept-values.ts';
import { messageBookKept } from './message-rows.ts';
import { outcomeBookKept } from './outcome-rows.ts';
import { requestBookKept } from './service-request-rows.ts';
import { unfinishedKept } from './unfinished-rows.ts';

/** What is kept in each of the rows needed to talk with a person. */
export interface SpokenParts {
  readonly alerts: AlertBoard;
  readonly budget: Budget | null;
  readonly household: Household;
  readonly jobs: JobBook;
  readonly link: NonNullable<PersonRecord['link']> | null;
  readonly messages: MessageBook;
  readonly outcomes: OutcomeBook;
  readonly requests: RequestBook;
  readonly unfinished: Unfinished | null;
  readonly visits: VisitBook;
}
export type SpokenPart = keyof SpokenParts;

/** How each part is checked on its way in. Every person has all ten rows, `spoken#alerts` to `spoken#visits`. */
export const spokenSchemas: { readonly [Part in SpokenPart]: Kept<SpokenParts[Part]> } = {
  alerts: alertBoardKept,
  budget: budgetKept,
  household: householdKept,
  jobs: jobBookKept,
  link: linkKept,
  messages: messageBookKept,
  outcomes: outcomeBookKept,
  requests: requestBookKept,
  unfinished: unfinishedKept,
  visits: visitBookKept,
};
export const spokenPartNames = Object.keys(spokenSchemas) as readonly SpokenPart[];

/** Parts that came after the first version: whoever was kept without them is read as if they had been kept so, until `bringUpToDate` has kept them so. */
export const cameLater = { alerts: emptyBoard, jobs: noJobs } as const satisfies Partial<SpokenParts>;

export const spokenKey = (part: SpokenPart): string => `spoken#${part}`;
export const partOfKey = (sk: string): SpokenPart | undefined => spokenPartNames.find((part) => spokenKey(part) === sk);
