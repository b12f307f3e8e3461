import { ourNow } from './our-time.js';

export const part = (id) => document.getElementById(id);

const screens = ['pairing', 'welcome', 'calm', 'alert', 'asking', 'thanks'];

export function showOnly(name) {
  for (const each of screens) part(each).hidden = each !== name;
  document.body.dataset.screen = name;
}

/** How things stand, as last heard. */
export function showCalm(state) {
  showOnly('calm');
  part('next-label').textContent = state && state.next ? 'Next visit' : 'Visits';
  part('next-who').textContent = state && state.next ? state.next.who : state ? 'Nobody is booked' : 'Just a moment…';
  part('next-when').textContent = state && state.next ? state.next.when : '';
  part('later-part').hidden = !state || state.later.length === 0;
  part('later').replaceChildren(...(state ? state.later : []).map((words) => Object.assign(document.createElement('li'), { textContent: words })));
  part('message').textContent = state && state.message ? state.message : '';
  part('ask').hidden = !state || !state.mayAsk;
}

/** Says in words whether what is shown is still so. */
export function showLine(line, since) {
  const place = part('line');
  place.dataset.line = line;
  place.textContent = line === 'here' ? '' : since ? `Not connected. This is how things stood at ${timeIn(since)}.` : 'Not connected yet. I’ll keep trying.';
}

/** An alert takes the screen; the first answer is ready to be pressed. */
export function showAlert({ title, text, urgency, answers }, answer) {
  showOnly('alert');
  part('alert').dataset.urgency = urgency;
  part('alert-label').textContent = urgency === 'urgent' ? 'My Care: please answer' : 'My Care';
  part('alert-title').textContent = title;
  part('alert-text').textContent = text;
  part('alert-hint').textContent = answers.length > 1 ? 'Choose with the arrow keys, then press OK.' : answers.length === 1 ? 'Press OK on the remote control, or touch the button.' : '';
  // Whoever stops help that is on its way says so twice.
  showAnswers('answers', answers.map(({ word, label }) => ({ label, press: () => (word === 'im-all-right' ? askTwice(() => answer(word), () => showAlert({ title, text, urgency, answers }, answer)) : answer(word)) })));
}

export function hideAlert() {
  part('alert').hidden = true;
}

export function showThanks(words) {
  showOnly('thanks');
  part('thanks-words').textContent = words;
}

function askTwice(isSure, isNot) {
  part('alert-title').textContent = 'Are you sure?';
  part('alert-text').textContent = 'If you are all right, I tell everybody that they need not come.';
  showAnswers('answers', [{ label: 'No, I still need help', press: isNot }, { label: 'Yes, I’m all right', press: isSure }]);
}

/** A question with its choices, and beside them the ways out of it. */
export function showQuestion({ label, title, text, choices, ways = [], isNumbers = false }) {
  showOnly('asking');
  part('asking-label').textContent = label;
  part('asking-title').textContent = title;
  part('asking-text').textContent = text;
  part('choices').dataset.numbers = isNumbers ? 'yes' : 'no';
  showAnswers('choices', choices);
  // Pressed once too often, OK skips a question and never answers it.
  showAnswers('ways', ways);
}

function showAnswers(place, choices) {
  const buttons = choices.map(({ label, press }) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
    button.addEventListener('click', press);
    return button;
  });
  part(place).replaceChildren(...buttons);
  if (buttons.length > 0) buttons[0].focus();
}

// OK on most remote controls is Enter; the arrows go from one answer to the next, round and round.
document.addEventListener('keydown', (event) => {
  const { key } = event;
  const buttons = [...document.querySelectorAll('section:not([hidden]) button')];
  if (buttons.length === 0) return;
  const place = buttons.indexOf(document.activeElement);
  const others = part('asking').hidden || place < 0 ? [] : buttons.filter((each) => each.parentElement !== buttons[place].parentElement);
  if (['ArrowDown', 'ArrowUp'].includes(key) && others.length > 0) {
    others[0].focus();
    event.preventDefault();
  } else if (['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'].includes(key)) {
    const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
    buttons[(place + step + buttons.length) % buttons.length].focus();
    event.preventDefault();
  } else if (place < 0 && (key === 'Enter' || key === ' ' || key === 'Accept' || key === 'Select')) {
    buttons[0].click();
    event.preventDefault();
  }
});

/** The clock and the day, and the moving by a little that keeps a screen from being marked. */
export function keepTime(zoneOf) {
  const tick = () => {
    const now = ourNow();
    const zone = zoneOf() || 'Europe/London';
    part('clock').textContent = timeIn(now, zone).replace(/ .*/, '');
    const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(now));
    part('day').textContent = `${new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long' }).format(now)} ${partOf(hour)}`;
    part('date').textContent = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'long' }).format(now);
    document.body.dataset.night = hour >= 22 || hour < 6 ? 'yes' : 'no';
    const minute = Math.floor(now.getTime() / 60_000);
    const calm = part('calm');
    calm.style.setProperty('--shift-x', `${(minute * 7) % 25 - 12}px`);
    calm.style.setProperty('--shift-y', `${(minute * 11) % 17 - 8}px`);
  };
  tick();
  setInterval(tick, 1_000);
}

/** As it is said in speech too. */
function partOf(hour) {
  if (hour < 5 || hour >= 22) return 'night';
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
}

function timeIn(when, zone = 'Europe/London') {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: true }).format(when).replace(/\s/g, ' ').toLowerCase();
}
