import type { PersonRecord } from '../../models/person-record/index.ts';
import type { RequestState, ServiceRequest, WaitingLine } from '../../models/service-request/index.ts';

/** What the council's staff do about what people ask for. */
export interface RequestsDesk {
  /** Every request that waits, the longest first. */
  waiting(): Promise<readonly WaitingLine[]>;
  /** Something was kept that somebody is to be told of: not to be waited for. */
  wake(): void;
  /** What the person would be told if the request came to that, word for word; undefined where they would be told nothing. */
  hears(record: PersonRecord, request: ServiceRequest, then: { readonly state: RequestState; readonly by: string; readonly note?: string }): string | undefined;
}
