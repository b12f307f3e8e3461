import { setPin, setPrivacy } from '../../models/household/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { unfinishedAfter } from '../everyday/aside.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { guardPrivacy, isGuarded } from './private-answers.ts';

/** "Keep my answers private." Obeyed at once; four numbers are chosen first if there are none. */
export function privacyOn(turn: Turn): Answer | Promise<Answer> {
  const { household } = turn.record;
  if (household.privacy.answers !== 'open') return tell('Your answers are private already.');
  if (household.privacy.pin === undefined) return chooseNumbers(['I can do that.']);
  return carryOut(turn, (now) => {
    const result = setPrivacy(now.record.household, 'pin');
    if (result.kind === 'refused') return { answer: chooseNumbers(['I can do that.']) };
    return {
      answer: tell('Done. From now on I’ll ask for your four numbers before I say anything private.'),
      change: { household: result.household, audit: [{ action: 'privacy-on', by: 'person', about: 'privacy' }] },
    };
  });
}

/** "Stop keeping my answers private." Only after the four numbers; without them, only through the council. */
export function privacyOff(turn: Turn): Answer | Promise<Answer> {
  const { household } = turn.record;
  if (household.privacy.answers === 'open') return tell('Your answers aren’t private just now.', 'To make them private, say: keep my answers private.');
  if (isGuarded(turn) && household.privacy.answers === 'to-phone') return tell('I can’t change that by voice.', say`The council can, on ${phone(household.council.phone)}.`);
  const guarded = guardPrivacy(turn);
  if (guarded !== undefined) return guarded;
  return carryOut(turn, (now) => {
    const result = setPrivacy(now.record.household, 'open');
    if (result.kind === 'refused') return { answer: tell('Nothing has changed.') };
    return {
      answer: tell('Done. I’ll say your answers out loud from now on.'),
      change: { household: result.household, audit: [{ action: 'privacy-off', by: 'person', about: 'privacy' }] },
    };
  });
}

/** "Change my numbers." */
export function changePin(turn: Turn): Answer | Promise<Answer> {
  const said = turn.slots['pin']?.value;
  const mustProve = turn.record.household.privacy.pin !== undefined && isGuarded(turn);
  const guarded = mustProve ? guardPrivacy(turn) : undefined;
  return guarded ?? (said === undefined ? chooseNumbers([]) : keepPin(turn, said));
}

export function replyToNewPin(turn: Turn, _pending: PendingOf<'new-pin'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it was.');
  const said = reply.kind === 'pin' ? reply.pin : reply.kind === 'amount' && reply.number !== undefined ? String(reply.number) : undefined;
  return said === undefined ? 'not-an-answer' : keepPin(turn, said);
}

function keepPin(turn: Turn, said: string): Answer | Promise<Answer> {
  if (!/^\d{4}$/.test(said)) return chooseNumbers(['I need four numbers.']);
  if (isEasy(said)) return chooseNumbers(['That one is easy to guess.']);
  const kept = turn.services.pins.hash(said);
  return carryOut(turn, (now) => {
    const withPin = setPin(now.record.household, kept);
    const result = setPrivacy(withPin, 'pin');
    return {
      answer: { ...tell('That’s kept, and your answers are private from now on.', 'I’ll never say the numbers out loud.'), pinPassed: true },
      change: { household: result.kind === 'set' ? result.household : withPin, ...unfinishedAfter(now, 'new-pin'), audit: [{ action: 'pin-chosen', by: 'person', about: 'privacy' }] },
    };
  });
}

function isEasy(pin: string): boolean {
  return /^(\d)\1{3}$/.test(pin) || '0123456789'.includes(pin) || '9876543210'.includes(pin);
}

function chooseNumbers(first: readonly string[]): Answer {
  return ask(first, 'Which four numbers would you like?', { kind: 'new-pin' }, 'Say four numbers one after another, ones you’ll remember and others won’t guess.');
}
