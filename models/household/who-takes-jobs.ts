import type { CircleMember } from './circle.ts';
import { mayKnow } from './who-knows.ts';

/** Whether somebody may take on, offer and settle the circle's jobs: family and friends who may act on visits. */
export function mayTakeJobs(member: CircleMember): boolean {
  return (member.kind === 'family' || member.kind === 'friend') && mayKnow(member, 'visits') && member.mayAct.includes('visits');
}
