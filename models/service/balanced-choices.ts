import type { Suggestion } from './suggestion.ts';

/** Goes three at a time; where three lack a free or a voluntary choice, the next best of that kind takes the last place. */
export function balanced(ideas: readonly Suggestion[], spare: readonly Suggestion[]): Suggestion[] {
  const waiting = distinct([...ideas, ...spare]);
  const counted = ideas.length + (spare.length > 0 ? 3 : 0);
  const chosen: Suggestion[] = [];
  while (waiting.length > 0 && chosen.length < counted) {
    const three: Suggestion[] = [];
    while (three.length < 3 && waiting.length > 0) {
      const lacking = lackingIn(three, 3 - three.length);
      const place = Math.max(0, waiting.findIndex(lacking));
      three.push(...waiting.splice(place, 1));
    }
    chosen.push(...three);
  }
  return chosen;
}

/** What the next of three must be, once there are only as many places left as kinds missing. */
function lackingIn(three: readonly Suggestion[], placesLeft: number): (idea: Suggestion) => boolean {
  const needsFree = !three.some(({ found }) => found.cost.kind === 'free');
  const needsVoluntary = !three.some(({ found }) => found.isVoluntary);
  if (placesLeft === 1 && needsFree && needsVoluntary) return ({ found }) => found.cost.kind === 'free' && found.isVoluntary;
  if (placesLeft === 1 && needsVoluntary) return ({ found }) => found.isVoluntary;
  if (placesLeft === 1 && needsFree) return ({ found }) => found.cost.kind === 'free';
  if (placesLeft === 2 && needsFree && needsVoluntary) return ({ found }) => found.cost.kind === 'free' || found.isVoluntary;
  return () => true;
}

/** Whether the person's own likes and plan give too little to choose from. */
export function isShort(ideas: readonly Suggestion[], limit: number): boolean {
  const threes = Math.ceil(limit / 3);
  const free = ideas.filter(({ found }) => found.cost.kind === 'free').length;
  const voluntary = ideas.filter(({ found }) => found.isVoluntary).length;
  return ideas.length < limit || free < threes || voluntary < threes;
}

/** Each service once, with the first reason given for it. */
export function distinct(ideas: readonly Suggestion[]): Suggestion[] {
  const seen = new Set<string>();
  return ideas.filter(({ found }) => !seen.has(found.service.id) && seen.add(found.service.id));
}
