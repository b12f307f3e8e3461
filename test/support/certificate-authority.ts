// Keeps one promise: tests can make any certificate, good or bad, without asking anybody.
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

export interface Keys { readonly publicPem: string; readonly privateKey: KeyObject }
export interface Issued { readonly pem: string; readonly keys: Keys; readonly name: string; readonly certificate: forge.pki.Certificate }

/** What to write into a certificate; by default that of a good leaf for Alexa, good all through 2026. */
export interface CertificateWish {
  readonly name?: string;
  readonly keys: Keys;
  /** Absent: signs itself. */
  readonly by?: Issued;
  /** Signed with this key though it names `by`: a forgery. */
  readonly signedWith?: Keys;
  readonly from?: string;
  readonly until?: string;
  readonly isAuthority?: boolean;
  readonly pathLength?: number;
  readonly maySignCertificates?: boolean;
  readonly hosts?: readonly string[];
  readonly use?: 'server' | 'code' | 'none';
  readonly digest?: 'sha1' | 'sha256' | 'sha512';
  /** Put in place of the RSA key: a public key of another kind, in DER. */
  readonly otherKey?: Buffer;
  /** An extension nobody knows, marked as one that must be understood. */
  readonly hasStrangeRule?: boolean;
}

export function makeKeys(bits = 2048): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(), privateKey,
  };
}

export function issue(wish: CertificateWish): Issued {
  const { by, keys, name = 'echo-api.amazon.com', signedWith = by?.keys ?? keys, digest = 'sha256' } = wish;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(keys.publicPem);
  certificate.serialNumber = serial();
  certificate.validity.notBefore = new Date(wish.from ?? '2026-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date(wish.until ?? '2027-01-01T00:00:00Z');
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer([{ name: 'commonName', value: by?.name ?? name }]);
  certificate.setExtensions(extensionsFor(wish));
  certificate.sign(nativeSigner(certificate, signedWith, digest, wish.otherKey), forge.md[digest].create());
  return { pem: forge.pki.certificateToPem(certificate), keys, name, certificate };
}

/** Signs with node:crypto: forge's own arithmetic takes a second a signature inside jest. */
function nativeSigner(certificate: forge.pki.Certificate, { privateKey }: Keys, digest: string, otherKey?: Buffer): forge.pki.rsa.PrivateKey {
  const bytes = (): Buffer => {
    const toBeSigned = certificate.tbsCertificate as forge.asn1.Asn1 & { value: forge.asn1.Asn1[] };
    if (otherKey !== undefined) toBeSigned.value[6] = forge.asn1.fromDer(otherKey.toString('binary'));
    return Buffer.from(forge.asn1.toDer(toBeSigned).getBytes(), 'binary');
  };
  return { sign: () => sign(`RSA-${digest.toUpperCase()}`, bytes(), privateKey).toString('binary') } as unknown as forge.pki.rsa.PrivateKey;
}

function extensionsFor(wish: CertificateWish): object[] {
  const { isAuthority = false, maySignCertificates = isAuthority, use = isAuthority ? 'none' : 'server', hosts = isAuthority ? [] : ['echo-api.amazon.com'] } = wish;
  const limit = wish.pathLength === undefined ? {} : { pathLenConstraint: wish.pathLength };
  return [
    { name: 'basicConstraints', cA: isAuthority, critical: true, ...limit },
    { name: 'keyUsage', critical: true, keyCertSign: maySignCertificates, digitalSignature: true },
    ...(use === 'none' ? [] : [{ name: 'extKeyUsage', serverAuth: use === 'server', codeSigning: use === 'code' }]),
    ...(hosts.length === 0 ? [] : [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }]),
    ...(wish.hasStrangeRule === true ? [{ id: '1.3.6.1.4.1.99999.1', critical: true, value: '\u0005\u0000' }] : []),
  ];
}

let issued = 0;
function serial(): string {
  issued += 1;
  return `01${issued.toString(16).padStart(6, '0')}`;
}
