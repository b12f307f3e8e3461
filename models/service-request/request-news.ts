import type { RequestBook, ServiceRequest } from './service-request.ts';

/** Everything asked for, what changed last first. */
export function requestNews({ requests }: RequestBook): readonly ServiceRequest[] {
  return requests.toReversed().toSorted((one, other) => changedAt(other) - changedAt(one));
}

function changedAt({ history, askedAt }: ServiceRequest): number {
  return history.at(-1)?.at ?? askedAt;
}
