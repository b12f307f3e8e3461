import express from 'express';

interface Needs {
  /** Where whoever finds a hole can tell us: `mailto:…` or `https://…`. */
  readonly contact: string;
  readonly now: () => number;
}

const aDayMs = 86_400_000;
/** A reader may hold it for good until then, so it is never far off: RFC 9116 asks for less than a year. */
const goodForDays = 90;

/** Where to tell of a weakness, as RFC 9116 lays it out. */
export function securityTxt({ contact, now }: Needs): express.Router {
  const router = express.Router();
  router.get('/.well-known/security.txt', (_request, response) => {
    const midnight = Math.floor(now() / aDayMs) * aDayMs;
    response.type('text/plain; charset=utf-8').send(`Contact: ${contact}\nExpires: ${new Date(midnight + goodForDays * aDayMs).toISOString()}\nPreferred-Languages: en\n`);
  });
  return router;
}
