/** One extension of a certificate: what it is, whether it must be understood, and what it holds. */
export interface Extension { readonly oid: string; readonly isCritical: boolean; readonly value: Buffer }

const sequence = 0x30;
const bitsOrContext3 = 0xa3;

/**
 * The extensions of an X.509 certificate in DER, which node:crypto does not show in full.
 * Throws RangeError when the bytes are not DER.
 */
export function extensionsOf(certificate: Buffer): readonly Extension[] {
  const [outer] = elements(certificate);
  const [toBeSigned] = elements(only(outer, sequence));
  const wrapped = elements(only(toBeSigned, sequence)).find(({ tag }) => tag === bitsOrContext3);
  if (wrapped === undefined) return [];
  const [list] = elements(wrapped.content);
  return elements(only(list, sequence)).map(extension);
}

/** How many further authorities may stand below this one: a number, or Infinity when it does not say. */
export function pathLengthLimit(extensions: readonly Extension[]): number {
  const constraints = extensions.find(({ oid }) => oid === '2.5.29.19');
  if (constraints === undefined) return Infinity;
  const [list] = elements(constraints.value);
  const limit = elements(only(list, sequence)).find(({ tag }) => tag === 0x02);
  return limit === undefined ? Infinity : limit.content.reduce((total, byte) => total * 256 + byte, 0);
}

interface Element { readonly tag: number; readonly content: Buffer }

function extension(element: Element): Extension {
  const parts = elements(only(element, sequence));
  const value = parts.at(-1);
  return { oid: oidText(only(parts[0], 0x06)), isCritical: parts.length === 3 && parts[1]?.tag === 0x01 && parts[1].content[0] !== 0, value: only(value, 0x04) };
}

function only(element: Element | undefined, tag: number): Buffer {
  if (element?.tag !== tag) throw new RangeError(`Not DER: expected ${tag}, found ${element?.tag}`);
  return element.content;
}

function elements(bytes: Buffer): Element[] {
  const found: Element[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at);
    const short = bytes.readUInt8(at + 1);
    const extra = short < 0x80 ? 0 : short - 0x80;
    if (extra > 4 || short === 0x80) throw new RangeError('Not DER: a length we do not read');
    const length = extra === 0 ? short : bytes.readUIntBE(at + 2, extra);
    const from = at + 2 + extra;
    if (from + length > bytes.length) throw new RangeError('Not DER: cut short');
    found.push({ tag, content: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return found;
}

function oidText(bytes: Buffer): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...rest].join('.');
}
