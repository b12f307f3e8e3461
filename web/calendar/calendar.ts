import express, { type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import type { CalendarDesk } from './calendar-port.ts';

/** Calendars for other calendars to read, each at an address that is its own key. */
export function calendarFeeds({ calendars }: { readonly calendars: CalendarDesk }): Router {
  const router = express.Router();
  const wrongAddresses = rateLimit({ windowMs: 15 * 60_000, limit: 60, standardHeaders: 'draft-8', legacyHeaders: false, ipv6Subnet: 56, skipSuccessfulRequests: true, requestWasSuccessful: (_request, response) => response.statusCode < 400, message: 'Too many wrong addresses from here. Wait a quarter of an hour.' });
  router.get(`${paths.calendars}/:address.ics`, wrongAddresses, async (request, response) => {
    const { address } = request.params;
    const found = typeof address === 'string' && /^[A-Za-z0-9_-]{22}$/.test(address) ? await calendars.read(address) : undefined;
    if (found === undefined) throw new PageProblem(404, 'There is no calendar at this address. It may have been ended: ask for a new one where you made it.');
    response.set({ 'Cache-Control': 'private, max-age=300', ETag: found.etag, 'Last-Modified': new Date(found.changedAt).toUTCString(), 'X-Robots-Tag': 'noindex' });
    if (isKnown(request.get('If-None-Match'), found.etag)) response.status(304).end();
    else response.type('text/calendar; charset=utf-8').send(found.text);
  });
  return router;
}

/** By the tag alone: some readers ask for a fresh copy and name the one they have in one breath. */
function isKnown(asked: string | undefined, etag: string): boolean {
  return asked !== undefined && asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
