import type { Instant } from '../shared/index.ts';

/** That somebody of the council asks for a record to be erased; somebody else has to agree. */
export interface ErasureAsked { readonly at: Instant; readonly by: { readonly id: string; readonly name: string }; readonly why: string }
