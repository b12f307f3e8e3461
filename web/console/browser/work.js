// Better with a script: what a care worker records is kept on the phone and sent once there is a signal. Without one each form is sent by itself.
const waitingKey = 'my-care-waiting';
const refusedKey = 'my-care-refused';
const pagesKept = 'my-care-work-pages';
const box = document.getElementById('waiting');
const refusedBox = document.getElementById('refused');
const worker = box.dataset.worker;
const again = 15_000;

const read = (key) => { try { return JSON.parse(localStorage.getItem(key) ?? '[]'); } catch { return []; } };
const write = (key, list) => { localStorage.setItem(key, JSON.stringify(list)); };
const own = () => read(waitingKey).filter((entry) => entry.worker === worker);

/** Older phones have no such limit: they wait as long as they wait. */
const within = (ms) => AbortSignal.timeout?.(ms);

/** An id of its own for each entry, however often it is sent. */
function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const timeOf = (at) => new Date(at).toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' });
const para = (text) => Object.assign(document.createElement('p'), { className: 'govuk-body', textContent: text });

/** Says what waits, and what was not taken. `why`: what stands in the way. */
function show(why = '') {
  const [mine, others] = [own(), read(waitingKey).length - own().length];
  box.replaceChildren();
  if (mine.length > 0) {
    box.append(para(`${mine.length} waiting to be sent. ${why || 'They are sent by themselves once there is a signal.'}`));
    const list = document.createElement('ul');
    list.className = 'govuk-list govuk-list--bullet';
    list.append(...mine.map(({ label, at }) => Object.assign(document.createElement('li'), { textContent: `${label}, recorded at ${timeOf(at)}` })));
    box.append(list);
  }
  if (others > 0) box.append(para(`${others} of another care worker ${others === 1 ? 'is' : 'are'} on this phone. They are sent when that person signs in here.`));
  if (mine.length === 0 && !navigator.onLine) box.append(para('No signal. You see the visits as they were. What you record is kept on this phone and sent later.'));
  box.hidden = box.childElementCount === 0;
  const refused = read(refusedKey).filter((entry) => entry.worker === worker);
  refusedBox.replaceChildren(...refused.map(({ id, label, at, why: reason }) => {
    const one = document.createElement('div');
    one.className = 'govuk-error-summary';
    one.setAttribute('role', 'alert');
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'govuk-button govuk-button--secondary', textContent: 'I have read this' });
    button.addEventListener('click', () => { write(refusedKey, read(refusedKey).filter((entry) => entry.id !== id)); show(); });
    one.append(Object.assign(document.createElement('h2'), { className: 'govuk-error-summary__title', textContent: 'This was not taken' }), para(`${label}, recorded at ${timeOf(at)}. ${reason}.`), button);
    return one;
  }));
  refusedBox.hidden = refused.length === 0;
}

/** The mark for forms as it is now, if this care worker is signed in. What waits may be older than any mark a page was made with. */
async function mark() {
  const answer = await fetch('/work', { headers: { Accept: 'text/html' }, cache: 'no-store', signal: within(10_000) });
  if (!answer.ok) throw new Error('no page');
  if (new URL(answer.url).pathname !== '/work') return undefined;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById('waiting')?.dataset.worker === worker ? page.querySelector('input[name="_csrf"]')?.value : undefined;
}

/** What became of one entry: sent, refused with a reason, or to be tried again. */
async function send({ path, fields, at }, csrf) {
  const body = new URLSearchParams(fields);
  body.set('_csrf', csrf);
  body.set('ago', String(Math.max(0, Math.round((Date.now() - at) / 1_000))));
  const answer = await fetch(path, { method: 'POST', body, headers: { Accept: 'text/html' }, signal: within(20_000) });
  const { pathname, searchParams } = new URL(answer.url);
  if (answer.ok && searchParams.get('said') === 'uncertain') return { kind: 'later' };
  if (answer.ok && answer.redirected && pathname !== '/work/sign-in') return { kind: 'sent', url: answer.url };
  if (answer.status === 400) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return { kind: 'refused', why: page.querySelector('.govuk-error-summary__list')?.textContent.trim().replaceAll(/\s+/g, ' ') || 'It could not be read' };
  }
  if (answer.status === 404) return { kind: 'refused', why: 'This visit is not yours to record any more. Tell your office' };
  return { kind: 'later' };
}

/** Sends what waits, one after another, and stops where there is no signal. Gives what became of each by its id. */
async function sendAll() {
  const became = new Map();
  if (own().length === 0) return became;
  let why = '';
  try {
    const csrf = await mark();
    if (csrf === undefined) why = 'Sign in again to send them.';
    for (const entry of csrf === undefined ? [] : own()) {
      const result = await send(entry, csrf);
      if (result.kind === 'later') break;
      became.set(entry.id, result);
      write(waitingKey, read(waitingKey).filter(({ id }) => id !== entry.id));
      if (result.kind === 'refused') write(refusedKey, [...read(refusedKey), { ...entry, fields: undefined, why: result.why }]);
    }
  } catch { /* No signal: they wait on. */ }
  show(why);
  return became;
}

/** One page of several sends at a time; the others wait for it. */
const sendOnce = () => (navigator.locks ? navigator.locks.request('my-care-work', sendAll) : sendAll());

/** What became known elsewhere is shown, but never under somebody's hands. */
async function sendAndShow() {
  const became = await sendOnce();
  const isUsed = [...document.querySelectorAll('textarea, input[inputmode]')].some((field) => field.value !== field.defaultValue);
  if ([...became.values()].some(({ kind }) => kind === 'sent') && !isUsed) location.reload();
}

for (const form of document.querySelectorAll('form[data-entry]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = 'yes';
    const fields = [...new FormData(form)].filter(([name]) => name !== '_csrf');
    const id = new Map(fields).get('id');
    try {
      write(waitingKey, [...read(waitingKey), { id, worker, path: location.pathname, label: form.dataset.entry, fields, at: Date.now() }]);
    } catch {
      form.submit();
      return;
    }
    show();
    const result = (await sendOnce()).get(id);
    if (result?.kind === 'sent') location.replace(result.url);
    else if (result?.kind === 'refused') {
      // The page itself says what is to be mended, with what was typed.
      write(refusedKey, read(refusedKey).filter((entry) => entry.id !== id));
      form.submit();
    } else if (!own().some((entry) => entry.id === id)) {
      // Another page of ours sent it.
      location.reload();
    } else {
      form.reset();
      form.elements.id.value = newId();
      delete form.dataset.busy;
      box.scrollIntoView({ block: 'center' });
    }
  });
}

// Nothing of the visits stays on a phone after signing out; what waits to be sent does.
document.getElementById('work-sign-out')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if ('caches' in window) await caches.delete(pagesKept);
  event.target.submit();
});

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/work/worker.js', { scope: '/work' }).then(async () => {
    // The list and its visits, for where there is no signal: each once; looking at one keeps it anew.
    const kept = await caches.open(pagesKept);
    const { active } = await navigator.serviceWorker.ready;
    for (const path of ['/work', location.pathname, ...[...document.querySelectorAll('.work-list__link')].map(({ pathname }) => pathname)]) if (await kept.match(path) === undefined) active?.postMessage({ keep: path });
  }).catch(() => undefined);
}

addEventListener('online', sendAndShow);
addEventListener('offline', () => show());
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void sendAndShow(); });
setInterval(() => { if (own().length > 0) void sendAndShow(); }, again);
show();
void sendAndShow();
