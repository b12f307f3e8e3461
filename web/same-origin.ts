import type { RequestHandler } from 'express';
import { PageProblem } from './errors.ts';

/** Refuses a form or a call that another site's page sent. Programs that are not browsers name no origin and are let in. */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  const site = request.get('Sec-Fetch-Site');
  const isOurs = site === undefined ? isOwnOrigin(request.get('Origin'), request.get('Host')) : site === 'same-origin' || site === 'none';
  if (isOurs) next();
  else next(new PageProblem(403, 'That came from another website, so nothing was done. Open this page and try from here.'));
};

function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
