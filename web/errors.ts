import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Environment } from 'nunjucks';
import { paths } from './paths.ts';

/** Where faults are written down. Never given what was said or who said it. */
export interface WebLog {
  fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void;
}

/** Something a person can be told about and can mend, with the HTTP status that says so. */
export class PageProblem extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'PageProblem';
    this.status = status;
  }
}

/** For an address where there is nothing. */
export const pageNotFound: RequestHandler = (_request, _response, next) => {
  next(new PageProblem(404, 'There is no page at this address. If you typed it, check the spelling.'));
};

/** Turns whatever went wrong into a kind page, or into `{ message }` for a script. Faults of ours are logged and never shown. */
export function showProblem(templates: Environment, log: WebLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error);
    if (problem.status >= 500) log.fault('page-failed', { path: knownPath(request.path) }, error);
    response.status(problem.status);
    if (request.accepts(['html', 'json']) === 'json' || request.is('json')) response.json({ message: problem.message });
    else response.type('html').send(templates.render('error.njk', { title: titleFor(problem.status), message: problem.message }));
  };
}

function problemOf(error: unknown): PageProblem {
  if (error instanceof PageProblem) return error;
  const status = (error as { readonly status?: unknown } | null)?.status;
  if (status === 413) return new PageProblem(413, 'That is more than I can take in at once. Please say it in fewer words.');
  if (typeof status === 'number' && status >= 400 && status < 500) return new PageProblem(400, 'I could not read that. Please open the page again and try once more.');
  return new PageProblem(500, 'Something went wrong at our end, and I am not sure that went through. Please wait a moment and ask again.');
}

function titleFor(status: number): string {
  if (status === 404) return 'Page not found';
  return status >= 500 ? 'Sorry, something went wrong' : 'That did not work';
}

/** The log holds our own addresses only: anything else may hold somebody's words. */
function knownPath(path: string): string {
  return Object.values<string>(paths).includes(path) ? path : 'another address';
}
