import type { Household } from '../../models/household/index.ts';
import { lookedAt } from './looked-at.ts';
import { upperFirst } from './words.ts';

/** Who it was, for whoever reads who looked: staff and family by their sign-in, never by a name that is kept. */
export function whoText(by: string, { name, circle }: Household): string {
  const [kind = '', id = ''] = by.split(':');
  switch (kind) {
    case 'person': return name.preferred;
    case 'staff': return `Council staff, ${id}`;
    case 'carer': return `Family or friend, ${circle.find((member) => member.id === id)?.name ?? id}`;
    case 'unit': return 'Managers of the property';
    case 'worker': return `Care worker, ${id}`;
    default: return upperFirst(by.replaceAll('-', ' '));
  }
}

/** What was done: "Looked at the budget", "Changed the routines", "Request read back". */
export function deedText(action: string): string {
  const [how, what] = action.split(':');
  if (what === undefined) return upperFirst(action.replaceAll('-', ' '));
  return `${how === 'look' ? 'Looked at' : 'Changed'} ${lookedAt[what] ?? what.replaceAll('-', ' ')}`;
}
