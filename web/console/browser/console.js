// Better with a script: wording is heard in the browser, and the desk looks again by itself. Nothing here is needed.
for (const button of document.querySelectorAll('[data-say]')) {
  if (!('speechSynthesis' in window)) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const words = new SpeechSynthesisUtterance(document.getElementById(button.dataset.say).textContent);
    words.lang = 'en-GB';
    speechSynthesis.cancel();
    speechSynthesis.speak(words);
  });
}

const state = document.getElementById('desk-state');
if (state && 'EventSource' in window) {
  const sound = document.getElementById('sound');
  const kept = 'my-care-desk-sound';
  document.getElementById('desk-sound').hidden = false;
  sound.checked = localStorage.getItem(kept) === 'on';
  sound.addEventListener('change', () => {
    localStorage.setItem(kept, sound.checked ? 'on' : 'off');
    if (sound.checked) tone();
  });
  // More is open than when this page was last shown.
  const before = Number(sessionStorage.getItem('my-care-desk-count') ?? state.dataset.count);
  if (sound.checked && Number(state.dataset.count) > before) tone();
  sessionStorage.setItem('my-care-desk-count', state.dataset.count);
  const line = new EventSource('/desk/events');
  line.addEventListener('changed', () => {
    // Never under somebody's hands: a form that is being used is left alone.
    const isInUse = [...document.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue);
    if (!isInUse && (!document.activeElement || document.activeElement === document.body || document.activeElement === sound)) location.replace('/desk');
    else {
      state.textContent = 'Something has changed. Look again when you are ready.';
      if (sound.checked) tone();
    }
  });
}

/** Two short notes; a browser that was not touched yet may keep silent. */
function tone() {
  const audio = new AudioContext();
  for (const [at, pitch] of [[0, 660], [0.25, 880]]) {
    const note = audio.createOscillator();
    const volume = audio.createGain();
    note.frequency.value = pitch;
    volume.gain.value = 0.15;
    note.connect(volume).connect(audio.destination);
    note.start(audio.currentTime + at);
    note.stop(audio.currentTime + at + 0.2);
  }
}

// What is looked at a stretch at a time goes on by itself, and the page is shown anew when it is done.
const goOn = document.getElementById('go-on');
if (goOn) {
  const progress = document.getElementById('progress');
  const lookOn = async (form) => {
    const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    progress.textContent = page.getElementById('progress')?.textContent ?? progress.textContent;
    const next = page.getElementById('go-on');
    if (next) setTimeout(() => lookOn(next), 100);
    else location.replace(answer.url);
  };
  void lookOn(goOn);
}
