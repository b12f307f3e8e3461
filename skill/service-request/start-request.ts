import type { FoundService } from '../../models/service/index.ts';
import { canBeAskedFor, dayFault, draftRequest, missingFrom, mostUnits, type RequestDraft } from '../../models/service-request/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { Reply, Wish } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import { guardPrivacy } from '../household/private-answers.ts';
import type { SlotBag } from '../slots.ts';
import { asIf, type Turn } from '../turn.ts';
import { directoryOf, foundAll } from '../service/services-near.ts';
import { whenOnWords } from '../service/speech.ts';
import { readBack } from './read-back.ts';

/** Begins asking for a service: how many, and when, one question at a time, until it can be read back whole. */
export function startRequest(turn: Turn, found: FoundService, wish: Wish, first: readonly Line[]): Answer | Promise<Answer> {
  const asAsked = asIf(turn, 'AskForServiceIntent', { service: { value: found.name, id: found.service.id }, ...slotsOf(wish) });
  return guardPrivacy(asAsked) ?? goOn(turn, draftRequest(found, wish, turn.today), first);
}

/** The wish as it would have been said, so that it can be taken up again once the four numbers are. */
export function slotsOf({ units, on, at, partOfDay, everyWeeks }: Wish): SlotBag {
  return {
    ...(units !== undefined && { number: { value: String(units) } }), ...(on && { day: { value: on } }), ...(at && { time: { value: at } }),
    ...(partOfDay && { partOfDay: { value: partOfDay, id: partOfDay } }),
    ...(everyWeeks && { frequency: { value: 'regularly', id: { 1: 'weekly', 2: 'fortnightly', 4: 'four-weekly' }[everyWeeks] } }),
  };
}

/** Asks for the first thing still missing; with nothing missing, reads it all back. */
export function goOn(turn: Turn, draft: RequestDraft, first: readonly Line[]): Answer | Promise<Answer> {
  const focus = { serviceId: draft.serviceId };
  const missing = missingFrom(draft);
  if (missing === 'units') {
    return { ...ask(first, draft.unit === 'day' ? 'How many days would you like?' : 'How many hours would you like?', { kind: 'how-many', draft }, `Say a number, like two. Or say leave it.`), focus };
  }
  if (missing === 'day') {
    return { ...ask(first, first.length === 0 ? 'And which day?' : 'Which day would you like?', { kind: 'which-day', draft }, 'You could say: next Tuesday morning. Or say leave it.'), focus };
  }
  return readBack(turn, draft, first);
}

/** Hours or days that can be asked for; undefined for what cannot. */
export function unitsIn({ number, minutes }: Extract<Reply, { kind: 'amount' }>, draft: RequestDraft): number | undefined {
  const units = minutes === undefined ? number : draft.unit === 'hour' ? minutes / 60 : number;
  return units === undefined || !canBeAskedFor(units) ? undefined : units;
}

export function wholeOrHalf(draft: RequestDraft): Answer {
  return ask([`I can ask for whole or half ${draft.unit}s, up to ${mostUnits}.`], 'How many would you like?', { kind: 'how-many', draft }, 'Say a number, like two.');
}

/** The day that was asked for, if it has not gone by and the service is there on such a day. */
export async function onDay(turn: Turn, draft: RequestDraft, { day, partOfDay, time }: Extract<Reply, { kind: 'day' }> & { readonly day: LocalDate }): Promise<Answer> {
  const again = (why: string) => ask([why], 'Which day would you like?', { kind: 'which-day', draft }, 'You could say: next Tuesday morning. Or say leave it.');
  const [found] = foundAll(turn, await directoryOf(turn), [draft.serviceId]);
  const fault = dayFault({ usualTimes: found?.usualTimes ?? [] }, day, turn.today);
  if (fault === 'gone-by') return again('That day has gone by.');
  if (fault === 'not-that-day') return again(`${draft.serviceName} is${whenOnWords(found?.usualTimes ?? [])}.`);
  return goOn(turn, { ...draft, on: day, ...(partOfDay && { partOfDay: dayPart(partOfDay) }), ...(time && { at: time }) }, []);
}

export function leftIt(): Answer {
  return tell('I’ve left it. Nothing was asked for.');
}

function dayPart(part: NonNullable<Wish['partOfDay']> | 'night'): NonNullable<Wish['partOfDay']> {
  return part === 'night' ? 'evening' : part;
}
