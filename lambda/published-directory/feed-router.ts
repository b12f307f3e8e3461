import { createHash } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Directory } from '../../models/service/index.ts';
import { publishedDirectory, type PublishedDirectory, type Taxonomy } from './published-directory.ts';
import { isWanted, pageAsked, type Query } from './wanted.ts';
import { serviceId, taxonomyId, writeAtLocation, writeCore, writeOrganization, writeOrganizationCore, writeService, writeTerm } from './write-service.ts';

interface Needs {
  /** As everybody is told it, with what staff have corrected. */
  readonly directory: () => Promise<Directory>;
  readonly log: { fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void };
  readonly perMinute?: number;
}

const about = {
  version: 'HSDS-UK-3.0', profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md', openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
};
const usualPerMinute = 1_200;

/** The council's directory as an Open Referral UK 3.0 feed, open to everybody, read only. Mount it at `/oruk`. */
export function openReferralFeed({ directory, log, perMinute = usualPerMinute }: Needs): Router {
  const router = express.Router({ caseSensitive: true });
  let made: { readonly from: Directory; readonly published: PublishedDirectory } | undefined;
  const read = async (): Promise<PublishedDirectory> => {
    const from = await directory();
    if (made?.from !== from) made = { from, published: publishedDirectory(from) };
    return made.published;
  };
  router.use((_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'public, max-age=300', 'Content-Security-Policy': 'default-src \'none\'; frame-ancestors \'none\'' });
    next();
  });
  router.use(rateLimit({ windowMs: 60_000, limit: perMinute, ipv6Subnet: 56, standardHeaders: 'draft-8', legacyHeaders: false, message: { message: 'Too many requests. Wait a minute.' } }));
  router.options('/{*any}', (_request, response) => { response.set({ 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Max-Age': '86400' }).status(204).end(); });
  router.get('/', (request, response) => { send(request, response, about); });

  /** A list in pages, and one by its id. */
  const listed = <Item>(name: string, of: (published: PublishedDirectory) => ReadonlyMap<string, Item>, { brief, whole, minimal, keeps }: { readonly brief: (item: Item) => object; readonly whole: (item: Item) => object; readonly minimal?: (item: Item) => object; readonly keeps?: (query: Query) => (item: Item) => boolean }) => {
    router.get(`/${name}`, async (request, response) => {
      const query = request.query as Query;
      const { page, size, isWhole, isMinimal } = pageAsked(query);
      const all = [...of(await read()).values()];
      const wanted = keeps === undefined ? all : all.filter(keeps(query));
      const here = wanted.slice((page - 1) * size, page * size);
      const pages = Math.max(1, Math.ceil(wanted.length / size));
      send(request, response, {
        total_items: wanted.length, total_pages: pages, page_number: page, size: here.length, first_page: page === 1, last_page: page >= pages, empty: here.length === 0,
        contents: here.map(isMinimal && minimal !== undefined ? minimal : isWhole ? whole : brief),
      });
    });
    router.get(`/${name}/:id`, async (request, response, next) => {
      const item = of(await read()).get(request.params.id);
      if (item === undefined) next();
      else send(request, response, whole(item));
    });
  };
  listed('services', ({ services }) => services, { brief: writeCore, whole: writeService, keeps: isWanted, minimal: (service) => ({ ...writeMinimal(service) }) });
  listed('service_at_locations', ({ atLocations }) => atLocations, { brief: ({ service, at }) => briefPlace(writeAtLocation(service, at, false)), whole: ({ service, at }) => writeAtLocation(service, at, true), keeps: (query) => ({ service }) => isWanted(query)(service) });
  listed('organizations', ({ organizations }) => organizations, { brief: writeOrganizationCore, whole: writeOrganization });
  listed('taxonomies', ({ taxonomies }) => taxonomies, { brief: taxonomyCore, whole: (taxonomy) => ({ ...taxonomyCore(taxonomy), taxonomy_terms: taxonomy.terms.map(writeTerm) }) });
  listed('taxonomy_terms', ({ terms }) => terms, { brief: writeTerm, whole: writeTerm, keeps: ({ taxonomy_id: id }) => ({ taxonomy = '' }) => typeof id !== 'string' || taxonomyId(taxonomy) === id });

  router.use((_request, response) => { response.set('Cache-Control', 'no-store').status(404).json({ message: 'There is nothing at this address. The feed has /services, /services/{id}, /service_at_locations, /organizations, /taxonomies and /taxonomy_terms.' }); });
  const failed: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status } = (error ?? {}) as { readonly status?: unknown };
    const isTheirs = typeof status === 'number' && status < 500;
    if (!isTheirs) log.fault('feed-failed', {}, error);
    response.set('Cache-Control', 'no-store').status(isTheirs ? 400 : 503).json({ message: isTheirs ? 'The address cannot be read.' : 'The feed cannot be read just now. Try again in a minute.' });
  };
  router.use(failed);
  return router;
}

/** With a tag of its own; whoever names the one they have is answered by it alone, also where they ask for a fresh copy in the same breath. */
function send(request: Request, response: Response, value: object): void {
  const text = JSON.stringify(value);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  response.set('ETag', tag);
  const isKnown = (request.get('If-None-Match') ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
  if (isKnown) response.status(304).end();
  else response.type('application/json').send(text);
}

function taxonomyCore({ name }: Taxonomy): object {
  return { id: taxonomyId(name), name, description: name };
}

function writeMinimal(service: Parameters<typeof serviceId>[0] & { readonly last_modified?: string | undefined }): object {
  return { id: serviceId(service), ...(service.last_modified !== undefined && { modified_date: service.last_modified }) };
}

/** In a list, a place has its own fields only. */
function briefPlace({ location, ...rest }: Readonly<Record<string, unknown>>): object {
  if (typeof location !== 'object' || location === null) return rest;
  const { addresses: _, accessibility: __, ...own } = location as Readonly<Record<string, unknown>>;
  return { ...rest, location: own };
}
