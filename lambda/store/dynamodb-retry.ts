import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreDoesNotAnswer } from './store-errors.ts';

const readTries = 3;
const throttled: readonly string[] = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'LimitExceededException'];
const ours: readonly string[] = ['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException', 'UnrecognizedClientException', 'SerializationException'];

/** A read may always be tried again, unless we asked wrongly. Throws `StoreDoesNotAnswer` after three tries. */
export async function readWithRetry<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (fault) {
      if (attempt === readTries || isOurMistake(fault)) throw new StoreDoesNotAnswer(fault);
      await pause(attempt);
    }
  }
}

/** Refused before anything was tried, because there were too many requests. */
export function isThrottled(fault: unknown): boolean {
  return throttled.includes(nameOf(fault));
}

/** Nothing was done, and the same request would be refused again. */
export function isOurMistake(fault: unknown): boolean {
  return ours.includes(nameOf(fault));
}

/** Waits a random while, up to 20, 40, 80 … 320 milliseconds, so that those in each other's way step apart. */
export async function pause(attempt: number): Promise<void> {
  await wait(randomInt(1, 20 * 2 ** Math.min(attempt - 1, 4) + 1));
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : '');
