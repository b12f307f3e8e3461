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
