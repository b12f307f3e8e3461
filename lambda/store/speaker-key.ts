import { createHash } from 'node:crypto';
import type { SpeakerKey } from '../../models/household/index.ts';

/** Our name for a speaker: the SHA-256 of Amazon's id, in hexadecimal. */
export function speakerKeyOf(alexaId: string): SpeakerKey {
  return sha256(alexaId) as SpeakerKey;
}

/** What is kept of a link code. A code is good once and for a day: the hash keeps it out of logs, copies and sight. */
export function codeHashOf(code: string): string {
  return sha256(`link-code ${code}`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
