import type { Instant } from '../shared/index.ts';

/** A care worker who may sign in on their phone. The PIN is kept by its hash. */
export interface CareWorkerAccess {
  /** As the visits have it. */
  readonly id: string;
  readonly firstName: string;
  /** Theirs alone within the provider. */
  readonly number: number;
  readonly pin: { readonly salt: string; readonly hash: string };
  readonly pinGivenAt: Instant;
  readonly stoppedAt?: Instant;
}

/** Whom a typed name or number means: the one with that number, or the only one with that name. Nobody who was stopped. */
export function workerNamed(workers: readonly CareWorkerAccess[], typed: string): CareWorkerAccess | undefined {
  const wanted = plain(typed);
  const standing = workers.filter(({ stoppedAt }) => stoppedAt === undefined);
  const named = standing.filter(({ firstName }) => plain(firstName) === wanted);
  return standing.find(({ number }) => String(number) === wanted) ?? (named.length === 1 ? named[0] : undefined);
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
