import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { deedsOf, type AssistantDeed, type AssistantKey } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Services } from '../services.ts';
import { assistantKeyRows } from '../store/assistant-key-rows.ts';
import { isForUs } from './own-host.ts';

/** An assistant that was let in: its key, the person as they are now, and what it may do at this moment. */
export interface LetIn { readonly key: AssistantKey; readonly record: PersonRecord; readonly deeds: readonly AssistantDeed[] }

type WhyNot = 'elsewhere' | 'no-key' | 'too-many';
export type Refuse = (response: Response, status: 401 | 403 | 429, why: WhyNot, words: string) => void;

const wrongKeysAMinute = 30;
const usualPerMinute = 60;

export const letInOf = (response: Response): LetIn => (response.locals as { readonly letIn: LetIn }).letIn;

/** Whoever brings a key that is good now, at our own address and not too often. What it may do is read anew each time: who was stopped a second ago is not let in. */
export function letIn({ table, records, clock, config }: Pick<Services, 'table' | 'records' | 'clock' | 'config'>, refuse: Refuse, perMinute = usualPerMinute): readonly RequestHandler[] {
  const keys = assistantKeyRows(table);
  const tooMany = (_request: unknown, response: Response) => { refuse(response.set('Retry-After', '60'), 429, 'too-many', 'That was more than My Care takes in a minute. Wait a minute and ask again.'); };
  return [
    (request, response, next) => {
      response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'default-src \'none\'; frame-ancestors \'none\'', 'Referrer-Policy': 'no-referrer' });
      if (isForUs({ host: request.get('Host'), origin: request.get('Origin') }, config.publicHosts)) next();
      else refuse(response, 403, 'elsewhere', 'This request names another server, or came from another website. Use My Care’s own address.');
    },
    rateLimit({ windowMs: 60_000, limit: wrongKeysAMinute, skipSuccessfulRequests: true, requestWasSuccessful: (_request, response) => response.statusCode !== 401, ipv6Subnet: 56, standardHeaders: false, legacyHeaders: false, handler: tooMany }),
    async (request, response, next) => {
      const key = await keys.known(/^Bearer ([^\s]{1,100})$/.exec(request.get('Authorization') ?? '')?.[1] ?? '');
      const record = key?.identity.councilId === config.councilId ? await records.byPerson(key.identity.councilId, key.personId) : undefined;
      const deeds = key === undefined || record === undefined ? [] : deedsOf(key, record.household, clock());
      if (key === undefined || record === undefined || deeds.length === 0) {
        refuse(response.set('WWW-Authenticate', 'Bearer realm="my-care"'), 401, 'no-key', 'Send the key as Authorization: Bearer. If you did, it is wrong or has ended: make another in My Care, under Assistants.');
        return;
      }
      response.locals['letIn'] = { key, record, deeds } satisfies LetIn;
      await keys.markUsed(key, clock());
      next();
    },
    rateLimit({ windowMs: 60_000, limit: perMinute, keyGenerator: (_request, response) => letInOf(response).key.id, standardHeaders: 'draft-8', legacyHeaders: false, handler: tooMany }),
  ];
}
