import { piecesOf } from './ssml.js';

/**
 * Speaks answers aloud, a sentence at a time, with the pauses they were written with.
 * Where the browser cannot speak, `canSpeak` is false and `speak` is not to be called.
 */
export function createVoice() {
  const engine = window.speechSynthesis;
  const canSpeak = engine !== undefined && typeof SpeechSynthesisUtterance === 'function';
  let interrupt;

  function stop() {
    interrupt?.();
    if (canSpeak) engine.cancel();
  }

  /** Says it all; resolves to true when it was heard to the end, false when something stopped it. */
  async function speak({ ssml, speech }) {
    stop();
    let isStopped = false;
    const stopped = new Promise((resolve) => {
      interrupt = () => {
        isStopped = true;
        interrupt = undefined;
        resolve();
      };
    });
    const pieces = piecesOf(ssml);
    for (const piece of pieces.length > 0 ? pieces : [{ text: speech, rate: 1, pauseMs: 0 }]) {
      await Promise.race([sayPiece(engine, piece), stopped]);
      if (!isStopped && piece.pauseMs > 0) await Promise.race([wait(piece.pauseMs), stopped]);
      if (isStopped) return false;
    }
    interrupt = undefined;
    return true;
  }

  return { canSpeak, speak, stop, isSpeaking: () => interrupt !== undefined };
}

/** Some engines never say that they have finished, so nobody waits longer than the words could take. */
function sayPiece(engine, { text, rate }) {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = britishVoice(engine.getVoices());
  utterance.lang = voice?.lang ?? 'en-GB';
  if (voice) utterance.voice = voice;
  utterance.rate = rate;
  const finished = new Promise((resolve) => {
    utterance.addEventListener('end', resolve);
    utterance.addEventListener('error', resolve);
  });
  engine.speak(utterance);
  return Promise.race([finished, wait(4000 + (text.length * 120) / rate)]);
}

function britishVoice(voices) {
  const british = voices.filter(({ lang }) => /^en[-_]GB/i.test(lang));
  return british.find(({ localService }) => localService) ?? british[0] ?? voices.find(({ lang }) => /^en/i.test(lang));
}

const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
