import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The one inline script of govuk-frontend's page template, by its hash. */
const templateScript = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='";

/** The same host over WebSocket; nothing for a host that is not one. */
function webSocketOf(host: string | undefined): string {
  return host !== undefined && /^[a-z0-9.-]+(?::\d{1,5})?$/i.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

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
          // The board's line to My Care; older televisions do not count a WebSocket to the same host as our own.
          connectSrc: ["'self'", ({ headers }) => webSocketOf(headers.host)],
          workerSrc: ["'self'"],
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
