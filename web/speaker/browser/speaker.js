import { watchScreen } from './device-screen.js';
import { createMicrophone } from './microphone.js';
import { chosen, clearConversation, drawEmptyDevice, part, showAnswer, showProblem, showState, showWhoIsSpeaking } from './page.js';
import { elsewhereFor, send } from './server.js';
import { allowReplay, hush, readOut, watchSoundButtons } from './sound.js';

const text = part('text');
const microphone = createMicrophone({ hearing, heard, silence, refused, changed: microphoneChanged });

let conversationId = newConversationId();
let said;
let isBusy = false;
let wasSpokenTo = false;

async function takeTurn(address, words) {
  if (isBusy) return;
  isBusy = true;
  hush();
  showProblem();
  showState('thinking', 'Thinking…');
  const asked = conversationId;
  const answer = await send(address, { conversationId, personId: chosen('personId'), device: chosen('device'), ...words });
  if (asked !== conversationId) return;
  isBusy = false;
  if (answer.problem) {
    showWhoseTurn();
    showProblem(answer.problem);
    return;
  }
  said = answer;
  showAnswer(answer);
  allowReplay(true);
  void refreshElsewhere();
  await speakAnswer();
}

/** Reads the answer out, then opens the microphone for somebody who talked, as the speaker in the room would. */
async function speakAnswer() {
  const answer = said;
  const wasHeardOut = await readOut(answer);
  if (said !== answer || isBusy) return;
  showWhoseTurn();
  if (wasHeardOut && answer.isListening && wasSpokenTo) microphone.start();
}

function showWhoseTurn() {
  if (said === undefined) showState('ready', 'Ready');
  else if (said.isListening) showState('waiting', 'Waiting for an answer');
  else showState('ready', 'Finished. Ask anything else.');
}

let lastElsewhere = '';

async function refreshElsewhere() {
  const personId = chosen('personId');
  const { html } = await elsewhereFor(personId);
  if (html === undefined || personId !== chosen('personId') || html === lastElsewhere) return;
  lastElsewhere = html;
  part('elsewhere').innerHTML = html;
}

function say(words) {
  const sentence = words.trim();
  if (sentence !== '') void takeTurn('/speaker/say', { text: sentence });
  else {
    showProblem('Say or type something first.');
    text.focus();
  }
}

function startAgain() {
  hush();
  conversationId = newConversationId();
  said = undefined;
  isBusy = false;
  wasSpokenTo = false;
  microphone.stop();
  clearConversation();
  allowReplay(false);
  showWhoseTurn();
  void drawEmptyDevice(chosen('personId'), chosen('device'));
}

function hearing(words) {
  text.value = words;
}
function heard(words) {
  wasSpokenTo = true;
  say(words);
}
/** Nobody answered: the second, more helpful way of asking, once. */
function silence() {
  wasSpokenTo = false;
  showWhoseTurn();
  if (said?.isListening && said.reprompt) void readOut({ ssml: '', speech: said.reprompt }).then(showWhoseTurn);
}
function refused() {
  wasSpokenTo = false;
  showWhoseTurn();
  showProblem('The microphone cannot be used here. Please type instead.');
}
function microphoneChanged(isOn) {
  part('microphone').setAttribute('aria-pressed', String(isOn));
  if (isOn) showState('listening', 'Listening to you…');
}

/** `randomUUID` is missing on pages that came over plain HTTP from another machine. */
function newConversationId() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

part('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  const { name, value } = event.submitter ?? {};
  wasSpokenTo = false;
  if (name === 'start-again') startAgain();
  else say(name === 'example' ? value : text.value);
});
document.addEventListener('change', ({ target }) => {
  if (target.name === 'device') void drawEmptyDevice(chosen('personId'), target.value);
  if (target.name !== 'personId') return;
  showWhoIsSpeaking(target.value);
  startAgain();
  void refreshElsewhere();
});
part('microphone').addEventListener('click', () => {
  hush();
  if (part('microphone').getAttribute('aria-pressed') === 'true') microphone.stop();
  else microphone.start();
});
watchScreen(part('device-face'), (id) => void takeTurn('/speaker/press', { arguments: ['choose', id] }));
watchSoundButtons(() => void speakAnswer());

part('microphone').hidden = !microphone.canListen;
part('microphone-note').textContent = microphone.canListen
  ? 'When you talk, your browser turns your voice into words. It may use its maker’s service to do that.'
  : 'This browser cannot listen, so please type.';

// Others are told, and answer, while nobody is talking here.
window.setInterval(() => { if (!document.hidden) void refreshElsewhere(); }, 5_000);
