import { beginAsking, isAsking, isKept, stopAsking } from './asking.js';
import { connect } from './line.js';
import { ourNow, setOurTime } from './our-time.js';
import { pair, post } from './pairing.js';
import { chime, hush, mayMakeSound, speak } from './sound.js';
import { forget, remembered, remember } from './stored.js';
import { hideAlert, keepTime, part, showAlert, showCalm, showLine, showOnly, showThanks } from './view.js';

let line;
let state = remembered('state');
let waiting = [];
let showing;
let lastHeard = state === null ? undefined : new Date(state.asOf);
let askAgain;
let isThanking = false;
let askedWhetherKnown = -Infinity;

const askWhetherKnownEveryMs = 15_000;

/** What was said of the state may have crossed with an alert on its way here. */
const onTheWayMs = 1_000;

if ('serviceWorker' in navigator) navigator.serviceWorker.register('/board/worker.js', { scope: '/board' }).catch(() => undefined);
keepTime(() => state && state.timeZone);
part('ask').addEventListener('click', () => beginAsking(state.mayAsk, { keep: keepAnswers, leave: leaveAsking }));
begin();

function begin() {
  const device = remembered('device');
  if (device === null) {
    pair().then((paired) => {
      remember('device', paired);
      welcome();
    });
    return;
  }
  calm();
  listen(device);
}

/** A bus that cannot look us up refuses too: only who is asked and knows us no more makes us forget. */
async function forgetIfUnknown(device) {
  if (performance.now() - askedWhetherKnown < askWhetherKnownEveryMs) return;
  askedWhetherKnown = performance.now();
  const asked = await post('/board/known', device);
  if (!asked || asked.isKnown !== false) return;
  // Nothing of whose it was may stay, not even out of sight.
  line.end();
  ['device', 'state', 'answer'].forEach(forget);
  location.reload();
}

/** Browsers make no sound before somebody has pressed something: the first OK is asked for once. */
function welcome() {
  showOnly('welcome');
  part('finish').focus();
  part('finish').addEventListener('click', () => {
    mayMakeSound();
    begin();
  }, { once: true });
}

function listen(device) {
  line = connect(device, {
    connected: () => {
      showLine('here');
      const answer = remembered('answer');
      if (answer !== null) line.say('answer', answer);
      line.say('hello', {});
    },
    away: () => showLine('away', lastHeard),
    refused: () => forgetIfUnknown(device),
    heard: (topic, message) => {
      if (topic === 'state') takeState(message);
      else if (message.event_type === 'over') isOver(message.id);
      else if (message.event_type === 'answers-kept') isKept(message.id);
      else takeAlert(message);
      lastHeard = ourNow();
    },
  });
}

function takeState(news) {
  setOurTime(news.asOf);
  state = news;
  remember('state', news);
  clearTimeout(askAgain);
  askAgain = setTimeout(() => line.say('hello', {}), Math.min(Math.max(new Date(news.changesAt) - ourNow(), 10_000), 300_000));
  if (news.alert) takeAlert(news.alert);
  waiting.filter(({ id }) => !news.alert || id !== news.alert.id).filter(({ since }) => since < new Date(news.asOf) - onTheWayMs).forEach(({ id }) => isOver(id));
  if (!showing && !isThanking && !isAsking()) calm();
}

/** Whether it went on its way: what somebody answered is never kept on the screen to be sent another time. */
function keepAnswers(answers) {
  if (!line || !line.isConnected()) return false;
  line.say('wellbeing', answers);
  return true;
}

function leaveAsking(words) {
  if (words === undefined) calm();
  else thank(words);
}

/** An alert told again is heard again; one that is only part of how things stand is shown and left in peace. */
function takeAlert(alert) {
  if (alert.expiresAt && new Date(alert.expiresAt) < ourNow()) return;
  const answer = remembered('answer');
  if (answer !== null && answer.alertId === alert.id) return;
  const isNew = !waiting.some(({ id }) => id === alert.id);
  waiting = [...waiting.filter(({ id }) => id !== alert.id), { ...alert, since: ourNow() }];
  if (alert.attemptId || isNew) present(alert);
}

function present(alert) {
  stopAsking();
  showing = alert;
  showAlert(alert, (word) => answerWith(alert, word));
  requestAnimationFrame(() => {
    if (alert.attemptId) line.say('ack', { attemptId: alert.attemptId, proof: 'shown' });
  });
  chime(alert.urgency === 'urgent').then(() => speak(`${alert.title}. ${alert.isAgain || alert.text !== alert.title ? alert.text : ''}`)).then((wasHeard) => {
    if (wasHeard && alert.attemptId && showing === alert) line.say('ack', { attemptId: alert.attemptId, proof: 'spoken' });
  });
}

function answerWith(alert, word) {
  hush();
  remember('answer', { alertId: alert.id, word });
  line.say('answer', { alertId: alert.id, word });
  if (line.isConnected()) {
    showThanks('Thank you. Passing that on.');
    return;
  }
  done(alert.id, 'Thank you. I’m not connected, so I’ll pass that on as soon as I am.');
}

/** Answered, here or anywhere else: everything goes quiet. */
function isOver(id) {
  const answer = remembered('answer');
  const isOurs = answer !== null && answer.alertId === id;
  if (isOurs) forget('answer');
  if (!waiting.some((each) => each.id === id) && !isOurs) return;
  done(id, isOurs ? 'Thank you. That’s answered.' : 'That has been answered.');
}

function done(id, words) {
  waiting = waiting.filter((each) => each.id !== id);
  if (showing && showing.id !== id) return;
  hush();
  showing = undefined;
  hideAlert();
  thank(words);
}

function thank(words) {
  showThanks(words);
  isThanking = true;
  setTimeout(() => {
    isThanking = false;
    if (showing) return;
    const next = waiting.at(-1);
    if (next) present(next);
    else calm();
  }, 3_500);
}

function calm() {
  showCalm(state);
  if (line && !line.isConnected()) showLine('away', lastHeard);
}
