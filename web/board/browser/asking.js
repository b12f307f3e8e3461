import { showQuestion } from './view.js';

/** Left alone for so long, it is as if nobody had begun: nothing is kept. */
const patienceMs = 180_000;
let about;

/**
 * The questions about how life is going, once somebody has asked for them here: who answers is asked once, then one question after another.
 * `keep` sends what was answered; nothing of it is remembered by the screen. `leave` goes back to how things stand.
 */
export function beginAsking(mayAsk, { keep, leave }) {
  const whose = mayAsk.of ? `Is that you, ${mayAsk.of}, answering for yourself?` : 'Are you answering for yourself?';
  about = { keep, leave, answers: {}, step: 0, id: undefined, idle: undefined };
  show({
    label: 'How life is going', title: whose, text: 'Four questions. You can skip any, or stop, whenever you like. Only you and your adviser see the answers, and nobody can answer for another. If things sound hard, the council rings you.',
    choices: [{ label: 'No, go back', press: end }, { label: 'Yes, ask me', press: () => load('ons4') }],
  });
}

export function isAsking() {
  return about !== undefined;
}

/** Something else took the screen, or it was left alone: what was answered is gone. */
export function stopAsking() {
  clearTimeout(about && about.idle);
  about = undefined;
}

/** Our word that what was sent is kept. */
export function isKept(id) {
  if (!about || about.id !== id) return;
  const { instrument, isStopped } = about;
  if (isStopped || instrument.id !== 'ons4') {
    say('Thank you. That is kept.');
    return;
  }
  show({ label: 'How life is going', title: 'Thank you. That is kept.', text: 'There are four more questions, about company.', choices: [{ label: 'No, that’s all', press: end }, { label: 'Yes, ask me', press: () => load('ons-loneliness') }] });
}

async function load(id) {
  const mine = about;
  const found = await fetch('/assets/board/questions.json').then((response) => response.json()).then((all) => all.find((each) => each.id === id)).catch(() => undefined);
  if (about !== mine) return;
  if (found === undefined) {
    say('I can’t ask just now. Please try again later.');
    return;
  }
  about = { ...about, instrument: found, answers: {}, step: 0, id: undefined };
  ask();
}

function ask() {
  const { instrument, step, answers } = about;
  const question = instrument.questions[step];
  const { scale } = question;
  const isNumbers = scale.kind === 'nought-to-ten';
  const choices = isNumbers ? Array.from({ length: 11 }, (_, number) => ({ value: String(number), text: String(number) })) : scale.choices;
  show({
    label: `Question ${step + 1} of ${instrument.questions.length}`, title: question.words,
    text: [step === 0 ? instrument.lead : '', isNumbers ? `0 is ${scale.least}, 10 is ${scale.most}.` : ''].filter(Boolean).join(' '), isNumbers,
    choices: choices.map(({ value, text }) => ({ label: text, press: () => goOn({ ...answers, [question.id]: value }) })),
    ways: [{ label: 'Skip this one', press: () => goOn(answers) }, { label: 'Stop', press: stop }],
  });
}

function goOn(answers) {
  about = { ...about, answers, step: about.step + 1 };
  if (about.step < about.instrument.questions.length) ask();
  else if (Object.keys(answers).length === 0) say('That’s all. Nothing was kept.');
  else send(false);
}

function stop() {
  if (Object.keys(about.answers).length === 0) end();
  else show({ label: 'How life is going', title: 'Stopped', text: 'Shall I keep what you answered?', choices: [{ label: 'No, keep nothing', press: end }, { label: 'Yes, keep it', press: () => send(true) }] });
}

function send(isStopped) {
  const id = `answers-${crypto.randomUUID ? crypto.randomUUID() : uuid()}`;
  about = { ...about, id, isStopped };
  const { instrument, answers, keep } = about;
  if (!keep({ id, instrument: instrument.id, answers, isStopped })) {
    say('I’m not connected, so I could not keep that. Please try again later.');
    return;
  }
  show({ label: 'How life is going', title: 'Just a moment…', text: '', choices: [] });
  clearTimeout(about.idle);
  about.idle = setTimeout(() => say('I’m not sure that was kept. Please look later, or ask us.'), 15_000);
}

/** On a plain address a browser makes no ids of its own. */
function uuid() {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function show(what) {
  showQuestion(what);
  clearTimeout(about.idle);
  about.idle = setTimeout(end, patienceMs);
}

function say(words) {
  const { leave } = about;
  stopAsking();
  leave(words);
}

function end() {
  const { leave } = about;
  stopAsking();
  leave();
}
