import { createHash, createHmac } from 'node:crypto';

/** The keys of a function's role, as Lambda gives them. */
export interface AwsKeys { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }

/** Lambda puts the keys of a function's role beside its settings. */
export function keysIn({ AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '', AWS_SESSION_TOKEN: sessionToken }: Readonly<Record<string, string | undefined>>): AwsKeys {
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

/** A request before it is signed. Every header given is signed. */
export interface Unsigned { readonly method: string; readonly url: URL; readonly headers: Readonly<Record<string, string>>; readonly body: string }
interface For { readonly keys: AwsKeys; readonly region: string; readonly service: string; readonly at: Date }

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * The headers with which AWS takes a request: those given, the time, and the signature over all of it. For the three small calls that we make of IoT Core; Amazon's own
 * client for it would be a tenth of the skill. Source: AWS documentation, “Create a signed AWS API request”.
 */
export function signedForAws({ method, url, headers, body }: Unsigned, { keys, region, service, at }: For): Readonly<Record<string, string>> {
  const date = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const all: Record<string, string> = { ...headers, host: url.host, 'x-amz-date': date, ...(keys.sessionToken !== undefined && { 'x-amz-security-token': keys.sessionToken }) };
  const names = Object.keys(all).sort();
  const canonical = [method, url.pathname.split('/').map(encoded).join('/'), queryOf(url), ...names.map((name) => `${name}:${all[name]?.trim() ?? ''}`), '', names.join(';'), hashOf(body)].join('\n');
  const scope = [date.slice(0, 8), region, service, 'aws4_request'];
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${keys.secretAccessKey}`);
  const signature = createHmac('sha256', key).update([algorithm, date, scope.join('/'), hashOf(canonical)].join('\n')).digest('hex');
  return { ...all, authorization: `${algorithm} Credential=${keys.accessKeyId}/${scope.join('/')}, SignedHeaders=${names.join(';')}, Signature=${signature}` };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** As AWS encodes: a path is encoded once more than it is sent. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function queryOf({ searchParams }: URL): string {
  return [...searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).sort().join('&');
}
