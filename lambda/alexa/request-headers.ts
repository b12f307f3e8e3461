/** What a web server hands over as headers, in any case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
export interface SigningHeaders { readonly address: string; readonly signature: Buffer }
export type HeaderRefusal = 'encoded-body' | 'not-json' | 'no-certificate-address' | 'no-signature' | 'malformed-signature';

/** Picks the signature and the certificate's address out of the headers, or says what is wrong with them. */
export function readHeaders(headers: Headers): SigningHeaders | HeaderRefusal {
  const encoding = single(headers, 'content-encoding');
  if (encoding !== undefined && encoding !== 'identity') return 'encoded-body';
  const type = single(headers, 'content-type');
  if (type !== undefined && !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return 'not-json';
  const address = single(headers, 'signaturecertchainurl');
  if (address === undefined || address === 'given-twice') return 'no-certificate-address';
  const text = single(headers, 'signature-256');
  if (text === undefined || text === 'given-twice') return 'no-signature';
  const signature = Buffer.from(text, 'base64');
  const isWhole = signature.toString('base64') === text && signature.length >= 256 && signature.length <= 1024;
  return isWhole ? { address, signature } : 'malformed-signature';
}

function single(headers: Headers, name: string): string | undefined {
  const values = Object.entries(headers).filter(([key]) => key.toLowerCase() === name).flatMap(([, value]) => value ?? []);
  return values.length > 1 ? 'given-twice' : values[0];
}
