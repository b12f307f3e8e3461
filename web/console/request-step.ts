import { createHash } from 'node:crypto';
import { actorOf } from '../../models/access/index.ts';
import { afterRequest, type PersonRecord } from '../../models/person-record/index.ts';
import type { RequestChange, ServiceRequest } from '../../models/service-request/index.ts';
import { PageProblem } from '../errors.ts';
import type { Asked, Done } from './page.ts';

/** The request a page's address names. What is over and gone from the record is a page that is not there any more. */
export function requestIn({ requestBook }: PersonRecord, id: string | undefined): ServiceRequest {
  const request = requestBook.requests.find((each) => each.id === id);
  if (request === undefined) throw new PageProblem(404, 'That request is not there any more.');
  return request;
}

export const requestHref = (personId: string, requestId: string, end = ''): string => `/people/${personId}/requests/${encodeURIComponent(requestId)}${end}`;

interface Step {
  /** In the audit: "request-more-asked". */
  readonly deed: string;
  readonly go: string;
  readonly said: string;
  /** The field at which a change by somebody else is said. */
  readonly field: string;
  /** What was typed: the same form sent twice is one deed, another one is another. */
  readonly typed: string;
}

/** Keeps one step of a request, all that changes with it and who took it; what somebody else did meanwhile is looked at again first. */
export async function keepStep({ services, record, identity, now }: Asked<'see-person'>, change: Extract<RequestChange, { kind: 'changed' }>, { deed, go, said, field, typed }: Step): Promise<Done> {
  const { request } = change;
  const mark = createHash('sha256').update(typed).digest('base64url').slice(0, 16);
  const saved = await services.records.save(record, {
    idempotencyKey: `console-${request.id}-${deed}-${request.history.length}-${identity.id}-${mark}`, at: now, ...afterRequest(change, record.visitBook),
    audit: [{ action: deed, by: actorOf(identity), about: request.id }],
  });
  if (saved.kind === 'changed-meanwhile') return { faults: [{ field, message: 'Something changed while you were looking. Look at it again, and do it once more' }] };
  services.requests.wake();
  return { go, said: saved.kind === 'unknown' ? 'uncertain' : said };
}
