import type { Identity } from '../../models/access/index.ts';
import type { Decider } from '../../models/budget/index.ts';
import type { RequestChange } from '../../models/service-request/index.ts';

/** As much as can be listened to. */
export const mostNoteLetters = 200;

export function deciderOf(identity: Identity): Decider {
  return { id: identity.id, name: identity.name, isApprover: identity.kind === 'staff' && identity.roles.includes('approver') };
}

/** Why a decision was not taken, and how to mend it. */
export function refusedText(reason: Extract<RequestChange, { kind: 'refused' }>['reason']): string {
  switch (reason) {
    case 'cost-unknown': return 'Enter what it costs before you agree';
    case 'not-now': return 'This has been decided already';
    case 'no-such-request': return 'That request is not there any more';
    case 'needs-another': return 'You have agreed to this. Somebody else has to agree as well';
    case 'needs-approver': return 'The second to agree has to be an approver, as the first was not';
    case 'no-budget': return 'There is no budget here to pay for this';
    default: return 'There is not enough left in the budget for this';
  }
}
