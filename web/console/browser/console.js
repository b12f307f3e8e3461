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
  const line = new EventSource('/desk/events');
  line.addEventListener('changed', () => {
    // Never under somebody's hands: a form that is being used is left alone.
    if (!document.activeElement || document.activeElement === document.body) location.replace('/desk');
    else state.textContent = 'Something has changed. Look again when you are ready.';
  });
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
