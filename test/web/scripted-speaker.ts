// Gives the page somebody to talk to: a skill that follows a short script and remembers what it was asked.
import type { DeskSpeaker, DeskTurn, Elsewhere, Said } from '../../web/speaker/conversation-port.ts';

export interface ScriptedSpeaker extends DeskSpeaker {
  readonly asked: (DeskTurn & { readonly text?: string; readonly arguments?: unknown[] })[];
}

const usual = { intent: 'NextVisitIntent', slots: [], confidence: 0.97, isListening: false, tookMs: 3 } as const;
const speak = (...sentences: readonly string[]) => `<speak>${sentences.map((each) => `<s>${each}</s>`).join('<break time="400ms"/>')}</speak>`;

/** A speaker for Margaret, Dev and Joyce; anything in `changes` replaces what the script would do. */
export function scriptedSpeaker(changes: Partial<DeskSpeaker> = {}): ScriptedSpeaker {
  const asked: ScriptedSpeaker['asked'] = [];
  const told: Elsewhere[] = [];
  return {
    asked,
    people: () => [
      { id: 'margaret', name: 'Margaret', about: '82, lives alone in Harrow, two visits a day' },
      { id: 'dev', name: 'Dev', about: '34, manages his own direct payment, near the end of it' },
      { id: 'joyce', name: 'Joyce', about: '77, living with dementia, private answers on' },
    ],
    say: (input) => {
      asked.push(input);
      if (/tell susan/i.test(input.text)) told.unshift({ kind: 'word', to: 'Susan', text: 'Margaret says thank you for Sunday.', at: '2026-12-01T08:05:00Z', state: 'Left for her, not heard yet' });
      return Promise.resolve(answerTo(input.text, input));
    },
    press: (input) => {
      asked.push(input);
      return Promise.resolve({
        ...usual, heard: 'Chose Harrow Helping Hands', intent: 'TellMeAboutIntent', speech: 'Harrow Helping Hands do light gardening, on Wednesdays. There’s a wait of about two weeks.',
        ssml: speak('Harrow Helping Hands do light gardening, on Wednesdays.', 'There’s a wait of about two weeks.'),
        screen: { kind: 'detail', title: 'Harrow Helping Hands', lines: ['Light gardening for people over 65', 'Free, run by volunteers', 'A wait of about two weeks'], hint: 'Try “ask for it”' },
      });
    },
    elsewhere: () => Promise.resolve([...told]),
    ...changes,
  };
}

function answerTo(text: string, { device }: DeskTurn): Said {
  if (/garden/i.test(text)) {
    return {
      ...usual, heard: text, intent: 'FindServiceIntent', slots: [{ name: 'service', value: 'gardening', id: 'gardening' }], confidence: 0.72, isListening: true, tookMs: 12.4,
      speech: 'I found three. Green Fingers, 15 pounds an hour. Harrow Helping Hands, free, run by volunteers. And Smith’s Gardens, 22 pounds an hour. Which would you like to hear about?',
      ssml: speak('I found three.', 'Green Fingers, 15 pounds an hour.', 'Which would you like to hear about?'), reprompt: 'Say the first, the second or the third.',
      ...(device === 'speaker' ? { card: { title: 'Gardening', text: 'Green Fingers\nHarrow Helping Hands\nSmith’s Gardens' } } : {
        screen: {
          kind: 'list', title: 'Help with the garden', hint: 'Try “tell me about number two”',
          items: [{ id: 'green', primary: 'Green Fingers', secondary: '15 pounds an hour' }, { id: 'hands', primary: 'Harrow Helping Hands', secondary: 'Free, run by volunteers' }, { id: 'smith', primary: 'Smith’s Gardens', secondary: '22 pounds an hour' }],
        },
      }),
    };
  }
  if (/ring/i.test(text)) {
    return {
      ...usual, heard: text, intent: 'GetHelpIntent', speech: 'You can ring the care line on 020 7946 0001.',
      ssml: '<speak><prosody rate="85%"><s>You can ring the care line on <say-as interpret-as="digits">020</say-as><break time="200ms"/><say-as interpret-as="digits">7946</say-as>.</s></prosody></speak>',
    };
  }
  return {
    ...usual, heard: text, speech: 'Two visits. Priya at half past eight this morning, and Sam at six this evening.', ssml: speak('Two visits.', 'Priya at half past eight this morning, and Sam at six this evening.'),
    card: { title: 'Your visits today', text: '8:30am Priya\n6pm Sam' },
  };
}
