// Promise: only what Amazon's speakers signed, for us, just now and once, gets in; every forgery we know of stays out.
import { generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { FetchCertificate } from '../../lambda/alexa/certificate-cache.ts';
import type { Refusal, SignedRequest } from '../../lambda/alexa/verify-request.ts';
import { launchRequest, messageReceived, reminderEvent, skillEvent, without } from '../support/alexa-request.ts';
import { issue, makeKeys } from '../support/certificate-authority.ts';
import { at, bodyOf, bundle, doorWith, goodAddress, goodBundle, keys, leaf, leafWith, middle, noon, root, signed } from '../support/signed-request.ts';

type Served = Readonly<Record<string, string>> | FetchCertificate;
interface Attack { readonly name: string; readonly request: SignedRequest; readonly why: Refusal; readonly served?: Served }

const headers = (change: Record<string, string | string[] | undefined>): SignedRequest => {
  const good = signed();
  return { ...good, headers: { ...good.headers, ...change } };
};
/** Any address answers with a good bundle, so that only the check of the address can refuse. */
const everywhere: FetchCertificate = () => Promise.resolve(goodBundle);
const addressAttack = (name: string, address: string): Attack =>
  ({ name: `certificate from ${name}`, request: signed(bodyOf(), { address }), why: 'wrong-certificate-address', served: everywhere });
const chainAttack = (name: string, pem: string, why: Refusal): Attack => ({ name: `chain: ${name}`, request: signed(), why, served: { [goodAddress]: pem } });
const timeAttack = (name: string, timestamp: unknown): Attack => {
  const envelope = structuredClone(launchRequest()) as unknown as { request: Record<string, unknown> };
  if (timestamp === undefined) delete envelope.request['timestamp'];
  else envelope.request['timestamp'] = timestamp;
  return { name: `timestamp ${name}`, request: signed(JSON.stringify(envelope)), why: 'not-fresh' };
};
const bodyAttack = (name: string, body: string | Buffer, why: Refusal = 'not-a-request'): Attack => ({ name: `body ${name}`, request: signed(body), why });
const withField = (text: string): string => bodyOf().replace(/^\{/, `{${text},`);

const strangeRoot = issue({ name: 'Strange Root', keys: keys.stranger, isAuthority: true });
const sameNameRoot = issue({ name: 'Test Root', keys: keys.stranger, isAuthority: true });
const oldMiddle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: true, until: '2026-11-30T00:00:00Z' });
const plainMiddle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: false, use: 'none', hosts: [] });
const idleMiddle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: true, maySignCertificates: false });
const codeMiddle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: true, use: 'code' });
const lowerMiddle = issue({ name: 'Lower Middle', keys: keys.stranger, by: middle, isAuthority: true });
const claimingMiddle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: false, maySignCertificates: true, use: 'none', hosts: [] });
const otherMiddle = issue({ name: 'Other Middle', keys: keys.middle, by: root, isAuthority: true });
const curveKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
const weakKeys = makeKeys(1024);

