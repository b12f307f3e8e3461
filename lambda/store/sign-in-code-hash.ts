import { createHash } from 'node:crypto';
import type { CouncilId } from '../../models/shared/index.ts';
import { plainContact } from './contact-rows.ts';

/** Where the code that was asked for with a number or an address is kept. */
export function signInCodeHash(council: CouncilId, contact: string): string {
  return createHash('sha256').update(`${council} ${plainContact(contact)}`).digest('hex');
}
