import { subtract, type Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';

/** What is left to use: paid in, less paid out, less what is set aside, less what is kept back. Below zero when a correction has made it so. */
export function leftPence({ figures }: Pick<Budget, 'figures'>): Pence {
  const balancePence = subtract(figures.paidInPence, figures.paidOutPence);
  return subtract(subtract(balancePence, figures.setAsidePence), figures.keptBackPence);
}
