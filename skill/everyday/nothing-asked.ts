import { askWaiting, waitingAlert } from '../alert/waiting-alert.ts';
import { careVisitsOnDay } from '../care-visit/care-visits-on-day.ts';
import { sayingHowOld } from '../care-visit/how-old.ts';
import { chooseFromOffered } from '../service/choose-service.ts';
import { ask, type Answer } from '../answer.ts';
import { guardPrivacy } from '../household/private-answers.ts';
import type { Reply } from '../pending-question.ts';
import { asIf, type Turn } from '../turn.ts';
import { didNotCatch } from './fallback.ts';
import { usualHelp } from './launch.ts';

/** An answer to a question we did not ask, or not that kind of answer: understood as best it can be, and nothing is done on a stray "yes". */
export function answerNothingAsked(turn: Turn, reply: Reply): Answer | Promise<Answer> {
  const { pending, last } = turn.memory;
  if (reply.kind === 'choice') {
    const chosen = chooseFromOffered(turn, reply);
    if (chosen !== undefined) return chosen;
  }
  if (reply.kind === 'day' && reply.time === undefined) return guardPrivacy(turn) ?? sayingHowOld(careVisitsOnDay)(asIf(turn, 'CareVisitsOnDayIntent', turn.slots));
  if (pending !== undefined && last?.words !== undefined) return didNotCatch(turn);
  const waiting = reply.kind === 'check-in' ? waitingAlert(turn) : undefined;
  if (waiting !== undefined) return askWaiting(turn, waiting);
  if (reply.kind === 'no') return { tell: ['Right you are.'], isGoodbye: true };
  return ask(['I hadn’t asked you anything just now.'], 'What would you like to know?', { kind: 'anything-else' }, usualHelp);
}
