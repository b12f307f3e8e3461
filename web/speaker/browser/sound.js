import { part, showState } from './page.js';
import { createVoice } from './voice.js';

const voice = createVoice();
let isMuted = remembered('sound') === 'off';
let canReplay = false;

/** Stops talking. */
export const hush = () => voice.stop();

/** Reads an answer out unless the sound is off; false when somebody stopped it. */
export async function readOut(answer) {
  if (isMuted || !voice.canSpeak) return true;
  showState('speaking', 'Speaking…');
  part('stop').disabled = false;
  const wasHeardOut = await voice.speak(answer);
  if (!voice.isSpeaking()) part('stop').disabled = true;
  return wasHeardOut;
}

/** The buttons for stopping, hearing it again, and turning the sound off, which is remembered in this browser. */
export function watchSoundButtons(replay) {
  part('no-voice').hidden = voice.canSpeak;
  showButtons();
  part('stop').addEventListener('click', () => {
    hush();
    part('text').focus();
  });
  part('replay').addEventListener('click', replay);
  part('mute').addEventListener('click', () => {
    isMuted = !isMuted;
    if (isMuted) hush();
    remember('sound', isMuted ? 'off' : 'on');
    showButtons();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hush();
  });
}

/** Whether there is anything that "Say it again" could do. */
export function allowReplay(isAllowed) {
  canReplay = isAllowed && voice.canSpeak;
  showButtons();
}

function showButtons() {
  part('mute').setAttribute('aria-pressed', String(isMuted));
  part('replay').disabled = isMuted || !canReplay;
}

function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still works: the choice lasts until the page is closed.
  }
}
