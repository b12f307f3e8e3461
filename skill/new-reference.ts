import { makeReference } from '../models/service-request/index.ts';
import type { Turn } from './turn.ts';

/** Two words to find a request by, unlike any other that this person has. */
export function newReference({ record, services }: Turn): string {
  const taken = [...record.requestBook.requests, ...record.visitBook.changeRequests].map((request) => request.reference);
  return makeReference(services.random, taken);
}
