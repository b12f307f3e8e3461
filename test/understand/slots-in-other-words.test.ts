// Promise: a time, a number, a day or a name is found in words that no sample has, and what was said to be wrong is not what is taken.
import { expect, test } from '@jest/globals';
import { hear } from './hearing.ts';

test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ['eleven please', ['GiveTimeIntent'], { time: '11:00' }], ['ten bells', ['GiveTimeIntent'], { time: '10:00' }], ['nine and not a minute sooner', ['GiveTimeIntent'], { time: '09:00' }], ['no three not two', ['GiveTimeIntent'], { time: '15:00' }],
  ['one will be sufficient', ['GiveAmountIntent'], { number: '1' }], ['only the one dear', ['GiveAmountIntent'], { number: '1' }], ['let\'s go with number one', ['ChooseIntent'], { number: '1' }],
  ['shift the monday one to tuesday please', [], { day: '2026-12-07', newDay: '2026-12-08' }], ['move friday to today', [], { day: '2026-12-04', newDay: '2026-12-01' }], ['who is coming the morra', [], { day: '2026-12-02' }],
  ['not me feet me hair', ['IMeantIntent'], { need: 'hairdressing' }], ['wrong end of the stick it\'s me feet i\'m on about', ['IMeantIntent'], { need: 'foot-care' }],
  ['could you explain what the contribution is', [], { subject: 'contribution' }], ['i meant dial a ride', ['IMeantIntent'], { service: 'dial-a-ride' }],
  ['am i allowed to buy a tablet with my care money', [], { thing: 'a tablet' }], ['is netflix a no', [], { thing: 'netflix' }], ['could that money do physio or is that nhs', [], { thing: 'physio' }],
])('"%s"', async (said, expecting, slots) => {
  expect((await hear(said, { expecting })).slots).toMatchObject(slots);
});
