const part = (id) => document.getElementById(id);

part('phone-form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  part('phone-problem').hidden = true;
  const problem = await turnOn().catch(() => 'This phone could not be set up just now. Try again in a minute. Texts go on as before.');
  show(problem ? 'phone-problem' : 'phone-done', problem || 'Notifications are on. To turn them off, use your browser’s settings for this site.');
});

/** What is in the way, in words; nothing once it is done. */
async function turnOn() {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'This browser cannot show notifications. On an iPhone, first add this page to the home screen. Texts go on as before.';
  if (await Notification.requestPermission() !== 'granted') return 'Notifications are not allowed for this site. Allow them in the browser’s settings, then try again.';
  const registration = await navigator.serviceWorker.register('/phone/worker.js', { scope: '/phone' });
  await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: part('phone-form').dataset.key };
  // Set up under keys that have been changed since: those have to go first.
  const subscription = await registration.pushManager.subscribe(wanted).catch(async (error) => {
    const old = error.name === 'InvalidStateError' ? await registration.pushManager.getSubscription() : null;
    if (!old) throw error;
    await old.unsubscribe();
    return registration.pushManager.subscribe(wanted);
  });
  const [personId, memberId] = part('phone-who').value.split('/');
  const response = await fetch('/phone/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ personId, memberId, subscription: subscription.toJSON() }), signal: AbortSignal.timeout(15_000) });
  if (!response.ok) return (await response.json()).message;
  const { word } = await response.json();
  const cache = await caches.open('my-care-phone');
  await cache.put('/phone/who', new Response(JSON.stringify({ personId, memberId, word })));
  return undefined;
}

function show(id, words) {
  part(id).textContent = words;
  part(id).hidden = false;
}
