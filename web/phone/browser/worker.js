// Shows what comes, also while no page is open, and passes an OK on; one that cannot be passed on now is kept until it can.
self.addEventListener('push', (event) => {
  const { id, words, isUrgent, isAgain } = event.data ? event.data.json() : { words: 'My Care has news. Open it to see.' };
  event.waitUntil(self.registration.showNotification('My Care', { body: words, tag: id, renotify: Boolean(isAgain && id), requireInteraction: Boolean(isUrgent), lang: 'en-GB', icon: '/assets/icon.svg', data: { id }, actions: id ? [{ action: 'ok', title: 'I’m dealing with it' }] : [] }));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { id } = event.notification.data || {};
  if (event.action === 'ok' && id) event.waitUntil(answer(id));
  else event.waitUntil(self.clients.openWindow('/home'));
});

self.addEventListener('sync', (event) => {
  if (event.tag.startsWith('answer ')) event.waitUntil(answer(event.tag.slice(7)));
});

async function answer(alertId) {
  const kept = await caches.match('/phone/who');
  if (!kept) return;
  try {
    const response = await fetch('/phone/answers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...await kept.json(), alertId }) });
    const isCertain = response.ok && (await response.json()).isCertain;
    if (!isCertain) await self.registration.showNotification('My Care', { body: 'Your OK is not certain to have gone through. Open My Care and check.', tag: alertId });
  } catch (error) {
    if (!self.registration.sync) throw error;
    await self.registration.sync.register(`answer ${alertId}`);
  }
}
