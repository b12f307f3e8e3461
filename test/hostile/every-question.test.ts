// Promise: whatever was left open and whatever is answered, the reply keeps Alexa's rules, and money moves only on a yes to a request read back.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ResponseEnvelope } from 'ask-sdk-model';
import type { Pending, PendingOf } from '../../skill/pending-question.ts';
import { replyTable } from '../../skill/reply-table.ts';
import { atPriceNow, type RequestDraft } from '../../models/service-request/index.ts';
import { buildDirectory, foundById, type Directory } from '../../models/service/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import type { SaidSlot } from '../support/alexa-request.ts';
import { hostileSkill, type HostileSkill, type Saying } from '../support/hostile-skill.ts';
import { hostileWords } from '../support/hostile-words.ts';

let skill: HostileSkill;
let services: Directory;
beforeAll(async () => {
  skill = await hostileSkill();
  services = buildDirectory(skill.directory);
});

/** For a machine with much else to do; some 4 seconds otherwise. */
const mostMs = 120_000;
const kinds = Object.keys(replyTable) as readonly Pending['kind'][];
const word = (place: number) => hostileWords[place % hostileWords.length] ?? '';
/** An answer was cut to what can be heard before it was remembered. */
const short = (place: number) => word(place).slice(0, 200);
const on = '2026-12-08' as LocalDate;
const from = '10:00' as LocalTime;