const attacks: readonly Attack[] = [
  { name: 'no certificate address', request: headers({ signaturecertchainurl: undefined }), why: 'no-certificate-address' },
  { name: 'two certificate addresses', request: headers({ signaturecertchainurl: [goodAddress, goodAddress] }), why: 'no-certificate-address' },
  { name: 'the address twice in two spellings of the header', request: headers({ SignatureCertChainUrl: 'https://evil.example/a.pem' }), why: 'no-certificate-address' },
  addressAttack('an empty address', ''),
  addressAttack('words that are no address', 'not an address'),
  addressAttack('plain http', 'http://s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('a file', 'file:///s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('a data address', 'data:text/plain,echo.api'),
  addressAttack('no scheme', '//s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('another host', 'https://evil.example/echo.api/a.pem'),
  addressAttack('a bucket of anybody’s', 'https://echo.api.s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('a longer host', 'https://s3.amazonaws.com.evil.example/echo.api/a.pem'),
  addressAttack('a host with a last dot', 'https://s3.amazonaws.com./echo.api/a.pem'),
  addressAttack('a host in look-alike letters', 'https://s3.amazonaws.cоm/echo.api/a.pem'),
  addressAttack('a host with wide dots', 'https://s3。amazonaws。com/echo.api/a.pem'),
  addressAttack('an address by number', 'https://127.0.0.1/echo.api/a.pem'),
  addressAttack('a path in capitals', 'https://s3.amazonaws.com/EcHo.aPi/a.pem'),
  addressAttack('another path', 'https://s3.amazonaws.com/invalid.path/a.pem'),
  addressAttack('a longer folder', 'https://s3.amazonaws.com/echo.api-evil/a.pem'),
  addressAttack('the folder itself', 'https://s3.amazonaws.com/echo.api/'),
  addressAttack('port 563', 'https://s3.amazonaws.com:563/echo.api/a.pem'),
  addressAttack('port 80', 'https://s3.amazonaws.com:80/echo.api/a.pem'),
  addressAttack('a climb out of the folder', 'https://s3.amazonaws.com/echo.api/../attacker/a.pem'),
  addressAttack('a climb and a look-alike', 'https://s3.amazonaws.com/attacker/echo.api/../a.pem'),
  addressAttack('a climb in code', 'https://s3.amazonaws.com/echo.api/%2e%2e/attacker/a.pem'),
  addressAttack('a climb half in code', 'https://s3.amazonaws.com/echo.api/.%2E/attacker/a.pem'),
  addressAttack('a climb in code twice', 'https://s3.amazonaws.com/echo.api/%252e%252e/attacker/a.pem'),
  addressAttack('a slash in code', 'https://s3.amazonaws.com/echo.api%2f..%2fattacker/a.pem'),
  addressAttack('a backslash climb', 'https://s3.amazonaws.com/echo.api/..\\attacker/a.pem'),
  addressAttack('a backslash host', 'https://evil.example\\@s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('an empty folder', 'https://s3.amazonaws.com/echo.api//attacker/a.pem'),
  addressAttack('an empty folder further down', 'https://s3.amazonaws.com/echo.api/a//b.pem'),
  addressAttack('nothing but slashes', 'https://s3.amazonaws.com//'),
  addressAttack('another host after two slashes', 'https://s3.amazonaws.com//evil.example/echo.api/a.pem'),
  addressAttack('a user name', 'https://user@s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('a host posing as a user name', 'https://s3.amazonaws.com@evil.example/echo.api/a.pem'),
  addressAttack('a query', 'https://s3.amazonaws.com/echo.api/a.pem?a=1'),
  addressAttack('a hash', 'https://s3.amazonaws.com/echo.api/a.pem#a'),
  addressAttack('an address with a tab in it', 'https://s3.amazonaws.com/ec\tho.api/a.pem'),
  addressAttack('an address with a space before', ' https://s3.amazonaws.com/echo.api/a.pem'),
  addressAttack('an address with a second line', `${goodAddress}\r\nX: y`),
  addressAttack('two addresses joined', `${goodAddress}, ${goodAddress}`),
  addressAttack('an endless address', `https://s3.amazonaws.com/echo.api/${'a'.repeat(5000)}.pem`),

  { name: 'no signature', request: headers({ 'signature-256': undefined }), why: 'no-signature' },
  { name: 'two signatures', request: headers({ 'signature-256': ['a', 'b'] }), why: 'no-signature' },
  { name: 'only the old SHA-1 signature', request: headers({ 'signature-256': undefined, signature: sign('RSA-SHA1', signed().body, keys.leaf.privateKey).toString('base64') }), why: 'no-signature' },
  { name: 'a SHA-1 signature under the new name', request: (() => { const body = bodyOf(); return { ...signed(body), headers: { ...signed(body).headers, 'signature-256': sign('RSA-SHA1', Buffer.from(body), keys.leaf.privateKey).toString('base64') } }; })(), why: 'wrong-signature' },
  { name: 'an empty signature', request: headers({ 'signature-256': '' }), why: 'malformed-signature' },
  { name: 'a signature that is not base64', request: headers({ 'signature-256': '!'.repeat(344) }), why: 'malformed-signature' },
  { name: 'a signature with rubbish after it', request: headers({ 'signature-256': `${String(signed().headers['signature-256'])}@@` }), why: 'malformed-signature' },
  { name: 'a signature cut short', request: headers({ 'signature-256': 'AAAA' }), why: 'malformed-signature' },
  { name: 'a signature of nothing', request: headers({ 'signature-256': Buffer.alloc(256).toString('base64') }), why: 'wrong-signature' },
  { name: 'a signature of another request', request: signed(bodyOf(), { signedText: bodyOf() }), why: 'wrong-signature' },
  { name: 'a signature with another key', request: signed(bodyOf(), { signer: keys.stranger }), why: 'wrong-signature' },
  { name: 'the same request written out again', request: (() => { const body = bodyOf(); return signed(JSON.stringify(JSON.parse(body), null, 1), { signedText: body }); })(), why: 'wrong-signature' },
  { name: 'one letter changed', request: (() => { const body = bodyOf(); return signed(body.replace('MARGARET', 'MARGARIT'), { signedText: body }); })(), why: 'wrong-signature' },
  { name: 'a line end added', request: (() => { const body = bodyOf(); return signed(`${body}\n`, { signedText: body }); })(), why: 'wrong-signature' },
  { name: 'an accent in another form of Unicode', request: (() => { const body = withField('"note":"café"'); return signed(body.normalize('NFD'), { signedText: body }); })(), why: 'wrong-signature' },

  chainAttack('signed by a root nobody knows', bundle(issue({ keys: keys.leaf, by: strangeRoot }), strangeRoot), 'untrusted-root'),
  chainAttack('signs itself', issue({ keys: keys.leaf }).pem, 'untrusted-root'),
  chainAttack('the leaf without its authority', leaf.pem, 'untrusted-root'),
  chainAttack('a root of the same name', bundle(issue({ keys: keys.leaf, by: sameNameRoot }), sameNameRoot), 'untrusted-root'),
  chainAttack('a leaf that only names its authority', bundle(leafWith({ signedWith: keys.stranger }), middle, root), 'broken-chain'),
  chainAttack('certificates in the wrong order', bundle(leaf, root, middle), 'broken-chain'),
  chainAttack('the authority first', bundle(middle, leaf, root), 'wrong-name'),
  chainAttack('an authority that is none', bundle(leaf, plainMiddle, root), 'broken-chain'),
  chainAttack('an authority that may not sign certificates', bundle(leaf, idleMiddle, root), 'broken-chain'),
  chainAttack('an authority that is none but says it may sign', bundle(leaf, claimingMiddle, root), 'broken-chain'),
  chainAttack('an authority of another name with the same key', bundle(leaf, otherMiddle, root), 'broken-chain'),
  chainAttack('an authority for other uses', bundle(leaf, codeMiddle, root), 'wrong-use'),
  chainAttack('an authority below one that may have none', bundle(issue({ keys: keys.leaf, by: lowerMiddle }), lowerMiddle, middle, root), 'path-too-long'),
  chainAttack('a leaf used as authority', bundle(issue({ keys: keys.stranger, by: leaf }), leaf, middle, root), 'broken-chain'),
  chainAttack('a leaf out of date', bundle(leafWith({ until: '2026-11-30T00:00:00Z' }), middle, root), 'out-of-date'),
  chainAttack('a leaf not yet good', bundle(leafWith({ from: '2026-12-02T00:00:00Z' }), middle, root), 'out-of-date'),
  chainAttack('an authority out of date', bundle(leaf, oldMiddle, root), 'out-of-date'),
  chainAttack('another host’s certificate', bundle(leafWith({ hosts: ['evil.example'] }), middle, root), 'wrong-name'),
  chainAttack('the right host as common name only', bundle(leafWith({ hosts: ['evil.example'], name: 'echo-api.amazon.com' }), middle, root), 'wrong-name'),
  chainAttack('no names at all', bundle(leafWith({ hosts: [] }), middle, root), 'wrong-name'),
  chainAttack('a name that covers everything', bundle(leafWith({ hosts: ['*.amazon.com'] }), middle, root), 'wrong-name'),
  chainAttack('a longer name', bundle(leafWith({ hosts: ['echo-api.amazon.com.evil.example'] }), middle, root), 'wrong-name'),
  chainAttack('a name with a NUL in it', bundle(leafWith({ hosts: ['echo-api.amazon.com\u0000.evil.example'] }), middle, root), 'wrong-name'),
  chainAttack('a certificate for signing programs', bundle(leafWith({ use: 'code' }), middle, root), 'wrong-use'),
  chainAttack('an authority posing as leaf', bundle(leafWith({ isAuthority: true, hosts: ['echo-api.amazon.com'], use: 'server' }), middle, root), 'wrong-use'),
  chainAttack('signed with SHA-1', bundle(leafWith({ digest: 'sha1' }), middle, root), 'weak-signature'),
  chainAttack('a short key', bundle(leafWith({ keys: weakKeys }), middle, root), 'weak-key'),
  chainAttack('a key of another kind', bundle(leafWith({ otherKey: curveKey }), middle, root), 'weak-key'),
  chainAttack('a rule nobody knows', bundle(leafWith({ hasStrangeRule: true }), middle, root), 'unknown-rule'),
  chainAttack('not a certificate', '<html>Not found</html>', 'not-certificates'),
  chainAttack('a certificate of rubbish', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'not-certificates'),
  chainAttack('nine certificates', Array.from({ length: 9 }, () => leaf.pem).join('\n'), 'not-certificates'),
  { name: 'the certificate cannot be found', request: signed(), why: 'cannot-fetch', served: {} },
  { name: 'fetching the certificate fails', request: signed(), why: 'cannot-fetch', served: () => Promise.reject(new Error('connection reset')) },

  timeAttack('missing', undefined), timeAttack('null', null), timeAttack('empty', ''), timeAttack('of words', 'not a date'), timeAttack('"NaN"', 'NaN'),
  timeAttack('151 seconds old', at(-151)), timeAttack('a day old', at(-86_400)), timeAttack('31 seconds ahead', at(31)), timeAttack('a day ahead', at(86_400)),
  timeAttack('in milliseconds', noon), timeAttack('in milliseconds as text', String(noon)), timeAttack('as a list', [at(0)]), timeAttack('as an object', { iso: at(0) }),
  timeAttack('true', true), timeAttack('without a zone', '2026-12-01T12:00:00'), timeAttack('in another zone', '2026-12-01T12:00:00+00:00'), timeAttack('only a day', '2026-12-01'),
  timeAttack('on the 31st of November', '2026-11-31T12:00:00Z'), timeAttack('at 24 o’clock', '2026-11-30T24:00:00Z'), timeAttack('in American', '12/01/2026 12:00:00 GMT'),
  timeAttack('with a space before', ` ${at(0)}`), timeAttack('with a line after', `${at(0)}\n`), timeAttack('in year 275760', '+275760-09-13T00:00:00.000Z'),
  bodyAttack('of a launch an event’s age', JSON.stringify(without(launchRequest({ at: at(-600) }), 'session')), 'not-a-request'),
  bodyAttack('of a skill event over an hour old', JSON.stringify(skillEvent('SkillDisabled', undefined, { at: at(-3601) })), 'not-fresh'),
  bodyAttack('of a late event that claims a session', JSON.stringify({ ...skillEvent('SkillDisabled', undefined, { at: at(-600) }), session: {} }), 'not-fresh'),
  bodyAttack('of a type that only looks like an event', JSON.stringify(without(launchRequest({ at: at(-600) }), 'session')).replace('"LaunchRequest"', '"XReminders.ReminderStarted"'), 'not-fresh'),

  bodyAttack('for another skill', bodyOf({ applicationId: 'amzn1.ask.skill.evil' }), 'other-skill'),
  bodyAttack('for two skills', (() => { const envelope = structuredClone(launchRequest({ at: at(0) })); (envelope.session as { application: object }).application = { applicationId: 'amzn1.ask.skill.evil' }; return JSON.stringify(envelope); })(), 'other-skill'),
  bodyAttack('for no skill', JSON.stringify(without(launchRequest({ at: at(0) }), 'context.System.application'))),
  bodyAttack('for a skill that is not text', bodyOf().replaceAll('"amzn1.ask.skill.11111111-2222-4333-8444-555555555555"', '["amzn1.ask.skill.11111111-2222-4333-8444-555555555555"]')),
  bodyAttack('without a request id', JSON.stringify(without(launchRequest({ at: at(0) }), 'request.requestId'))),
  bodyAttack('without a request type', JSON.stringify(without(launchRequest({ at: at(0) }), 'request.type'))),
  bodyAttack('empty', ''), bodyAttack('of words', 'hello'), bodyAttack('null', 'null'), bodyAttack('a list', `[${bodyOf()}]`), bodyAttack('cut short', bodyOf().slice(0, -1)),
  bodyAttack('with more after it', `${bodyOf()}{}`), bodyAttack('with a byte-order mark', `\uFEFF${bodyOf()}`),
  bodyAttack('that is not UTF-8', Buffer.concat([Buffer.from(withField('"note":"').slice(0, 9)), Buffer.from([0xff, 0xfe]), Buffer.from(`",${bodyOf().slice(1)}`)])),
  bodyAttack('with a name given twice', withField('"version":"2.0"')),
  bodyAttack('with two skills under one name', bodyOf().replace('"System":{', '"System":{"application":{"applicationId":"amzn1.ask.skill.evil"},')),
  bodyAttack('with a name given twice in disguise', withField('"vers\\u0069on":"2.0"')),
  bodyAttack('with __proto__', withField('"__proto__":{"isAdmin":true}')),
  bodyAttack('with __proto__ in disguise', withField('"__pr\\u006fto__":{"isAdmin":true}')),
  bodyAttack('with constructor and prototype', withField('"constructor":{"prototype":{"isAdmin":true}}')),
  bodyAttack('with __proto__ deep in the attributes', bodyOf().replace('"attributes":{', '"attributes":{"a":[{"__proto__":{}}]')),
  bodyAttack('a thousand levels deep', withField(`"note":${'['.repeat(1000)}${']'.repeat(1000)}`)),
  bodyAttack('over the limit', withField(`"note":"${'a'.repeat(128 * 1024)}"`), 'body-too-large'),
  { name: 'a body squeezed with gzip', request: (() => { const squeezed = gzipSync(bodyOf()); return signed(squeezed, { extra: { 'content-encoding': 'gzip' } }); })(), why: 'encoded-body' },
  { name: 'a squeezed body that does not say so', request: signed(gzipSync(bodyOf())), why: 'not-a-request' },
  { name: 'a form', request: signed(bodyOf(), { extra: { 'content-type': 'application/x-www-form-urlencoded' } }), why: 'not-json' },
  { name: 'JSON in another alphabet', request: signed(bodyOf(), { extra: { 'content-type': 'application/json; charset=utf-16' } }), why: 'not-json' },
];

describe('forgeries stay out, and for the right reason', () => {
  test('there are at least a hundred of them, no two alike', () => {
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(100);
  });
  test.each(attacks)('$name', async ({ request, why, served }) => {
    expect(await doorWith(served)(request)).toEqual({ ok: false, why });
  });
});

describe('what Amazon sends gets in', () => {
  const event = (envelope: object): SignedRequest => signed(JSON.stringify(envelope));
  const from = (address: string): SignedRequest => signed(bodyOf(), { address });
  const served = (pem: string): Served => ({ [goodAddress]: pem });
  test.each<[string, SignedRequest, Served | undefined]>(([
    ['an ordinary launch', signed()],
    ['a launch with accents and emoji', signed(withField('"note":"Zoë’s café 😀 漢字"'))],
    ['a launch with fields nobody knows yet', signed(withField('"novelty":{"a":[1,2,{"b":null}]}'))],
    ['the same name in two different objects', signed(withField('"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":1}]'))],
    ['a value that looks like a name', signed(withField('"note":"__proto__","b":["\\"a\\":1","constructor"]'))],
    ['a launch 150 seconds old', signed(bodyOf({ at: at(-150) }))],
    ['a launch 30 seconds ahead', signed(bodyOf({ at: at(30) }))],
    ['a time without thousandths', signed(bodyOf({ at: '2026-12-01T12:00:00Z' }))],
    ['a skill event an hour old', event(skillEvent('SkillEnabled', undefined, { at: at(-3600) }))],
    ['a subscription event 50 minutes old', event(skillEvent('ProactiveSubscriptionChanged', { subscriptions: [] }, { at: at(-3000) }))],
    ['a reminder event 50 minutes old', event(reminderEvent('ReminderStatusChanged', { status: 'COMPLETED', alertToken: 'a' }, { at: at(-3000) }))],
    ['a message 50 minutes old', event(messageReceived({ kind: 'visit-changed' }, { at: at(-3000) }))],
    ['an event that says only when it was published', event(without(skillEvent('SkillEnabled', undefined, { at: at(-60) }), 'request.timestamp'))],
    ['a host in capitals', from('https://S3.AmazonAWS.com/echo.api/echo-api-cert-14.pem')],
    ['the port written out', from('https://s3.amazonaws.com:443/echo.api/echo-api-cert-14.pem')],
    ['a path that leaves and comes back, as Amazon’s own example does', from('https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert-14.pem')],
    ['a chain without its root', signed(), served(bundle(leaf, middle))],
    ['a chain straight from the root', signed(), served(bundle(issue({ keys: keys.leaf, by: root })))],
    ['a chain with one more, old certificate after the trusted link', signed(), served(bundle(leaf, middle, oldMiddle))],
    ['a chain with words and blank lines between', signed(), served(`Bag Attributes\r\n${leaf.pem}\n\n# next\n${middle.pem}`)],
    ['a leaf with several names', signed(), served(bundle(leafWith({ hosts: ['other.amazon.com', 'echo-api.amazon.com'] }), middle))],
    ['a leaf that does not say what it is for', signed(), served(bundle(leafWith({ use: 'none' }), middle))],
    ['a stronger signature on the certificate', signed(), served(bundle(leafWith({ digest: 'sha512' }), middle))],
  ] as readonly [string, SignedRequest, Served?][]).map(([name, request, pems]) => [name, request, pems]))('%s', async (_name, request, pems) => {
    const verdict = await doorWith(pems)(request);
    expect(verdict).toMatchObject({ ok: true, envelope: JSON.parse(request.body.toString()) });
  });
  test('headers in the case Amazon writes them', async () => {
    const { headers: { signaturecertchainurl, 'signature-256': signature }, body } = signed();
    expect(await doorWith()({ headers: { SignatureCertChainUrl: signaturecertchainurl, 'Signature-256': signature }, body })).toMatchObject({ ok: true });
  });
});
