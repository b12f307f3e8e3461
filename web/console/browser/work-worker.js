// Keeps today's visits on a care worker's phone for where there is no signal: what was last seen, for half a day, and no longer than they are signed in.
const pagesKept = 'my-care-work-pages';
const partsKept = 'my-care-work-parts';
const goodForMs = 12 * 3_600_000;
const patienceMs = 6_000;
const parts = ['/assets/console.css', '/assets/council.css', '/assets/work.js', '/assets/icon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(partsKept).then((kept) => kept.addAll(parts)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });
self.addEventListener('message', (event) => {
  if (typeof event.data?.keep === 'string' && isKept(event.data.keep)) event.waitUntil(fetch(event.data.keep, { headers: { Accept: 'text/html' } }).then((answer) => keepPage(event.data.keep, answer)).catch(() => undefined));
});
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin) return;
  if (mode === 'navigate' && (isKept(pathname) || pathname.startsWith('/work/at/'))) event.respondWith(page(event.request, pathname, search));
  else if (parts.includes(pathname)) event.respondWith(part(event.request));
});

const isKept = (pathname) => pathname === '/work' || pathname.startsWith('/work/visits/');

/** From us where there is a signal; as it was last seen where there is none. */
async function page(request, pathname, search) {
  try {
    const answer = await inTime(fetch(request));
    // A home's code leads on to its visit; any other way on is to the sign-in: whoever it was is out, and sees nothing of it here any more.
    if (pathname.startsWith('/work/at/')) return answer;
    if (answer.type === 'opaqueredirect' || answer.redirected) await caches.delete(pagesKept);
    else if (!search.includes('for=')) await keepPage(pathname, answer.clone());
    return answer;
  } catch {
    const kept = await (await caches.open(pagesKept)).match(pathname);
    if (kept !== undefined && Date.now() - Number(kept.headers.get('X-Kept-At')) < goodForMs) return kept;
    return new Response('<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>No signal – My Care</title><link rel="stylesheet" href="/assets/console.css"><main class="govuk-width-container govuk-main-wrapper"><h1 class="govuk-heading-l">No signal</h1><p class="govuk-body">This page was not opened on this phone today. What you recorded before is kept here and sent once there is a signal.</p><p class="govuk-body"><a class="govuk-link" href="/work">Today’s visits</a></p></main></html>', { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'self'" } });
  }
}

/** A signal that is too weak is none. */
function inTime(answer) {
  return Promise.race([answer, new Promise((_resolve, reject) => { setTimeout(() => { reject(new Error('too slow')); }, patienceMs); })]);
}

async function keepPage(pathname, answer) {
  const kept = await caches.open(pagesKept);
  if (!answer.ok || answer.redirected) { if (answer.status === 404 || answer.status === 403) await kept.delete(pathname); return; }
  const headers = new Headers(answer.headers);
  headers.set('X-Kept-At', String(Date.now()));
  await kept.put(pathname, new Response(await answer.blob(), { status: 200, headers }));
}

async function part(request) {
  const kept = await caches.open(partsKept);
  try {
    const answer = await inTime(fetch(request));
    if (answer.ok) await kept.put(new URL(request.url).pathname, answer.clone());
    return answer;
  } catch {
    return await kept.match(new URL(request.url).pathname) ?? Response.error();
  }
}