/** The ids are real, so that the reply goes all the way; every word in the question is hostile. */
function question(kind: Pending['kind'], start: number): Pending {
  const at = (place: number) => skill.directory[(start + place) % skill.directory.length]?.id ?? '';
  const hourly = skill.directory.filter(({ id }) => {
    const found = foundById(services, id, { today: on });
    return found?.isApproved === true && found.cost.kind === 'priced' && found.cost.unit === 'hour';
  });
  const made: RequestDraft = {
    // Half of them something that can be had at once.
    serviceId: start % 2 === 0 ? hourly[start % hourly.length]?.id ?? at(0) : at(0), serviceName: word(start), providerName: word(start + 1), what: word(start + 2), category: start % 4 < 2 ? word(start + 3) : 'gardening', isProviderApproved: true,
    unit: start % 4 === 2 ? 'hour' : 'free', unitPence: 1000 as NonNullable<RequestDraft['unitPence']>, units: 2, on, at: from,
  };
  const found = foundById(services, made.serviceId, { today: on });
  // At the price that its record gives, mostly; the others were read back at another one.
  const draft = start % 5 === 4 || found === undefined ? made : { ...atPriceNow(made, found) ?? made, units: 2 };
  const visitId = start % 3 === 0 ? 'margaret-breakfast@2026-12-02' : 'margaret-tea@2026-12-01';
  const held = { visitId, visitIds: [visitId, 'margaret-breakfast@2026-12-01'], memberId: 'susan', messageId: 'first', serviceId: at(0), serviceIds: [at(0), at(1), at(2)], told: [at(0)] };
  const said = { intent: 'FindServiceIntent', slots: { need: { value: word(start + 4) } } };
  const questions: { readonly [Kind in Pending['kind']]: PendingOf<Kind> } = {
    'anything-else': { kind: 'anything-else' }, 'another-idea': { kind: 'another-idea', ...held }, 'ask-adviser': { kind: 'ask-adviser', words: word(start) },
    'ask-or-another': { kind: 'ask-or-another', ...held, wish: {} }, 'ask-twice': { kind: 'ask-twice', draft }, 'call-me': { kind: 'call-me', ...held }, 'can-you-talk': { kind: 'can-you-talk' }, 'sure-all-right': { kind: 'sure-all-right' }, 'waiting-alert': { kind: 'waiting-alert', alertId: '20261201T0900.check-in.tablets' }, 'change-who-knows': { kind: 'change-who-knows' },
    'hear-message': { kind: 'hear-message', ...held }, 'hear-purposes': { kind: 'hear-purposes', ...held }, 'hear-spending': { kind: 'hear-spending' }, 'hear-visit': { kind: 'hear-visit', ...held },
    'what-to-answer': { kind: 'what-to-answer', requestId: start % 2 === 0 ? 'kept-more-asked' : word(start) }, 'send-answer': { kind: 'send-answer', requestId: start % 2 === 0 ? 'kept-more-asked' : word(start), words: word(start + 1) },
    'put-with-visits': { kind: 'put-with-visits', requestId: word(start) },
    'what-to-tell': { kind: 'what-to-tell', memberId: word(start) }, 'send-word': { kind: 'send-word', memberId: start % 2 === 0 ? 'susan' : word(start), words: word(start + 1) },
    'how-did-it-go': { kind: 'how-did-it-go' }, 'how-many': { kind: 'how-many', draft }, 'is-that-right': { kind: 'is-that-right', ...said }, 'look-for': { kind: 'look-for', category: word(start) },
    'more-reminders': { kind: 'more-reminders', ids: [word(start)] }, 'more-visits': { kind: 'more-visits', ...held }, 'move-to-when': { kind: 'move-to-when', visitId }, 'new-pin': { kind: 'new-pin' }, 'not-enough': { kind: 'not-enough', draft },
    'say-pin': { kind: 'say-pin', ...said }, 'send-cancel': { kind: 'send-cancel', visitId }, 'send-move': { kind: 'send-move', visitId, on, from }, 'send-request': { kind: 'send-request', draft, toAdviser: start % 3 === 0 },
    'set-reminder': { kind: 'set-reminder', wish: { task: word(start), leadMinutes: 15 }, time: { kind: 'once', on, at: from, visitFrom: from } }, 'stop-reminders': { kind: 'stop-reminders', tokens: [word(start), word(start + 1)] },
    'start-request': { kind: 'start-request', serviceId: at(0) }, 'stop-telling': { kind: 'stop-telling', memberId: 'susan' },
    'take-up-again': { kind: 'take-up-again', question: { kind: 'send-request', draft, toAdviser: false } }, 'tell-backup': { kind: 'tell-backup', ...held }, 'tell-sender': { kind: 'tell-sender', ...held },
    'unlink': { kind: 'unlink' }, 'want-ideas': { kind: 'want-ideas' }, 'what-do-you-need': { kind: 'what-do-you-need' }, 'which-day': { kind: 'which-day', draft },
    'which-of-two': { kind: 'which-of-two', first: start % 2 === 0 ? said : { intent: 'ResumeIntent', slots: {} }, second: { intent: word(start), slots: {} } },
    'wellbeing-who': { kind: 'wellbeing-who', instrument: 'ons4' }, 'wellbeing-question': { kind: 'wellbeing-question', instrument: start % 2 === 0 ? 'ons4' : 'ons-loneliness', step: start % 5, answers: { satisfied: short(start), lonely: word(start), [short(start)]: '3' } },
    'keep-wellbeing': { kind: 'keep-wellbeing', instrument: 'ons4', answers: { satisfied: short(start), happy: '7' } }, 'more-wellbeing': { kind: 'more-wellbeing' },
    'which-service': { kind: 'which-service', ...held, wish: {} }, 'which-visit': { kind: 'which-visit', wish: start % 2 === 0 ? 'cancel' : 'move', visitIds: held.visitIds },
  };
  return questions[kind];
}

