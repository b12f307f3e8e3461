import type { Instant } from '../shared/index.ts';

export const leaveReasons = ['no-longer-needed', 'moved', 'own-wish', 'died', 'other'] as const;

/** That somebody is looked after by My Care no more. */
export interface Left { readonly at: Instant; readonly why: (typeof leaveReasons)[number]; readonly by: { readonly id: string; readonly name: string } }
