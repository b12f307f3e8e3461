import type { Instant } from '../shared/index.ts';
import type { Alert } from './alert.ts';
import type { Answer } from './answer.ts';
import type { PlannedAlert } from './new-alert.ts';

const askedAgainAfterMs = 10 * 60_000;

/**
 * What has to follow an answer to a check-in: somebody is asked to ring after a no or "I don't remember"; after "I'm doing it now"
 * the same is asked again, once. Kept in the same breath as the answer.
 */
export function followUpsOf({ kind, councilId, personId, id, facts }: Alert, { word, at }: Answer): readonly PlannedAlert[] {
  if (kind !== 'check-in' || personId === undefined) return [];
  const name = `after.${id}`.replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 110);
  if (word === 'doing-it-now' && facts['isSecond'] !== true) {
    const again = (at + askedAgainAfterMs) as Instant;
    return [{ councilId, personId, kind: 'check-in', occursAt: again, name, plannedFor: again, facts: { ...facts, isSecond: true } }];
  }
  if (word === 'no' || word === 'dont-remember') {
    return [{ councilId, personId, kind: 'word-for-somebody', occursAt: at, name, plannedFor: at, facts: { ...facts, words: '', answered: word } }];
  }
  return [];
}
