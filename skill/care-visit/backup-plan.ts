import { nextVisit } from '../../models/care-visit/index.ts';
import type { CircleMember } from '../../models/household/index.ts';
import { tell, type Answer } from '../answer.ts';
import { phone, plainText, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';

/** "What happens if nobody comes?" The plan out loud: who, in what order, and when. */
export function backupPlan(turn: Turn): Answer {
  const { visitBook } = turn.record;
  const { tellAfterMinutes, tell: ids } = visitBook.backupPlan;
  const office = say`You can always ring ${visitBook.provider.name} on ${phone(visitBook.provider.phone)}.`;
  if (namedInPlan(turn, ids).length === 0) return tell('There’s nobody in your backup plan yet.', office);
  const next = nextVisit(visitBook, turn.now, turn.zone);
  return {
    ...tell(planWords(turn, ids, `nobody has come ${tellAfterMinutes} minutes after they’re due`)),
    screen: { kind: 'detail', title: 'If nobody comes', lines: [planWords(turn, ids, `nobody has come ${tellAfterMinutes} minutes after they’re due`), plainText([office])] },
    ...(next !== undefined && { focus: { visitId: next.id } }),
  };
}

/** "If nobody has come 30 minutes after they’re due, the plan is to tell Ann at the office, and then Susan." */
function planWords(turn: Turn, ids: readonly string[], condition: string): string {
  const [first, ...then] = namedInPlan(turn, ids).map((member) => spokenName(turn, member));
  return `If ${condition}, the plan is to tell ${[first, ...then.map((name) => `then ${name}`)].join(', and ')}.`;
}

export function namedInPlan(turn: Turn, ids: readonly string[]): readonly CircleMember[] {
  const { circle } = turn.record.household;
  return ids.map((id) => circle.find((member) => member.id === id)).filter((member) => member !== undefined);
}

function spokenName(turn: Turn, member: CircleMember): string {
  return member.kind === 'agency' || member.name === turn.record.visitBook.provider.officeContact ? `${member.name} at the office` : member.name;
}
