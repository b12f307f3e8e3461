// Promise: whatever we have just asked, a person may have it again, shorter or explained, may thank us, ask for a moment, say something else or nothing at all; the question waits, and nothing is done.
import { describe, expect, test } from '@jest/globals';
import { answersTo } from '../../skill/everyday/answers-to.ts';
import { taskOf } from '../../skill/everyday/aside.ts';
import { replyTable } from '../../skill/reply-table.ts';
import type { Pending } from '../../skill/pending-question.ts';
import { everyKind, openedAt } from '../support/open-questions.ts';
import { untouched } from '../support/untouched.ts';

const kinds = everyKind.map((kind) => ({ kind }));
/** Questions that mend a misunderstanding go a step further at the next one, instead of being asked again. */
const mending: readonly Pending['kind'][] = ['which-of-two', 'is-that-right', 'call-me'];

test('there is a way by talking to every question we can ask', () => {
  expect([...everyKind].sort()).toEqual(Object.keys(replyTable).sort());
});

describe.each(kinds)('with $kind open', ({ kind }) => {
  test('what keeps a question open keeps this one, and does nothing', async () => {
    const talk = await openedAt(kind);
    const { pending } = talk.last.attributes;
    const question = talk.last.speech.split(/(?<=[.!”]) /).at(-1) ?? '';
    const before = untouched(await talk.record());
    for (const words of ['what did you say', 'why', 'just tell me the time', 'hang on a minute', 'what can I say', 'say it more simply', ...(kind === 'anything-else' ? [] : ['thank you'])]) {
      await talk.user(words);
      if (kind === 'anything-else') expect({ words, isListening: talk.last.attributes.pending?.kind }).toEqual({ words, isListening: 'anything-else' });
      else expect({ words, pending: talk.last.attributes.pending, asksAgain: talk.last.speech.endsWith(question) }).toEqual({ words, pending, asksAgain: true });
    }
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('what was not understood is helped with, and the question not lost', async () => {
    const talk = await openedAt(kind);
    const { pending } = talk.last.attributes;
    const before = untouched(await talk.record());
    await talk.user('flibber grommet wozzle');
    if (kind !== 'anything-else' && !mending.includes(kind)) {
      expect({ pending: talk.last.attributes.pending, helps: talk.last.speech.includes(answersTo[kind]) }).toEqual({ pending, helps: true });
      await talk.user('snarf the blenkin');
      talk.alexa(/^Sorry, still not clear to me\..* Shall we go on with that, or something else\?$/);
      await talk.user('go on with that');
      expect(taskOf(talk.last.attributes.pending!) ?? talk.last.attributes.pending?.kind).toBe(taskOf({ kind } as Pending) ?? kind);
    }
    expect(talk.last.isListening).toBe(true);
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('a change of subject is allowed, and come back from', async () => {
    const talk = await openedAt(kind);
    const task = taskOf({ kind } as Pending);
    const before = untouched(await talk.record());
    (await talk.user('what is a direct payment')).alexa(/^A direct payment is money/);
    await talk.user('where were we');
    if (kind === 'say-pin') talk.alexa(/^That's private\./);
    else if (task !== undefined) {
      // What we were doing is named, unless the whole of it, which names itself, leaves no breath for that.
      talk.alexa(/^(We|Earlier we) were |(Shall I|Would you|Which) .*\?$/);
      const again = talk.last.attributes.pending!;
      expect(again.kind === 'take-up-again' ? taskOf(again.question) : taskOf(again)).toBe(task);
    }
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('silence is met with other words that help, and then nothing', async () => {
    const talk = await openedAt(kind);
    const { speech, reprompt } = talk.last;
    const before = untouched(await talk.record());
    expect({ reprompt, isOther: !speech.includes(reprompt), helps: /\b(?:say|ask)\b/i.test(reprompt) }).toEqual({ reprompt, isOther: true, helps: true });
    await talk.fallsSilent();
    expect(untouched(await talk.record())).toEqual(before);
  });
});
