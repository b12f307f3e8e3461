import { isExcludedBy } from '../service-request/index.ts';
import { wishIn } from './goal-for.ts';

/** Whether the plan says outright that the money may not be used for this, named by category or in words. */
export function isExcluded(excluded: readonly string[], categoryOrWords: string): boolean {
  return isExcludedBy(excluded, wishIn(categoryOrWords));
}
