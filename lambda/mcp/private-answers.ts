import { checkPin, isLocked } from '../../models/household/index.ts';
import { countWord } from '../../skill/words/index.ts';
import { pins } from '../pins.ts';
import { refused, type Called, type Told } from './tool.ts';

const tries = 8;

/** Whether this assistant’s person keeps private answers back until their four numbers are said. Others were let in by name, and see what the table of access gives them. */
export function isGuarded({ key, record }: Pick<Called, 'key' | 'record'>): boolean {
  return key.identity.kind === 'person' && record.household.privacy.answers !== 'open';
}

/** Stands before anything private, as the voice does: undefined when it may be told. Wrong numbers count with those said to a speaker; three lock both for half an hour. */
export async function guardPrivacy(called: Called, pin: string | undefined): Promise<Told | undefined> {
  if (!isGuarded(called)) return undefined;
  let { record } = called;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const told = await checked({ ...called, record }, pin);
    if (told !== 'changed-meanwhile') return told;
    record = await called.services.records.byPerson(record.councilId, record.personId) ?? record;
  }
  return refused('busy', 'My Care could not check the numbers just now. Try again in a moment.');
}

async function checked({ services, record, now, newId }: Called, said: string | undefined): Promise<Told | 'changed-meanwhile' | undefined> {
  const { household } = record;
  const { answers, pin } = household.privacy;
  const ring = `Ring the council on ${household.council.phone}, or sign in to My Care.`;
  if (answers !== 'pin' || pin === undefined) return refused('private', `That is private: ${household.name.preferred} chose that it is never said to an assistant. ${ring}`);
  if (isLocked(household, now)) return refused('locked', `Too many wrong numbers were said, so this is locked for half an hour. ${ring}`);
  if (said === undefined) return refused('needs-pin', 'That is private. Ask for the four numbers, and call this again with them as pin.');
  const result = checkPin(household, pins.matches(said, pin), now);
  if (result.household !== household) {
    const saved = await services.records.save(record, { household: result.household, idempotencyKey: `assistant-pin-${newId()}`, at: now, audit: [{ action: `pin-${result.kind}`, by: 'assistant', about: 'privacy' }] });
    if (saved.kind === 'changed-meanwhile') return saved.kind;
    if (saved.kind === 'unknown') return refused('busy', 'My Care could not check the numbers just now. Try again in a moment.');
  }
  switch (result.kind) {
    case 'passed': return undefined;
    case 'wrong': return refused('wrong-pin', `Those are not the four numbers. There ${result.triesLeft === 1 ? 'is one try' : `are ${countWord(result.triesLeft)} tries`} left.`);
    case 'locked': return refused('locked', `Too many wrong numbers were said, so this is locked for half an hour. ${ring}`);
  }
}
