// Promise: the desk speaker answers without any script, one plain form at a time.
import { afterEach, describe, expect, test } from '@jest/globals';
import { scriptedSpeaker, type ScriptedSpeaker } from './scripted-speaker.ts';
import { servePages, type ServedPages } from './serve-pages.ts';

let pages: ServedPages | undefined;
afterEach(() => pages?.close());

async function open(speaker: ScriptedSpeaker = scriptedSpeaker()) {
  const { origin } = pages = await servePages(speaker);
  const page = await (await fetch(`${origin}/speaker`)).text();
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${origin}/speaker`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams({ conversationId: hidden(page, 'conversationId'), personId: 'margaret', personWas: 'margaret', device: 'speaker', earlier: '', ...fields }) });
  return { page, post, speaker };
}
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&quot;', '"') ?? '';
const turns = (page: string) => [...page.matchAll(/<span class="words">(.*?)<\/span>/g)].map(([, words]) => words);

describe('Without a script', () => {
  test('a sentence sent as a form is answered in the page', async () => {
    const { post, speaker } = await open();
    const response = await post({ text: '  who is coming today ' });
    expect(response.status).toBe(200);
    expect(turns(await response.text())).toEqual(['who is coming today', 'Two visits. Priya at half past eight this morning, and Sam at six this evening.']);
    expect(speaker.asked).toEqual([{ conversationId: expect.stringMatching(/^[0-9a-f-]{36}$/), personId: 'margaret', device: 'speaker', text: 'who is coming today' }]);
  });

  test('the next sentence carries on the same conversation', async () => {
    const { post, speaker } = await open();
    const first = await (await post({ text: 'I need someone for the garden' })).text();
    expect(first).toContain('Waiting for an answer');
    const second = await (await post({ text: 'who is coming today', conversationId: hidden(first, 'conversationId'), earlier: hidden(first, 'earlier') })).text();
    expect(turns(second)).toHaveLength(4);
    expect(new Set(speaker.asked.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  test('somebody else never carries on Margaret’s conversation', async () => {
    const { post, speaker } = await open();
    const first = await (await post({ text: 'I need someone for the garden' })).text();
    const second = await (await post({ text: 'who is coming today', personId: 'joyce', conversationId: hidden(first, 'conversationId'), earlier: hidden(first, 'earlier') })).text();
    expect(second).not.toContain('Green Fingers');
    expect(speaker.asked[1]?.conversationId).not.toBe(speaker.asked[0]?.conversationId);
  });

  test('an example sentence is asked by its own button', async () => {
    const { page, post } = await open();
    expect(page).toContain('name="example" value="Who’s coming today?"');
    expect(turns(await (await post({ text: 'half typed', example: 'Who’s coming today?' })).text())[0]).toBe('Who’s coming today?');
  });

  test('something on the screen is chosen by its own button', async () => {
    const { post, speaker } = await open();
    const list = await (await post({ text: 'I need someone for the garden', device: 'screen' })).text();
    expect(list).toContain('name="press" value="hands"');
    const detail = await (await post({ press: 'hands', device: 'screen' })).text();
    expect(detail).toContain('<h3>Harrow Helping Hands</h3>');
    expect(speaker.asked.at(-1)).toMatchObject({ device: 'screen', arguments: ['choose', 'hands'] });
  });

  test('starting again gives an empty page for the same person', async () => {
    const { post, speaker } = await open();
    const response = await post({ 'start-again': 'yes', personId: 'dev', device: 'tv' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/speaker?person=dev&device=tv']);
    expect(speaker.asked).toEqual([]);
  });

  test('nothing typed is refused beside the field', async () => {
    const { post, speaker } = await open();
    const response = await post({ text: '   ' });
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(page).toContain('<title>Error: Desk speaker – My Care</title>');
    expect(page).toMatch(/role="alert">.*Say or type something first\./);
    expect(speaker.asked).toEqual([]);
  });

  test('far too much typed is given back, not lost', async () => {
    const { post } = await open();
    const page = await (await post({ text: 'please '.repeat(60) })).text();
    expect(page).toContain('fewer than 300 letters');
    expect(page).toContain(`value="${'please '.repeat(60).trim()}"`);
  });

  test('turns made up by somebody else’s form are not shown', async () => {
    const { post } = await open();
    for (const earlier of ['not json', '{"heard":1}', '[{"heard":"x"}]']) expect(turns(await (await post({ text: 'hello', earlier })).text())).toHaveLength(2);
  });
});

describe('From elsewhere', () => {
  test.each([[{ 'Sec-Fetch-Site': 'cross-site' }], [{ 'Sec-Fetch-Site': 'same-site' }], [{ Origin: 'https://example.org' }], [{ Origin: 'null' }]])('a form sent from another site asks nothing: %j', async (headers) => {
    const { post, speaker } = await open();
    const response = await post({ text: 'cancel tomorrow morning' }, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('came from another website');
    expect(speaker.asked).toEqual([]);
  });

  test('a form from our own page is taken', async () => {
    const { post } = await open();
    expect((await post({ text: 'hello' }, { Origin: pages?.origin ?? '' })).status).toBe(200);
  });
});

describe('Hostile words', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'{{1111*1111}}</script>';
  const hostileSpeaker = () => scriptedSpeaker({
    people: () => [{ id: 'margaret', name: hostile, about: hostile }],
    elsewhere: () => Promise.resolve([{ kind: 'word', to: hostile, text: hostile, at: hostile, state: hostile }]),
    say: ({ text }) => Promise.resolve({
      heard: text, intent: hostile, slots: [{ name: hostile, value: hostile }], confidence: 0.1, speech: hostile, ssml: hostile, reprompt: hostile, isListening: true, tookMs: 1,
      card: { title: hostile, text: hostile }, screen: { kind: 'list', title: hostile, hint: hostile, items: [{ id: hostile, primary: hostile, secondary: hostile }] },
    }),
  });

  test.each(['speaker', 'screen', 'tv'])('names, notes and answers stay words on the %s', async (device) => {
    const { post } = await open(hostileSpeaker());
    const page = await (await post({ text: hostile, device, earlier: JSON.stringify([{ heard: hostile, speech: hostile }]) })).text();
    expect(page).toContain('&lt;img src=x onerror');
    expect(page).not.toMatch(/<img src=x|"'\{\{|1234321/);
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});
