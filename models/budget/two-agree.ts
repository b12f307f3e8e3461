import { pence } from '../shared/index.ts';

/** Above this two people have to agree, one of them an approver, where the council has set no figure of its own. */
export const twoAgreeAbovePence = pence(50_000);

/** Who of the council decides: `id` tells them from every colleague, `name` is kept for the person to hear. */
export interface Decider { readonly id: string; readonly name: string; readonly isApprover: boolean }

/** Why somebody cannot be the second of two who agree; undefined when they can. */
export function notSecond(first: Decider, second: Decider): 'needs-another' | 'needs-approver' | undefined {
  if (first.id === second.id) return 'needs-another';
  return first.isApprover || second.isApprover ? undefined : 'needs-approver';
}
