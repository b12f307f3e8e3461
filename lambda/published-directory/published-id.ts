import { createHash } from 'node:crypto';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** Ours alone: what it names is named the same for good. */
const namespace = 'my-care/open-referral/';

/**
 * An id as the standard wants it. One that is a UUID stays; any other becomes the same UUID every time, made of its words (RFC 9562, version 8).
 * `within`: what makes it unlike the same id elsewhere.
 */
export function publishedId(id: string, within: string): string {
  if (uuid.test(id)) return id;
  const bytes = createHash('sha256').update(namespace + JSON.stringify([within, id])).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
