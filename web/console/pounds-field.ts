import { pence, type Pence } from '../../models/shared/index.ts';

/** A sum in pounds as typed: "160", "£12.50", "1,200"; undefined for anything else, or above a million. */
export function poundsIn(typed: string): Pence | undefined {
  const plain = typed.replaceAll(/[£,\s]/g, '');
  return /^\d{1,6}(?:\.\d{1,2})?$/.test(plain) ? pence(Math.round(Number(plain) * 100)) : undefined;
}

/** The same, above nothing: what is paid or moved. */
export function sumIn(typed: string): Pence | undefined {
  const sum = poundsIn(typed);
  return sum === 0 ? undefined : sum;
}

/** As it is put back into a field: "160", "12.50". */
export function poundsTyped(amount: Pence): string {
  return amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2);
}
