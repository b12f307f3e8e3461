export const part = (id) => document.getElementById(id);
const log = part('log');
const face = part('device-face');
const text = part('text');

export const chosen = (name) => document.querySelector(`input[name="${name}"]:checked`).value;

/** Whose turn it is, in words and in the light on the speaker. */
export function showState(state, words) {
  part('state').dataset.state = state;
  part('state').textContent = words;
  document.body.dataset.state = state;
}

/** What went wrong with the last sentence; nothing takes it away. */
export function showProblem(message = '') {
  part('problem').hidden = message === '';
  part('problem').textContent = message;
  if (message === '') text.removeAttribute('aria-invalid');
  else text.setAttribute('aria-invalid', 'true');
}

/** Adds an answer to the conversation and draws the device, keeping the keyboard where it was. */
export function showAnswer({ html }) {
  const hadFocus = face.contains(document.activeElement);
  part('empty').hidden = true;
  log.insertAdjacentHTML('beforeend', html.turn);
  face.innerHTML = html.device;
  if (hadFocus) (face.querySelector('.item') ?? text).focus();
  text.value = '';
  const turn = log.lastElementChild;
  log.scrollTop = turn.offsetTop;
  turn.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

/** An empty conversation. */
export function clearConversation() {
  log.querySelectorAll('.turn').forEach((turn) => turn.remove());
  part('empty').hidden = false;
  showProblem();
  text.value = '';
}

/** The face of a device before anything is said, fetched because only the server draws. */
export async function drawEmptyDevice(personId, device) {
  const page = await fetch(`/speaker?${new URLSearchParams({ person: personId, device })}`).then((response) => response.text());
  if (chosen('personId') === personId && chosen('device') === device) face.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').getElementById('device-face').childNodes);
}

export function showWhoIsSpeaking(personId) {
  document.querySelectorAll('[data-about-person]').forEach((about) => { about.hidden = about.dataset.aboutPerson !== personId; });
}
