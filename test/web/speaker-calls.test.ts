// Promise: the page's script gets whole answers from well-made calls and a kind sentence from any other.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { scriptedSpeaker } from './scripted-speaker.ts';
import { servePages, type ServedPages } from './serve-pages.ts';

const speaker = scriptedSpeaker();
let pages: ServedPages;
beforeAll(async () => { pages = await servePages(speaker); });
afterAll(() => pages.close());
afterEach(() => { speaker.asked.length = 0; });

const margaret = { conversationId: 'c0ffee00-0000-4000-8000-000000000000', personId: 'margaret', device: 'tv' };
const call = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(pages.origin + path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { status: response.status, body: await response.json() as Record<string, unknown> };
};

describe('Calls from the script', () => {
  test('saying something gives the answer and what to draw', async () => {
    const { status, body } = await call('/speaker/say', { ...margaret, text: ' I need someone for the garden ' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ intent: 'FindServiceIntent', isListening: true, reprompt: 'Say the first, the second or the third.', html: { turn: expect.stringContaining('fairly sure'), device: expect.stringContaining('frame-tv') } });
    expect(speaker.asked).toEqual([{ ...margaret, text: 'I need someone for the garden' }]);
  });

  test('pressing an item sends the arguments of the screen', async () => {
    const { body } = await call('/speaker/press', { ...margaret, arguments: ['choose', 'hands'] });
    expect(body).toMatchObject({ screen: { title: 'Harrow Helping Hands' } });
    expect(speaker.asked).toEqual([{ ...margaret, arguments: ['choose', 'hands'] }]);
  });

  test('what others see is asked for one person', async () => {
    await call('/speaker/say', { ...margaret, text: 'tell Susan thank you' });
    const seen = await (await fetch(`${pages.origin}/speaker/elsewhere?person=margaret`)).json() as Record<string, unknown>;
    expect(seen).toMatchObject({ elsewhere: [{ to: 'Susan', kind: 'word' }], html: expect.stringContaining('Tuesday 1 December at 8:05am') });
  });

  test.each([
    ['nothing said', { ...margaret, text: ' ' }, 'Say or type something first.'],
    ['far too much', { ...margaret, text: 'x'.repeat(301) }, 'That is a lot at once. Please use fewer than 300 letters.'],
    ['an unknown person', { ...margaret, personId: 'nobody', text: 'hello' }, 'I do not know that person. Choose who is speaking from the page.'],
    ['an unknown device', { ...margaret, device: 'fridge', text: 'hello' }, 'I could not read that. Please open the page again and try once more.'],
    ['a strange conversation', { ...margaret, conversationId: '../../etc', text: 'hello' }, 'I could not read that. Please open the page again and try once more.'],
    ['words that are not words', { ...margaret, text: { $ne: 1 } }, 'I could not read that. Please open the page again and try once more.'],
    ['broken JSON', '{"text":', 'I could not read that. Please open the page again and try once more.'],
    ['a list for a body', '[]', 'I could not read that. Please open the page again and try once more.'],
  ])('%s is refused and never reaches the skill', async (_, body, message) => {
    expect(await call('/speaker/say', body)).toEqual({ status: 400, body: { message } });
    expect(speaker.asked).toEqual([]);
  });

  test.each([[[]], [[{}]], [['x'.repeat(201)]], [Array.from({ length: 9 }, () => 'choose')]])('a press with arguments no screen sends is refused: %j', async (args) => {
    expect((await call('/speaker/press', { ...margaret, arguments: args })).status).toBe(400);
    expect(speaker.asked).toEqual([]);
  });

  test('a body too large to be a sentence is refused', async () => {
    expect(await call('/speaker/say', { ...margaret, text: 'x'.repeat(20_000) })).toEqual({ status: 413, body: { message: 'That is more than I can take in at once. Please say it in fewer words.' } });
  });

  test('a call from another site’s page is refused', async () => {
    expect((await call('/speaker/say', { ...margaret, text: 'hello' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await call('/speaker/press', { ...margaret, arguments: ['choose', 'hands'] }, { Origin: 'https://example.org' })).status).toBe(403);
    expect(speaker.asked).toEqual([]);
  });

  test('a body that is not JSON is not taken for one', async () => {
    expect((await call('/speaker/say', JSON.stringify({ ...margaret, text: 'hello' }), { 'Content-Type': 'text/plain', Accept: 'application/json' })).status).toBe(400);
  });
});
