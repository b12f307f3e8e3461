// Promise: on our own page the question that Amazon would put is put in its own words, spoken and awaited, and its answer is kept.
import { expect, test } from '@jest/globals';
import { deskSpeakerFor } from '../../lambda/desk-speaker/desk-speaker-for.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';
import { readSsml } from '../support/ssml-rules.ts';

const question = 'Do you give My Care permission to set reminders? You can say I approve, or no.';

async function atThePage() {
  const { services } = await skillUnderTest();
  let ids = 0;
  const desk = deskSpeakerFor(services, { stopwatch: () => 0, newId: () => `page-${(ids += 1)}` });
  return (text: string) => desk.say({ conversationId: 'page-talk', personId: 'margaret', device: 'screen', text });
}

test('the question is spoken, shown and waited for', async () => {
  const say = await atThePage();
  await say('remind me before Priya comes');
  const asked = await say('yes');
  expect(asked).toMatchObject({ speech: `Alexa needs your permission first. ${question}`, isListening: true });
  expect(readSsml(asked.ssml).broken).toEqual([]);
  expect(asked.ssml).toContain(`<s>${question}</s></speak>`);
  expect(await say('I approve')).toMatchObject({ heard: 'I approve', intent: 'AskFor.ACCEPTED', speech: 'It’s kept. Nothing rings here yet. Anything else?', isListening: true });
  await say('remind me before Sam comes');
  expect((await say('yes')).speech).toMatch(/^That’s kept too\./);
});

test.each([['yes I approve', 'ACCEPTED'], ['Yes.', 'ACCEPTED'], ['no thank you', 'DENIED'], ["I don't approve", 'DENIED'], ['I do not approve', 'DENIED'], ['not now', 'DENIED'], ['I disapprove', 'NOT_ANSWERED'], ['who’s coming today', 'NOT_ANSWERED'], ['', 'NOT_ANSWERED']])('“%s” is taken for %s', async (text, status) => {
  const say = await atThePage();
  await say('remind me before Priya comes');
  await say('yes');
  expect((await say(text)).intent).toBe(`AskFor.${status}`);
});
