// Promise: what we hand to Amazon is complete, truthful and of the shape they publish, so that certification holds no surprise.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { v1 } from 'ask-smapi-model';
import { addressFaults, addressed, type Manifest } from '../../scripts/skill-package/addresses.ts';
import { typeFaults } from '../support/type-check.ts';

const root = resolve(import.meta.dirname, '../..');
const run = (...options: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'scripts/skill-package.ts'), ...options], { env: { PATH: process.env['PATH'] } });
const endpoint = 'arn:aws:lambda:eu-west-1:123456789012:function:my-care-skill';
const site = 'https://my-care.org.uk';

let out = '';
let said = '';
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'skill-package-'));
  ({ stdout: said } = await run('--out', out, '--for-deploy', '--endpoint', endpoint, '--site', site));
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const read = (path: string): Buffer => readFileSync(join(out, path));
const json = (path: string): unknown => JSON.parse(read(path).toString());
const manifest = () => (json('skill-package/skill.json') as Required<v1.skill.Manifest.SkillManifestEnvelope>).manifest as Required<v1.skill.Manifest.SkillManifest>;
const british = () => manifest().publishingInformation.locales?.['en-GB'] as Required<v1.skill.Manifest.SkillManifestLocalizedPublishingInformation>;
interface Model { readonly interactionModel: { readonly languageModel: { readonly invocationName: string; readonly intents: readonly { readonly name: string; readonly samples?: readonly string[] }[] } } }
const model = () => json('skill-package/interactionModels/custom/en-GB.json') as Model;
const invocation = () => model().interactionModel.languageModel.invocationName;
const intents = () => model().interactionModel.languageModel.intents;

describe('the package has everything, where Amazon looks for it', () => {
  test('nothing is missing and nothing is too much', () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name).slice(out.length + 1));
    expect(files.sort()).toEqual([
      'ask-resources.json',
      'skill-package/assets/images/en-GB_largeIcon.png', 'skill-package/assets/images/en-GB_smallIcon.png',
      ...['en-AU', 'en-CA', 'en-GB', 'en-IN', 'en-US'].map((locale) => `skill-package/interactionModels/custom/${locale}.json`), 'skill-package/skill.json',
      'skill-package/tasks/NextVisit.1.json', 'skill-package/tasks/TodayBriefing.1.json',
    ]);
  });
  test('the project points at the package', () => {
    expect(json('ask-resources.json')).toEqual({ askcliResourcesVersion: '2020-03-31', profiles: { default: { skillMetadata: { src: './skill-package' } } } });
  });
  test('manifest and language model have the types Amazon publishes', () => {
    expect(typeFaults("import type { v1 } from 'ask-smapi-model';", [
      { type: 'v1.skill.Manifest.SkillManifestEnvelope', value: json('skill-package/skill.json') },
      { type: 'v1.skill.interactionModel.InteractionModelData', value: model() },
    ])).toEqual([]);
  });
  test('the check of types can fail', () => {
    const wrong = { manifest: { manifestVersion: '2.0', privacyAndCompliance: { usesHealthInfo: 'no' } } };
    expect(typeFaults("import type { v1 } from 'ask-smapi-model';", [{ type: 'v1.skill.Manifest.SkillManifestEnvelope', value: wrong }])).toHaveLength(2);
  });
  test.each(manifestTasks())('the task %s is declared and described', (name, version) => {
    const task = json(`skill-package/tasks/${name}.${version}.json`) as Record<string, unknown>;
    expect(task).toMatchObject({
      openapi: '3.0.0', info: { version, 'x-amzn-alexa-access-scope': 'public', 'x-amzn-display-details': { 'en-GB': { title: expect.any(String) } } },
      paths: { [`/${name}`]: { post: { responses: { 200: {}, 400: {}, 404: {}, 500: {} } } } },
    });
  });
});

function manifestTasks(): readonly [string, string][] {
  const { manifest: whole } = JSON.parse(readFileSync(join(root, 'skill/skill.json'), 'utf8')) as { manifest: v1.skill.Manifest.SkillManifest };
  return (whole.apis?.custom?.tasks ?? []).map(({ name, version }) => [name, version]);
}

describe('the icons are what the shop asks for', () => {
  test.each([['small', 108], ['large', 512]])('the %s one is a square of %i points', (which, size) => {
    const png = read(`skill-package/assets/images/en-GB_${which}Icon.png`);
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(24), png.readUInt8(25)]).toEqual([size, size, 8, 6]);
    expect(british()[`${which as 'small' | 'large'}IconUri`]).toBe(`file://assets/images/en-GB_${which}Icon.png`);
  });
  test('corners are clear, the ground teal, the heart red', () => {
    const png = read('skill-package/assets/images/en-GB_largeIcon.png');
    const points = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
    const point = (across: number, down: number) => [...points.subarray(down * (1 + 512 * 4) + 1 + across * 4).subarray(0, 4)];
    expect(point(0, 0)[3]).toBe(0);
    expect(point(511, 511)[3]).toBe(0);
    expect(point(20, 256)).toEqual([31, 78, 95, 255]);
    expect(point(256, 270)).toEqual([214, 84, 74, 255]);
    expect(point(256, 130)).toEqual([251, 247, 239, 255]);
  });
});

