import type { Due, DueItem } from '../../models/alert/index.ts';
import type { EngineParts } from './engine-parts.ts';
import { lookAtAlert } from './look-at-alert.ts';
import { lookAtPlan } from './look-at-plan.ts';

/** What is done about what is due, other than alerts and plans. Each takes its item out of the index, or puts it further on. */
export interface Looks {
  readonly device: (item: DueItem & { readonly due: Extract<Due, { kind: 'device' }> }) => Promise<void>;
  readonly requestExpiry: (item: DueItem & { readonly due: Extract<Due, { kind: 'request-expiry' }> }) => Promise<void>;
  readonly figures: (item: DueItem & { readonly due: Extract<Due, { kind: 'figures' }> }) => Promise<void>;
}

/** Looks at one thing that is due. */
export function lookAt(item: DueItem, parts: EngineParts, looks: Looks): Promise<void> {
  const { due } = item;
  switch (due.kind) {
    case 'alert': return lookAtAlert({ ...item, due }, parts);
    case 'plan': return lookAtPlan({ ...item, due }, parts);
    case 'device': return looks.device({ ...item, due });
    case 'request-expiry': return looks.requestExpiry({ ...item, due });
    case 'figures': return looks.figures({ ...item, due });
  }
}
