import { simplerSpeech } from '../../models/household/index.ts';
import type { Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { Turn } from '../turn.ts';

/** After two misunderstandings we move one step simpler by ourselves, and say so. Nothing to move: just the answer. */
export function simplerFromNowOn(turn: Turn, answer: Answer): Answer | Promise<Answer> {
  const { passport } = turn.record.household;
  const simpler = simplerSpeech(passport);
  if (simpler.pauseMs === passport.pauseMs && simpler.listLength === passport.listLength) return answer;
  return carryOut(turn, (now) => ({
    answer: { ...answer, tell: [...answer.tell, 'I’ll go a bit slower.'], passport: simpler },
    change: { household: { ...now.record.household, passport: simplerSpeech(now.record.household.passport) }, audit: [{ action: 'speech-simplified', by: 'system', about: 'passport' }] },
  }));
}
