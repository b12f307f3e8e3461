const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/**
 * Listens through the browser's own speech recognition, where there is one.
 * @param {{ hearing(words: string): void, heard(words: string): void, silence(): void, refused(): void, changed(isOn: boolean): void }} on
 */
export function createMicrophone(on) {
  if (Recognition === undefined) return { canListen: false, start() {}, stop() {} };
  let recognition;

  function start() {
    if (recognition) return;
    let words = '';
    let isRefused = false;
    recognition = new Recognition();
    recognition.lang = 'en-GB';
    recognition.interimResults = true;
    recognition.addEventListener('result', ({ results }) => {
      words = [...results].map((result) => result[0].transcript).join(' ').trim();
      on.hearing(words);
    });
    recognition.addEventListener('error', ({ error }) => {
      isRefused = error === 'not-allowed' || error === 'service-not-allowed' || error === 'audio-capture' || error === 'network';
    });
    recognition.addEventListener('end', () => {
      recognition = undefined;
      on.changed(false);
      if (isRefused) on.refused();
      else if (words === '') on.silence();
      else on.heard(words);
    });
    recognition.start();
    on.changed(true);
  }

  return { canListen: true, start, stop: () => recognition?.stop() };
}