describe('what the shop page says is true and allowed', () => {
  const publicWords = () => [british().name, british().summary, british().description, british().keywords.join(' ')].join('\n');

  test('the disclaimers stand in the description', () => {
    for (const words of ['not an emergency service', 'cannot call 999', 'no medical advice', 'not a substitute', 'does not replace a telecare alarm']) expect(british().description).toContain(words);
  });
  test('nothing claims to save lives, call for help or treat', () => {
    const claims = /life[- ]?sav|saves? lives?|emergency (help|response)|call(s)? for help|get(s)? help fast|alerts? (the )?(emergency|ambulance)|\b(diagnos|treat|cure|clinical|medication|nhs approved)/i;
    expect(publicWords()).not.toMatch(claims);
    expect(publicWords().match(/999/g)).toHaveLength(2);
  });
  test('words are as long as the shop allows', () => {
    expect(british().name.length).toBeLessThanOrEqual(50);
    expect(british().summary.length).toBeLessThanOrEqual(160);
    expect(british().description.length).toBeLessThanOrEqual(4000);
    expect(british().keywords.length).toBeLessThanOrEqual(30);
    expect(british().examplePhrases).toHaveLength(3);
  });
  test('the first example opens the skill by its own name', () => {
    expect(british().examplePhrases[0]).toBe(`Alexa, open ${invocation()}`);
  });
  test('each further example is a sample of just one intent', () => {
    for (const phrase of british().examplePhrases.slice(1)) {
      const words = phrase.replace(`Alexa, ask ${invocation()} `, '').toLowerCase();
      expect([phrase, intentsSaying(words)]).toEqual([phrase, [expect.any(String)]]);
    }
  });
  test('answers to the privacy questions are those we decided', () => {
    expect(manifest().privacyAndCompliance).toMatchObject({ allowsPurchases: false, usesPersonalInfo: true, isChildDirected: false, containsAds: false, usesHealthInfo: false });
    expect(manifest().privacyAndCompliance.locales?.['en-GB']).toEqual({ privacyPolicyUrl: `${site}/privacy`, termsOfUseUrl: `${site}/terms` });
  });
});

/** The intents whose samples fit these words best: slots stand for any words, and the sample with most words of its own wins. */
function intentsSaying(words: string): string[] {
  const fitting = intents().flatMap(({ name, samples = [] }) => samples.filter((sample) => pattern(sample).test(words)).map((sample) => ({ name, own: sample.replaceAll(/\{\w+\}/g, '').split(/\s+/).filter(Boolean).length })));
  const most = Math.max(0, ...fitting.map(({ own }) => own));
  return [...new Set(fitting.filter(({ own }) => own === most).map(({ name }) => name))];
}

function pattern(sample: string): RegExp {
  return new RegExp(`^${sample.toLowerCase().replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, "[\\w' ]+")}$`);
}

describe('the skill is wired to what the code can do', () => {
  test('screens of hubs and televisions are declared', () => {
    const [screen] = manifest().apis.custom?.interfaces ?? [];
    const { supportedViewports = [] } = screen as v1.skill.Manifest.AlexaPresentationAplInterface;
    expect(supportedViewports.filter(({ mode }) => mode === 'TV')).toEqual([{ mode: 'TV', shape: 'RECTANGLE', minWidth: 960, maxWidth: 960, minHeight: 540, maxHeight: 540 }]);
    expect(supportedViewports.filter(({ mode }) => mode === 'HUB').length).toBeGreaterThanOrEqual(4);
    for (const { minWidth = 0, maxWidth = 0, minHeight = 0, maxHeight = 0 } of supportedViewports) expect(minWidth <= maxWidth && minHeight <= maxHeight).toBe(true);
  });
  test('reminders and notifications may be asked for, nothing more', () => {
    expect(manifest().permissions.map(({ name }) => name)).toEqual(['alexa::alerts:reminders:skill:readwrite', 'alexa::devices:all:notifications:write']);
  });
  test('leaving, linking and reminders are heard of', () => {
    const heard = manifest().events.subscriptions?.map(({ eventName }) => eventName);
    expect(heard).toEqual(expect.arrayContaining(['SKILL_DISABLED', 'SKILL_ACCOUNT_LINKED', 'SKILL_PERMISSION_CHANGED', 'REMINDER_STATUS_CHANGED', 'SKILL_PROACTIVE_SUBSCRIPTION_CHANGED']));
  });
  test('every endpoint is the one that was given', () => {
    const text = read('skill-package/skill.json').toString();
    expect(new Set(text.match(/arn:aws:lambda:[^"]+/g))).toEqual(new Set([endpoint]));
    expect(said).toContain('Ready');
  });
});

describe('a package with placeholders is never taken for a finished one', () => {
  test('for deployment both addresses must be given', async () => {
    await expect(run('--out', out, '--for-deploy')).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/No endpoint[^]*No site/) });
  });
  test('without them it says what is still to do', async () => {
    const dry = mkdtempSync(join(tmpdir(), 'skill-package-'));
    const { stdout } = await run('--out', dry);
    rmSync(dry, { recursive: true, force: true });
    expect(stdout).toContain('placeholder addresses');
  });
  test.each([
    'arn:aws:lambda:us-east-1:123456789012:function:my-care-skill', 'arn:aws:lambda:eu-west-1:000000000000:function:my-care-skill', 'arn:aws:lambda:eu-west-1:1:function:a',
    'https://example.org.uk/alexa', `${endpoint} `, '',
  ])('the endpoint "%s" is refused', (wrong) => {
    expect(addressFaults({ endpoint: wrong, site }, true)).toHaveLength(1);
  });
  test.each(['http://my-care.org.uk', 'https://my-care.invalid', 'https://localhost', 'https://my-care.org.uk/privacy', 'my-care.org.uk', 'https://a@my-care.org.uk'])('the site %s is refused', (wrong) => {
    expect(addressFaults({ endpoint, site: wrong }, true)).toHaveLength(1);
  });
  test('the manifest in the repository is left as it is', () => {
    const before = JSON.parse(readFileSync(join(root, 'skill/skill.json'), 'utf8')) as Manifest;
    const copy = structuredClone(before);
    addressed(before, { endpoint, site });
    expect(before).toEqual(copy);
  });
});
