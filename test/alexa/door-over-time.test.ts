// Promise: the check at the door stays right as time passes, certificates end, requests repeat and callers crowd in.
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCertificateCache } from '../../lambda/alexa/certificate-cache.ts';
import { readRoots, trustChain } from '../../lambda/alexa/certificate-chain.ts';
import { extensionsOf, pathLengthLimit } from '../../lambda/alexa/certificate-extensions.ts';
import { certificateAddress } from '../../lambda/alexa/certificate-url.ts';
import { createReplays } from '../../lambda/alexa/replay.ts';
import { parseStrictly } from '../../lambda/alexa/strict-json.ts';
import type { Instant } from '../../models/shared/index.ts';
import { launchRequest, skillEvent } from '../support/alexa-request.ts';
import { issue } from '../support/certificate-authority.ts';
import { at, bodyOf, bundle, doorWith, goodAddress, goodBundle, keys, leaf, leafWith, middle, noon, root, signed } from '../support/signed-request.ts';

const movableClock = (start: Instant = noon) => {
  let now: number = start;
  return { clock: () => now as Instant, pass: (seconds: number) => { now += seconds * 1000; } };
};
/** Serves the good bundle anywhere and counts how often it was asked. */
const countingServer = (pem = goodBundle) => {
  const asked: string[] = [];
  return { asked, fetchCertificate: (address: string) => { asked.push(address); return Promise.resolve(pem); } };
};
const address = (number: number) => `https://s3.amazonaws.com/echo.api/echo-api-cert-${number}.pem`;
const roots = readRoots([root.pem]);

describe('a request is answered once', () => {
  test('the same request again is refused', async () => {
    const door = doorWith();
    const request = signed();
    expect(await door(request)).toMatchObject({ ok: true });
    expect(await door(request)).toEqual({ ok: false, why: 'repeated' });
  });
  test('of twenty copies at the same moment one gets in', async () => {
    const door = doorWith();
    const request = signed();
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => door(request)));
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
  });
  test('a request we failed to answer may come again', async () => {
    const door = doorWith();
    const request = signed();
    const verdict = await door(request);
    if (verdict.ok) verdict.giveBack();
    expect(await door(request)).toMatchObject({ ok: true });
  });
  test('a forged copy does not use up the true one', async () => {
    const door = doorWith();
    const body = bodyOf();
    expect(await door(signed(body, { signedText: 'other' }))).toEqual({ ok: false, why: 'wrong-signature' });
    expect(await door(signed(body))).toMatchObject({ ok: true });
  });
  test.each([
    ['talk', JSON.stringify(launchRequest({ at: at(30) })), 180],
    ['an event', JSON.stringify(skillEvent('SkillDisabled', undefined, { at: at(30) })), 3630],
  ])('%s is remembered until its time is too old', async (_name, body, seconds) => {
    const { clock, pass } = movableClock();
    const door = doorWith(undefined, clock);
    expect(await door(signed(body))).toMatchObject({ ok: true });
    pass(seconds);
    expect(await door(signed(body))).toEqual({ ok: false, why: 'repeated' });
    pass(1);
    expect(await door(signed(body))).toEqual({ ok: false, why: 'not-fresh' });
  });
  test('memory is bounded and the oldest is forgotten first', () => {
    const replays = createReplays({ clock: () => noon, most: 3 });
    for (const requestId of ['a', 'b', 'c', 'd']) expect(replays.take(requestId, 1000)).toBe(true);
    expect(replays.take('d', 1000)).toBe(false);
    expect(replays.take('a', 1000)).toBe(true);
  });
});

