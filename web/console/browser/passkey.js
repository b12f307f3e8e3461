// Passkeys: the phone's own lock in place of six digits. Without a script, or a browser that can, codes do all of it.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '/assets/webauthn/index.js';

const button = document.getElementById('passkey');
const problem = document.getElementById('passkey-problem');
if (button && browserSupportsWebAuthn()) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    problem.hidden = true;
    const { at, next = '', ask } = button.dataset;
    try {
      const optionsJSON = await send(`${at}/options`, {});
      const answer = ask === 'add' ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
      const { go } = await send(`${at}${next}`, answer);
      location.assign(go);
    } catch (error) {
      problem.textContent = error.isOurs ? error.message : 'That was stopped, or this phone has no passkey for My Care. You can go on with a code.';
      problem.hidden = false;
    }
  });
}

async function send(address, body) {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const said = await response.json();
  if (!response.ok) throw Object.assign(new Error(said.message), { isOurs: true });
  return said;
}
