import type { GoalLine, GoalOutcome } from './goals-in-port.ts';

/** Whether a goal is news, is there as it is, or is not taken. */
export const goalStanding: Readonly<Record<GoalOutcome, 'news' | 'there' | 'left'>> = {
  new: 'news', changed: 'news', same: 'there', 'kept-as-changed-here': 'there', 'ended-here': 'there', 'never-on': 'there', 'over-there': 'left', 'too-many': 'left', 'unknown-person': 'left', 'several-people': 'left', 'has-left': 'left', uncertain: 'left', 'changed-meanwhile': 'left',
};

const doesText: Readonly<Partial<Record<GoalOutcome, string>>> = { new: 'New', same: 'There already', 'kept-as-changed-here': 'Worded anew here since the plan last said it: stays as it is', 'ended-here': 'It ended here: stays so', 'never-on': 'Over before it was known here' };
const leftText: Readonly<Partial<Record<GoalOutcome, { readonly what: string; readonly mend: string }>>> = {
  'over-there': { what: 'The plan says that it is over', mend: 'Ask the person, and end it on its own page with how it ended' }, 'too-many': { what: 'There are 12 goals already', mend: 'End one first, then send the file once more' }, 'unknown-person': { what: 'Nobody here has that number', mend: 'Give the Patient the council’s number as an identifier' },
  'several-people': { what: 'More than one person has that number', mend: 'Put the council’s numbers right first' }, 'has-left': { what: 'They have left', mend: 'Nothing is taken' }, uncertain: { what: 'It is not certain that this was kept', mend: 'Bring it in once more: the same again changes nothing' },
  'changed-meanwhile': { what: 'Their record kept changing', mend: 'Bring it in once more' },
};

/** What becomes of a goal that is taken, or is there. */
export function goalDoesText({ outcome, was }: GoalLine): string {
  if (outcome === 'changed') return was === undefined ? 'Another day to look at it again' : `Other words. Before: “${was}”`;
  return doesText[outcome] ?? '';
}

/** Why a goal is not taken, and how to mend it. */
export function goalLeftText(outcome: GoalOutcome): { readonly what: string; readonly mend: string } {
  return leftText[outcome] ?? { what: '', mend: '' };
}
