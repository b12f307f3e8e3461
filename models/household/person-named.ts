import type { CircleMember } from './circle.ts';
import type { Household } from './household.ts';

/**
 * Who is meant by "Susan", "our Susan" or "my daughter". By id or name first, then by relationship.
 * Undefined when nobody fits, or when two fit equally: better to ask than to tell the wrong one.
 */
export function personNamed(household: Household, words: string): CircleMember | undefined {
  const wanted = plain(words);
  if (wanted === '') return undefined;
  const byId = household.circle.find((member) => member.id === words);
  if (byId !== undefined) return byId;
  return theOne(household.circle, (member) => plain(member.name) === wanted)
    ?? theOne(household.circle, (member) => plain(member.name).split(' ').includes(wanted))
    ?? theOne(household.circle, (member) => plain(member.relationship) === wanted)
    ?? theOne(household.circle, (member) => plain(member.relationship).split(' ').includes(wanted));
}

/** Somebody told about nothing any more gives way to another of the same name. */
function theOne(circle: readonly CircleMember[], fits: (member: CircleMember) => boolean): CircleMember | undefined {
  const fitting = circle.filter(fits);
  const told = fitting.filter((member) => member.stoppedAt === undefined);
  const candidates = told.length > 0 ? told : fitting;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll(/[’']s\b/g, '').replaceAll(/[^\p{L}\p{N} ]/gu, ' ').replaceAll(/\s+/g, ' ').trim().replace(/^(?:my|our|the|mr|mrs|miss|ms) /, '');
}
