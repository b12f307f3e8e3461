import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Pins } from '../skill/index.ts';

/** Four-digit numbers, kept as scrypt hashes (N 16384, r 8, p 1: some 40 ms a try), compared in constant time. */
export const pins: Pins = {
  hash: (pin) => {
    const salt = randomBytes(16).toString('base64url');
    return { salt, hash: hashOf(pin, salt).toString('base64url') };
  },
  matches: (pin, kept) => timingSafeEqual(hashOf(pin, kept.salt), Buffer.from(kept.hash, 'base64url')),
};

function hashOf(pin: string, salt: string): Buffer {
  return scryptSync(pin, salt, 32, { N: 16_384, r: 8, p: 1 });
}
