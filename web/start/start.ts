import { Router } from 'express';
import type { Environment } from 'nunjucks';
import { paths } from '../paths.ts';

/** The first page: what there is to open. */
export function startPage(templates: Environment, has: { readonly hasBoard: boolean; readonly hasAgency: boolean; readonly hasConsole: boolean }): Router {
  const router = Router();
  router.get(paths.home, (_request, response) => {
    response.redirect(302, paths.start);
  });
  router.get(paths.start, (_request, response) => {
    response.type('html').send(templates.render('start/start.njk', has));
  });
  return router;
}
