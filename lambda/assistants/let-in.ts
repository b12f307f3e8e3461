import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { deedsOf, type AssistantDeed, type AssistantKey } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Services } from '../services.ts';
import { assistantKeyRows } from '../store/assistant-key-rows.ts';
import { isForUs } from './own-host.ts';

/** Who was let in: by whose key, the person as they are now, and what may be done at this moment. */
export interface LetIn { readonly key: Pick<AssistantKey, 'id' | 'identity'>; readonly record: PersonRecord; readonly deeds: readonly AssistantDeed[] }

type Needs = Pick<Services, 'table' | 'records' | 'clock' | 'councils' | 'of'>;
/** Whom what was sent as Authorization lets in; undefined for nobody. */
export type WhoIs = (authorization: string, needs: Needs) => Promise<LetIn | undefined>;
export type Refuse = (response: Response, status: 401 | 403 | 429, words: string) => void;

const wrongKeysAMinute = 30;
const usualPerMinute = 60;

export const letInOf = (response: Response): LetIn => (response.locals as { readonly letIn: LetIn }).letIn;

/** Whoever is let in now, at our own address and not too often. What may be done is read anew each time: who was stopped a second ago is not let in. */
export function letIn(needs: Needs, { refuse, whoIs = byKey, perMinute = usualPerMinute }: { readonly refuse: Refuse; readonly whoIs?: WhoIs; readonly perMinute?: number | undefined }): readonly RequestHandler[] {
  const tooMany = (_request: unknown, response: Response) => { refuse(response.set('Retry-After', '60'), 429, 'That was more than My Care takes in a minute. Wait a minute and ask again.'); };
  return [
    (request, response, next) => {
      response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'default-src \'none\'; frame-ancestors \'none\'', 'Referrer-Policy': 'no-referrer' });
      if (isForUs({ host: request.get('Host'), origin: request.get('Origin') }, needs.councils.flatMap(({ publicHosts }) => publicHosts))) next();
      else refuse(response, 403, 'This request names another server, or came from another website. Use My Care’s own address.');
    },
    rateLimit({ windowMs: 60_000, limit: wrongKeysAMinute, skipSuccessfulRequests: true, requestWasSuccessful: (_request, response) => response.statusCode !== 401, ipv6Subnet: 56, standardHeaders: false, legacyHeaders: false, handler: tooMany }),
    async (request, response, next) => {
      const found = await whoIs(request.get('Authorization') ?? '', needs);
      if (found === undefined) {
        refuse(response.set('WWW-Authenticate', 'Bearer realm="my-care"'), 401, 'Send the key as Authorization: Bearer. If you did, it is wrong or has ended: make another in My Care, under Assistants.');
        return;
      }
      response.locals['letIn'] = found;
      next();
    },
    rateLimit({ windowMs: 60_000, limit: perMinute, keyGenerator: (_request, response) => letInOf(response).key.id, standardHeaders: 'draft-8', legacyHeaders: false, handler: tooMany }),
  ];
}

/** By the key of an assistant that may do anything at all. */
export const byKey: WhoIs = async (authorization, { table, records, clock, of }) => {
  const keys = assistantKeyRows(table);
  const key = await keys.known(/^Bearer ([^\s]{1,100})$/.exec(authorization)?.[1] ?? '');
  const record = key !== undefined && of(key.identity.councilId) !== undefined ? await records.byPerson(key.identity.councilId, key.personId) : undefined;
  const deeds = key === undefined || record === undefined ? [] : deedsOf(key, record.household, clock());
  if (key === undefined || record === undefined || deeds.length === 0) return undefined;
  await keys.markUsed(key, clock());
  return { key, record, deeds };
};
