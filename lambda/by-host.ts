import type { RequestHandler } from 'express';
import type { Config } from './config.ts';
import { councilAt, type Councils } from './councils.ts';

/** Each council's pages under its own names. A name that is no council's has nothing: whose pages would they be? */
export function byHost(councils: Councils, pagesOf: (config: Config) => RequestHandler): RequestHandler {
  const pages = new Map(councils.map((config) => [config.councilId, pagesOf(config)]));
  return (request, response, next) => {
    const council = councilAt(councils, nameIn(request.headers.host));
    const own = council === undefined ? undefined : pages.get(council.councilId);
    if (own === undefined) response.status(421).type('text/plain').set('Cache-Control', 'no-store').send('There is nothing under this name. Use the address that your council gave you.');
    else void own(request, response, next);
  };
}

/** Without the port. Never what a proxy says in another line: anybody may write one. */
function nameIn(host: string | undefined): string | undefined {
  return host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;
}