function replies(start: number): readonly Saying[] {
  const slot = (id: string | null = null): SaidSlot => ({ value: word(start), id, type: 'QUALITY' });
  const says = (intent: string, slots: Readonly<Record<string, SaidSlot>> = {}) => ({ intent, slots });
  return [
    says('AMAZON.NoIntent'), says('AMAZON.NextIntent'), says('AMAZON.PreviousIntent'), says('AMAZON.RepeatIntent'), says('WhyIntent'), says('WaitIntent'), says('JustTellMeIntent', { fact: slot('price') }), says('ResumeIntent'), says(word(start)), says('AMAZON.FallbackIntent'),
    says('IMeantIntent', { worker: slot(), person: slot(word(start + 1)) }), says('IMeantIntent', { need: slot(word(start)) }), says('IMeantIntent', { service: slot(word(start + 2)), notWorker: slot() }),
    says('ChooseIntent', { quality: slot('constructor') }), says('ChooseIntent', { service: slot(word(start + 1)) }), says('ChooseIntent', { worker: slot() }), says('ChooseIntent', { position: '2' }),
    says('GiveDayIntent', { day: word(start), partOfDay: slot('toString') }), says('GiveDayIntent', { day: '2026-12-09', time: word(start) }), says('GiveTimeIntent', { time: word(start) }), says('GiveTimeIntent', { time: '11:30' }),
    says('GiveAmountIntent', { number: word(start), duration: word(start + 1) }), says('GiveAmountIntent', { number: '3' }), says('GivePinIntent', { pin: `x${word(start)}` }),
  ];
}

describe('every question over hostile records', () => {
  test(`none of ${kinds.length} questions spends on anything but yes`, async () => {
    for (let turn = 0; turn < hostileWords.length; turn += 22) {
      const person = await skill.person(turn, { model: turn % 2 === 0 ? 0 : 1 });
      const before = await skill.ledger(person);
      for (const [place, kind] of kinds.entries()) {
        const attributes = { pending: question(kind, turn + place), last: { tell: [short(turn)], words: `${short(turn + 1)}?`, reprompt: `Say yes, ${short(turn + 2)}.` }, misses: place % 3, focus: { offered: [word(turn)], visitId: word(turn + 1), serviceId: word(turn + 2) }, pinPassed: true };
        for (const reply of replies(turn + place)) await skill.say(person, { ...reply, attributes });
      }
      expect(await skill.ledger(person)).toBe(before);
    }
  }, mostMs);

  test('a yes to each question is answered, and only requests spend', async () => {
    const spends = new Set<string>();
    // Every question with other words each time round; and those that spend once more with every draft there is, however many questions there are.
    const everyWord = [...kinds, ...kinds, ...kinds, ...kinds].map((kind, turn) => ({ kind, start: turn * 5 }));
    const everyDraft = Array.from({ length: 12 }, (_, start) => (['ask-twice', 'send-request', 'take-up-again'] as const).map((kind) => ({ kind, start }))).flat();
    for (const { kind, start } of [...everyWord, ...everyDraft]) {
      const person = await skill.person(start);
      const before = await skill.ledger(person);
      const response = await skill.say(person, { intent: 'AMAZON.YesIntent', attributes: { pending: question(kind, start), misses: 0, pinPassed: true } });
      expect(saysSomething(response)).toBe(true);
      if (await skill.ledger(person) !== before) spends.add(kind);
    }
    expect([...spends].sort()).toEqual(['ask-twice', 'send-request', 'take-up-again']);
  });

  test('what we remember may be anything at all', async () => {
    const person = await skill.person(3);
    for (const [turn, words] of hostileWords.entries()) {
      const odd = [{ [words]: words }, { pending: words }, { pending: { kind: words } }, { last: { tell: [words, { quote: words }], words, reprompt: words } }, { focus: { [words]: words } }, { misses: words, hasNudged: words }, { last: { tell: [], screen: words, facts: { [words]: words } } }, { aside: words, asked: words }, { aside: { pending: { kind: words }, words: `${words}?`, reprompt: `Say ${words}`, isDue: true }, asked: { intent: words, slots: { [words]: { value: words } } } }][turn % 9] ?? {};
      for (const intent of ['AMAZON.YesIntent', 'AMAZON.RepeatIntent', 'WhyIntent', 'ResumeIntent', 'IMeantIntent', 'JustTellMeIntent', 'AMAZON.FallbackIntent']) await skill.say(person, { intent, attributes: odd });
    }
  });
});

const saysSomething = ({ response: { outputSpeech } }: ResponseEnvelope) => outputSpeech !== undefined;
