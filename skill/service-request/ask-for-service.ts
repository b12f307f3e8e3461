import { categoryNamed, type FoundService } from '../../models/service/index.ts';
import { ask, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { Wish } from '../pending-question.ts';
import { countIn, dayIn, durationMinutesIn, partOfDayIn, timeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { findService, servicesFor } from '../service/find-service.ts';
import { serviceNamed } from '../service/service-detail.ts';
import { directoryOf, foundAll } from '../service/services-near.ts';
import { startRequest } from './start-request.ts';

/** "Book two hours of gardening next Tuesday." "I want a cleaner every week." What was said already is not asked again. */
export async function askForService(turn: Turn): Promise<Answer> {
  const { service, need } = turn.slots;
  const wish = wishIn(turn);
  if (service !== undefined) {
    const named = await serviceNamed(turn, service);
    if (named !== undefined) return startRequest(turn, named, wish, []);
  }
  if (need === undefined) return inFocus(turn, wish);
  const found = await servicesFor(turn, { value: need.value, ...(need.id !== undefined && { id: need.id }) });
  const usual = wish.everyWeeks === undefined ? undefined : usualChoice(found, need);
  return usual === undefined ? findService(turn, wish) : startRequest(turn, usual, wish, []);
}

async function inFocus(turn: Turn, wish: Wish): Promise<Answer> {
  const { focus } = turn.memory;
  const [found] = foundAll(turn, await directoryOf(turn), focus?.serviceId === undefined ? [] : [focus.serviceId]);
  if (found !== undefined) return startRequest(turn, found, wish, []);
  return ask([], 'What would you like help with?', { kind: 'what-do-you-need' }, 'You could say: the garden, cleaning, or a lift.');
}

/** For something regular, the council's own approved choice with a price is put forward; the rest can still be asked about. */
function usualChoice(found: readonly FoundService[], need: { value: string; id?: string }): FoundService | undefined {
  const category = need.id ?? categoryNamed(need.value);
  return found.find((each) => each.isApproved && each.cost.kind === 'priced' && (category === undefined || each.category === category));
}

const everyWeeks: Readonly<Record<string, 1 | 2 | 4>> = { weekly: 1, fortnightly: 2, 'four-weekly': 4, monthly: 4 };

function wishIn({ slots, today }: Turn): Wish {
  const minutes = durationMinutesIn(slots['duration']?.value);
  const units = minutes === undefined ? countIn(slots['number']?.value) : minutes / 60;
  const on = dayIn(slots['day']?.value, today);
  const at = timeIn(slots['time']?.value);
  const part = partOfDayIn(slots);
  const every = ownEntry(everyWeeks, slots['frequency']?.id);
  return {
    ...(units !== undefined && Number.isInteger(units * 2) && { units }), ...(on !== undefined && on >= today && { on }), ...(at && { at }),
    ...(part !== undefined && { partOfDay: part === 'night' ? 'evening' : part }), ...(every !== undefined && { everyWeeks: every }),
  };
}
