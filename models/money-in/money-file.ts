import type { Instant } from '../shared/index.ts';

/** A file of money, or a part of a large one, that somebody had brought in: what became of its rows in numbers, and nothing of anybody’s. Without `finishedAt` it is under way, or broke off. */
export interface MoneyFileBroughtIn {
  readonly id: string;
  /** Which system it is from. */
  readonly source: string;
  readonly fileName: string;
  readonly by: string;
  readonly startedAt: Instant;
  readonly part: number;
  readonly parts: number;
  readonly rows: number;
  readonly finishedAt?: Instant;
  readonly counts?: MoneyCounts;
}

/** How many rows were taken, wait for a second yes, were there before, and were left. */
export interface MoneyCounts { readonly posts: number; readonly waits: number; readonly there: number; readonly left: number }

const worksForMs = 5 * 60_000;

/** Whether bringing it in broke off: nobody works at a part for so long. The same file once more takes what was not taken. */
export function brokeOff({ startedAt, finishedAt }: Pick<MoneyFileBroughtIn, 'startedAt' | 'finishedAt'>, now: Instant): boolean {
  return finishedAt === undefined && now - startedAt > worksForMs;
}
