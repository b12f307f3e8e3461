import type { Alert } from '../../models/alert/index.ts';
import type { VisitBook } from '../../models/care-visit/index.ts';
import type { JobBook } from '../../models/job/index.ts';
import type { Household } from '../../models/household/index.ts';

/** Whose alert it is, as far as its words need. Absent: it is about no person. */
export interface ToldOf { readonly household: Household; readonly visitBook: VisitBook; readonly jobBook: JobBook }

/** As much of an alert as its words need. */
export type Told = Pick<Alert, 'kind' | 'urgency' | 'facts'>;

export interface Words { readonly title: string; readonly spoken: string }
