import type { Instant } from '../shared/index.ts';
import { allocate, type Allocate } from './allocate.ts';
import type { Budget } from './budget.ts';
import { keepBack, releaseKeptBack, type KeepBack } from './keep-back.ts';
import type { PostResult } from './post-result.ts';
import { refund, type Refund } from './refund.ts';
import { releaseSetAside, type ReleaseSetAside } from './release-set-aside.ts';
import { reverse, type Reverse } from './reverse.ts';
import { setAside, type SetAside } from './set-aside.ts';
import { spend, type Spend } from './spend.ts';
import { takeBack, type TakeBack } from './take-back.ts';

/** Any line that may be asked of the ledger. Ids are the caller's; the same id never takes effect twice. */
export type NewEntry =
  | ({ readonly kind: 'allocation' } & Allocate)
  | ({ readonly kind: 'set-aside' } & SetAside)
  | ({ readonly kind: 'set-aside-released' } & ReleaseSetAside)
  | ({ readonly kind: 'spend' } & Spend)
  | ({ readonly kind: 'refund' } & Refund)
  | ({ readonly kind: 'kept-back' | 'kept-back-released' } & KeepBack)
  | ({ readonly kind: 'taken-back' } & TakeBack)
  | ({ readonly kind: 'reversal' } & Reverse);

/** Adds one line to the ledger by the rule for its kind, or refuses it and changes nothing. */
export function post(budget: Budget, line: NewEntry, now: Instant): PostResult {
  switch (line.kind) {
    case 'allocation': return allocate(budget, line, now);
    case 'set-aside': return setAside(budget, line, now);
    case 'set-aside-released': return releaseSetAside(budget, line, now);
    case 'spend': return spend(budget, line, now);
    case 'refund': return refund(budget, line, now);
    case 'kept-back': return keepBack(budget, line, now);
    case 'kept-back-released': return releaseKeptBack(budget, line, now);
    case 'taken-back': return takeBack(budget, line, now);
    case 'reversal': return reverse(budget, line, now);
  }
}
