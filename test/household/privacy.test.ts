// Promise: private answers are given as the person chose, and nobody can try numbers until one fits.
import { describe, expect, test } from '@jest/globals';
import { checkPin, isLocked, setPin, setPrivacy, type CheckPinResult, type Household } from '../../models/household/index.ts';
import { instant } from '../../models/shared/index.ts';
import { margaret } from './margarets-household.ts';

const noon = instant(1_796_126_400_000);
const later = (minutes: number) => instant(noon + minutes * 60_000);
const withPin = setPin(margaret, { salt: 'salt', hash: 'hash' });

function tries(household: Household, ...outcomes: readonly boolean[]): CheckPinResult[] {
  let kept = household;
  return outcomes.map((ok, minute) => {
    const result = checkPin(kept, ok, later(minute));
    kept = result.household;
    return result;
  });
}

describe('Four numbers', () => {
  test('the right ones pass and change nothing', () => {
    expect(checkPin(withPin, true, noon)).toEqual({ kind: 'passed', household: withPin });
  });

  test('three wrong in a row lock for thirty minutes', () => {
    const results = tries(withPin, false, false, false, true);
    expect(results.map((each) => each.kind)).toEqual(['wrong', 'wrong', 'locked', 'locked']);
    expect(results.map((each) => (each.kind === 'wrong' ? each.triesLeft : undefined))).toEqual([2, 1, undefined, undefined]);
    const locked = results[3]?.household as Household;
    expect([isLocked(locked, later(31)), isLocked(locked, later(32))]).toEqual([true, false]);
  });

  test('after the lock there are three tries again', () => {
    const locked = tries(withPin, false, false, false)[2]?.household as Household;
    expect(checkPin(locked, false, later(40))).toMatchObject({ kind: 'wrong', triesLeft: 2 });
    const passed = checkPin(locked, true, later(40));
    expect(passed).toEqual({ kind: 'passed', household: withPin });
  });

  test('the right ones between wrong ones start the count again', () => {
    expect(tries(withPin, false, false, true, false, false).map((each) => each.kind)).toEqual(['wrong', 'wrong', 'passed', 'wrong', 'wrong']);
  });

  test('new numbers lift a lock', () => {
    const locked = tries(withPin, false, false, false)[2]?.household as Household;
    const renewed = setPin(locked, { salt: 'new', hash: 'new' });
    expect([isLocked(renewed, later(3)), renewed.privacy]).toEqual([false, { answers: 'open', wrongTries: 0, pin: { salt: 'new', hash: 'new' } }]);
  });
});

describe('How private answers are given', () => {
  test('numbers must be chosen before they can be asked for', () => {
    expect(setPrivacy(margaret, 'pin')).toEqual({ kind: 'refused', reason: 'no-pin' });
    expect(setPrivacy(withPin, 'pin')).toMatchObject({ kind: 'set', household: { privacy: { answers: 'pin' } } });
  });

  test('answers can go to the phone of somebody named', () => {
    expect(setPrivacy(margaret, 'to-phone', 'susan')).toMatchObject({ kind: 'set', household: { privacy: { answers: 'to-phone', sendTo: 'susan' } } });
  });

  test('going back to open keeps the numbers for next time', () => {
    expect(setPrivacy(withPin, 'open')).toEqual({ kind: 'set', household: withPin });
  });
});
