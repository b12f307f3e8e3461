let audio;

/** Called while something is being pressed: from then on the browser lets us be heard. */
export function mayMakeSound() {
  try {
    audio = audio || new AudioContext();
    audio.resume();
  } catch {
    // A browser without sound still shows.
  }
}

/** Two soft notes; three for something urgent. */
export async function chime(isUrgent) {
  mayMakeSound();
  if (!audio || audio.state !== 'running') return;
  const notes = isUrgent ? [660, 880, 660] : [660, 880];
  notes.forEach((pitch, place) => {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    const from = audio.currentTime + place * 0.28;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, from);
    loudness.gain.linearRampToValueAtTime(0.35, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.65);
  });
  await new Promise((resolve) => { setTimeout(resolve, notes.length * 280 + 300); });
}

/** Reads words out; true only when the browser says that it read them to the end. */
export function speak(words) {
  if (typeof speechSynthesis === 'undefined') return Promise.resolve(false);
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = 'en-GB';
    utterance.rate = 0.9;
    utterance.onend = () => resolve(true);
    utterance.onerror = () => resolve(false);
    speechSynthesis.speak(utterance);
  });
}

/** Stops talking. */
export function hush() {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
}
