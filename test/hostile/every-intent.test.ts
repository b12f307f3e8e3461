// Promise: whatever words are kept or said, every intent is answered within Alexa's rules, and no words of others spend a penny.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { intents } from '../../skill/intents.ts';
import type { SaidSlot } from '../support/alexa-request.ts';
import { hostileSkill, type HostileSkill } from '../support/hostile-skill.ts';
import { hostileWords } from '../support/hostile-words.ts';

/** For a machine with much else to do; some 5 seconds otherwise. */
const mostMs = 120_000;
const devices = ['hub', 'tv', 'none'] as const;
const slotNames = ['day', 'partOfDay', 'worker', 'task', 'time', 'newDay', 'direction', 'period', 'need', 'thing', 'position', 'quality', 'service', 'duration', 'number', 'frequency', 'words', 'code', 'pin', 'person', 'topic', 'subject', 'lead'];
const names = Object.keys(intents).filter((name) => name !== 'Launch');
const word = (place: number) => hostileWords[place % hostileWords.length] ?? '';

let skill: HostileSkill;
beforeAll(async () => { skill = await hostileSkill(); });

/** Every slot filled with hostile words; by turns as bare words, and as words matched to a hostile id. */
function hostileSlots(start: number): Record<string, SaidSlot> {
  return Object.fromEntries(slotNames.map((name, place) => {
    const value = word(start + place);
    return [name, (start + place) % 2 === 0 ? value : { value, id: word(start + place + 1), type: 'NEED' }];
  }));
}

describe('every intent over hostile records', () => {
  test(`each of ${hostileWords.length} hostile words stands once in every field`, async () => {
    for (const [turn] of hostileWords.entries()) {
      const person = await skill.person(turn);
      const before = await skill.ledger(person);
      for (const [place, intent] of names.entries()) {
        // Every intent meets every second word, by turns with and without hostile slots.
        if ((turn + place) % 2 === 0) continue;
        const slots = (turn + place) % 4 === 1 ? {} : hostileSlots(turn + place);
        await skill.say(person, { intent, slots, device: devices[(turn + place) % 3] ?? 'hub' });
      }
      expect(await skill.ledger(person)).toBe(before);
    }
  }, mostMs);
});
