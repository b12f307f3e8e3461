import { createHash, createHmac, type Hash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

/** The keys of a function's role, as Lambda gives them. */
export interface AwsKeys { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }

/** Lambda puts the keys of a function's role beside its settings. */
export function keysIn({ AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '', AWS_SESSION_TOKEN: sessionToken }: Readonly<Record<string, string | undefined>>): AwsKeys {
  return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
}

/** A request before it is signed. Every header given is signed. */
export interface Unsigned { readonly method: string; readonly url: URL; readonly headers: Readonly<Record<string, string>>; readonly body: string }
interface For { readonly keys: AwsKeys; readonly region: string; readonly service: string; readonly at: Date }

/** The headers with which AWS takes a request, for the three small calls that we make of IoT Core. Amazon's own client for it would be a tenth of the skill; its signer is in there already, for DynamoDB. */
export async function signedForAws({ method, url, headers, body }: Unsigned, { keys, region, service, at }: For): Promise<Readonly<Record<string, string>>> {
  const signer = new SignatureV4({ credentials: keys, region, service, sha256: Sha256 });
  const signed = await signer.sign({
    method, body, protocol: url.protocol, hostname: url.hostname, ...(url.port !== '' && { port: Number(url.port) }), path: url.pathname, query: Object.fromEntries(url.searchParams), headers: { ...headers, host: url.host },
  }, { signingDate: at });
  return signed.headers;
}

/** Node's own, in the shape that Amazon's signer asks for. */
class Sha256 {
  readonly #hash: Hash | ReturnType<typeof createHmac>;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', typeof secret === 'string' ? secret : bytesOf(secret));
  }

  update(data: string | Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }

  reset(): void {
    throw new Error('Each is used once');
  }
}

const bytesOf = (secret: ArrayBuffer | ArrayBufferView): Buffer => (ArrayBuffer.isView(secret) ? Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength) : Buffer.from(secret));
