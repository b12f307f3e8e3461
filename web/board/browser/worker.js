// Keeps the page itself, so that a screen switched on without a network still shows what it last knew.
const kept = 'my-care-board-3';
const pieces = ['/board', '/assets/icon.svg', ...['asking.js', 'board.css', 'board.js', 'line.js', 'mqtt.js', 'our-time.js', 'pairing.js', 'questions.json', 'sound.js', 'stored.js', 'view.js'].map((name) => `/assets/board/${name}`)];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(pieces.map((piece) => new Request(piece, { cache: 'reload' })))).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

// The network first, so that a new version is had as soon as there is one.
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || !pieces.includes(pathname)) return;
  event.respondWith(fetch(event.request).then((response) => {
    if (response.ok) {
      const copy = response.clone();
      caches.open(kept).then((cache) => cache.put(pathname, copy));
    }
    return response;
  }).catch(() => caches.match(pathname)));
});
