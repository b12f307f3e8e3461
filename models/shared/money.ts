declare const penceBrand: unique symbol;

/** A whole number of pence. Never a fraction: money is counted, not measured. */
export type Pence = number & { readonly [penceBrand]: true };

/** Takes a whole number of pence; refuses fractions, NaN and anything too large to be exact. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of pence: ${amount}`);
  return (amount === 0 ? 0 : amount) as Pence;
}

/** Whole pounds and pence, as in `pounds(15, 50)`. */
export function pounds(whole: number, andPence = 0): Pence {
  return pence(whole * 100 + andPence);
}

export const noMoney = pence(0);

/** All of them together; of none, nothing. */
export function add(...amounts: readonly Pence[]): Pence {
  return pence(amounts.reduce((total: number, each) => total + each, 0));
}

/** What is over after taking an amount away; below zero when it was more than there was. */
export function subtract(from: Pence, amount: Pence): Pence {
  return pence(from - amount);
}

/** As much the other way: what comes in as what goes out. */
export function negated(amount: Pence): Pence {
  return subtract(noMoney, amount);
}

/** The amount, this many times over. `times` must be a whole number, or halves that come out at whole pence. */
export function multiply(amount: Pence, times: number): Pence {
  return pence(amount * times);
}
