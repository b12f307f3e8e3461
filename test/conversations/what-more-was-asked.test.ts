// Promise: what the adviser asks about a request can be answered by voice, in the person's own words, read back before anything is sent; and whoever would rather not says no and nothing is sent.
import { describe, expect, test } from '@jest/globals';
import { answerMore, askMore } from '../../models/service-request/index.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { openedAt } from '../support/open-questions.ts';

const id = 'margaret-waiting-1';
const request = async (talk: Talk) => (await talk.record()).requestBook.requests.find((each) => each.id === id)!;

describe('A question of the adviser’s', () => {
  test('is heard with the request, answered in own words, read back and sent on one clear yes', async () => {
    const talk = await openedAt('what-to-answer');
    expect(talk.last.speech).toBe('Mr Okafor asked something about Green Fingers today. Is there a tap outside?');
    (await talk.user('tell them there is one')).alexa('You said: "There is one." Shall I send that to Mr Okafor?');
    expect((await request(talk)).state).toBe('more-asked');
    (await talk.user('yes please')).alexa(/^I've sent that to Mr Okafor\. Nothing is decided yet\./);
    expect((await request(talk)).history.at(-1)).toMatchObject({ state: 'needs-review', by: 'person', note: 'There is one.' });
    (await talk.user('what happened to my request')).alexa(/^Mr Okafor hasn't answered yet about Green Fingers\./);
  });

  test.each([['yes', 'Yes'], ['no', 'No']])('may be answered by %j alone, read back as well', async (said, words) => {
    const talk = await openedAt('what-to-answer');
    (await talk.user(said)).alexa(`You said: "${words}." Shall I send that to Mr Okafor?`);
    (await talk.user('yes please')).alexa(/^I've sent that to Mr Okafor\./);
    expect((await request(talk)).history.at(-1)?.note).toBe(`${words}.`);
  });

  test('is left as it is by a no to what was read back, and can be answered anew in other words', async () => {
    const talk = await openedAt('send-answer');
    (await talk.user('tell them that the tap is outside')).alexa('You said: "The tap is outside." Shall I send that to Mr Okafor?');
    (await talk.user('no leave it')).alexa(/^Right you are\. Nothing is sent\./);
    expect((await request(talk)).state).toBe('more-asked');
  });

  test('that somebody answered meanwhile is not answered twice', async () => {
    const talk = await openedAt('send-answer');
    await talk.change(({ requestBook, budget }) => {
      const answered = answerMore({ id, by: 'Susan', answer: 'By the back door.' }, { requestBook, budget }, talk.services.clock());
      if (answered.kind !== 'changed') throw new Error(answered.reason);
      return { requestBook: answered.requestBook };
    });
    (await talk.user('yes please')).alexa(/^Nobody is asking about that any more\. Nothing is sent\./);
    expect((await request(talk)).history.at(-1)).toMatchObject({ by: 'Susan', note: 'By the back door.' });
  });

  test('that is no question is followed by one', async () => {
    const talk = await conversation('margaret');
    await talk.change(({ requestBook, budget }) => {
      const more = askMore({ id, by: 'Mr Okafor', question: 'Tell me about the hedge.' }, { requestBook, budget }, talk.services.clock());
      if (more.kind !== 'changed') throw new Error(more.reason);
      return { requestBook: more.requestBook };
    });
    (await talk.user('what happened to my request')).alexa(/Tell me about the hedge\. What shall I tell Mr Okafor\?$/);
  });

  test('answered with a cry for help is heard as one', async () => {
    const talk = await openedAt('what-to-answer');
    const { speech } = await talk.user('tell them I’ve fallen').then(() => talk.last);
    expect(speech).toMatch(/999|all right|hear me/);
    expect((await request(talk)).state).toBe('more-asked');
  });
});