describe('certificates are kept with care', () => {
  test('one address is fetched once however many ask together', async () => {
    const { asked, fetchCertificate } = countingServer();
    const door = doorWith(fetchCertificate);
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => door(signed())));
    expect(verdicts.every(({ ok }) => ok)).toBe(true);
    expect(asked).toEqual([goodAddress]);
  });
  test('other spellings of an address share one place', async () => {
    const { asked, fetchCertificate } = countingServer();
    const door = doorWith(fetchCertificate);
    for (const spelling of [goodAddress, goodAddress.replace('s3', 'S3'), goodAddress.replace('.com', '.com:443'), goodAddress.replace('/echo.api', '/echo.api/../echo.api')]) {
      expect(await door(signed(bodyOf(), { address: spelling }))).toMatchObject({ ok: true });
    }
    expect(asked).toEqual([goodAddress]);
  });
  test('a certificate that ends while kept is refused', async () => {
    const { clock, pass } = movableClock();
    const { asked, fetchCertificate } = countingServer(bundle(leafWith({ until: '2026-12-01T12:01:00Z' }), middle));
    const door = doorWith(fetchCertificate, clock);
    expect(await door(signed())).toMatchObject({ ok: true });
    pass(61);
    expect(await door(signed(bodyOf({ at: at(61) })))).toEqual({ ok: false, why: 'out-of-date' });
    expect(asked).toHaveLength(2);
  });
  test('an authority that ends while kept is refused', async () => {
    const { clock, pass } = movableClock();
    const door = doorWith(countingServer(bundle(leafWith({ until: '2028-01-01T00:00:00Z' }), middle)).fetchCertificate, clock);
    expect(await door(signed())).toMatchObject({ ok: true });
    pass(40 * 86_400);
    expect(await door(signed(bodyOf({ at: at(40 * 86_400) })))).toEqual({ ok: false, why: 'out-of-date' });
  });
  test('a certificate renewed at the same address is taken up', async () => {
    const { clock, pass } = movableClock();
    const pems = [bundle(leafWith({ until: '2026-12-01T12:01:00Z' }), middle), goodBundle];
    const door = doorWith(() => Promise.resolve(pems.shift()), clock);
    expect(await door(signed())).toMatchObject({ ok: true });
    pass(61);
    expect(await door(signed(bodyOf({ at: at(61) })))).toMatchObject({ ok: true });
  });
  test('ten are kept and the one used longest ago goes', async () => {
    const { asked, fetchCertificate } = countingServer();
    const keyAt = createCertificateCache({ fetchCertificate, clock: () => noon, roots });
    for (let number = 1; number <= 10; number += 1) await keyAt(address(number));
    await keyAt(address(1));
    await keyAt(address(11));
    await keyAt(address(1));
    expect(asked).toHaveLength(11);
    await keyAt(address(2));
    expect(asked).toHaveLength(12);
  });
  test('bad certificates never push out a good one', async () => {
    const asked: string[] = [];
    const fetchCertificate = (from: string) => { asked.push(from); return Promise.resolve(from === goodAddress ? goodBundle : leaf.pem); };
    const keyAt = createCertificateCache({ fetchCertificate, clock: () => noon, roots });
    await keyAt(goodAddress);
    for (let number = 101; number <= 150; number += 1) expect(await keyAt(address(number))).toEqual({ kind: 'refused', reason: 'untrusted-root' });
    expect(await keyAt(goodAddress)).toMatchObject({ kind: 'found' });
    expect(asked.filter((from) => from === goodAddress)).toHaveLength(1);
  });
  test('a failed fetch is tried again the next time', async () => {
    const answers = [undefined, goodBundle];
    const door = doorWith(() => Promise.resolve(answers.shift()));
    expect(await door(signed())).toEqual({ ok: false, why: 'cannot-fetch' });
    expect(await door(signed())).toMatchObject({ ok: true });
  });
  test('a crowd of strange addresses cannot make us fetch without end', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => { release = resolve; });
    const keyAt = createCertificateCache({ fetchCertificate: () => gate.then(() => undefined), clock: () => noon, roots });
    const crowd = Array.from({ length: 30 }, (_, number) => keyAt(address(number)));
    release();
    const reasons = (await Promise.all(crowd)).map((each) => (each.kind === 'refused' ? each.reason : each.kind));
    expect(reasons.filter((reason) => reason === 'too-many-fetches')).toHaveLength(20);
    expect(reasons.filter((reason) => reason === 'cannot-fetch')).toHaveLength(10);
  });
});

describe('the parts hold against anything', () => {
  test('a root that allows no authority below it is obeyed', () => {
    const strict = issue({ name: 'Test Root', keys: keys.root, isAuthority: true, pathLength: 0 });
    expect(trustChain(bundle(leaf, middle), noon, readRoots([strict.pem]))).toEqual({ kind: 'refused', reason: 'path-too-long' });
    expect(trustChain(bundle(issue({ keys: keys.leaf, by: root })), noon, readRoots([strict.pem]))).toMatchObject({ kind: 'trusted' });
  });
  test('every root that comes with Node can be read to its rules', () => {
    expect(readRoots().size).toBeGreaterThan(50);
    expect([...readRoots().values()].flat()).toHaveLength(rootCertificates.length);
    for (const { raw } of [...readRoots().values()].flat()) {
      expect(extensionsOf(raw).length).toBeGreaterThan(0);
      expect(pathLengthLimit(extensionsOf(raw))).toBeGreaterThan(0);
    }
  });
  test('bytes changed in a certificate are refused, never a crash', () => {
    const der = Buffer.from(leaf.pem.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    fc.assert(fc.property(fc.integer({ min: 0, max: der.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
      const bent = Buffer.from(der);
      bent.writeUInt8(bent.readUInt8(position) ^ change, position);
      const pem = `-----BEGIN CERTIFICATE-----\n${bent.toString('base64')}\n-----END CERTIFICATE-----\n${middle.pem}`;
      expect(trustChain(pem, noon, roots).kind).toBe('refused');
    }), { numRuns: 500 });
  });
  test('an address let through is always inside Amazon’s folder', () => {
    const piece = fc.constantFrom('https://s3.amazonaws.com', 'https://', 's3.amazonaws.com', ':443', '/echo.api/', '..', '/', '.', '%2e', '\\', '@', '?', '#', 'a', 'cert.pem', ' ', '\t', '//', 'S3');
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const made = certificateAddress(`https://s3.amazonaws.com/echo.api/${pieces.join('')}`);
      if (made !== undefined) expect(made).toMatch(/^https:\/\/s3\.amazonaws\.com\/echo\.api\/[A-Za-z0-9._/-]+$/);
      if (made !== undefined) expect(new URL(made).href).toBe(made);
      expect(certificateAddress(pieces.join('')) ?? 'https://s3.amazonaws.com/echo.api/').toMatch(/^https:\/\/s3\.amazonaws\.com\/echo\.api\//);
    }), { numRuns: 2000 });
  });
  test('strict reading agrees with JSON on every honest value', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value);
      const hasPoison = /"(__proto__|constructor|prototype)"\s*:/.test(text);
      expect(parseStrictly(Buffer.from(text))).toEqual(hasPoison ? undefined : JSON.parse(text));
    }), { numRuns: 1000 });
  });
  test('strict reading refuses a name given twice wherever it stands', () => {
    fc.assert(fc.property(fc.string(), fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (name, first, second) => {
      const twice = `{${JSON.stringify(name)}:${JSON.stringify(first)},${JSON.stringify(name)} :${JSON.stringify(second)}}`;
      expect(parseStrictly(Buffer.from(`[{"a":${twice}}]`))).toBeUndefined();
    }), { numRuns: 500 });
  });
});
