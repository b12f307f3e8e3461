import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The one inline script of govuk-frontend's page template, by its hash. */
const templateScript = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

/** Tells browsers to run, load and frame nothing but our own, and to keep no copy of what a person was told. */
export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", templateScript],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.set({ 'Permissions-Policy': 'microphone=(self), camera=(), geolocation=()', 'Cache-Control': 'no-store' });
      next();
    },
  ];
}
