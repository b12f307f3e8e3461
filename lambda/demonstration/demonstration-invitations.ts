import { invitationDays, type Invitation } from '../../models/household/index.ts';
import type { Instant } from '../../models/shared/index.ts';

/** Margaret asked her nephew two days ago; he has not answered. The number is one nobody can be rung on. */
export function margaretsInvitations(now: Instant): readonly Invitation[] {
  const invitedAt = (now - 2 * 86_400_000) as Instant;
  return [{
    id: 'margaret-peter', name: 'Peter', relationship: 'nephew', contact: '07700 900321', mayKnow: ['visits', 'messages'], mayAct: ['visits', 'messages'],
    invitedBy: { id: 'person:margaret', name: 'Margaret' }, invitedAt, expiresAt: (invitedAt + invitationDays * 86_400_000) as Instant,
  }];
}
