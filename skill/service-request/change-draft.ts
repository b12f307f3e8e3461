import type { RequestDraft } from '../../models/service-request/index.ts';
import type { Answer } from '../answer.ts';
import type { Reply } from '../pending-question.ts';
import type { SlotBag } from '../slots.ts';
import { asIf, type Turn } from '../turn.ts';
import { goOn, onDay, slotsOf, unitsIn, wholeOrHalf } from './start-request.ts';

/**
 * Something said about a request that is on its way: another amount, day, hour or part of the day, another service or need.
 * It takes the place of what was there, and is read back again. Undefined when nothing of the kind was said.
 */
export function changeDraft(turn: Turn, draft: RequestDraft, reply: Reply): Answer | Promise<Answer> | undefined {
  switch (reply.kind) {
    case 'day': return reply.day === undefined ? partOf(turn, draft, reply) : onDay(turn, withoutHour(draft, reply), { ...reply, day: reply.day });
    case 'time': return goOn(turn, { ...draft, at: reply.time }, []);
    case 'amount': return amountOf(turn, draft, reply);
    case 'meant': return another(turn, draft, reply.slots);
    default: return undefined;
  }
}

type DayReply = Extract<Reply, { kind: 'day' }>;

function partOf(turn: Turn, draft: RequestDraft, reply: DayReply): Answer | Promise<Answer> | undefined {
  if (reply.time !== undefined) return goOn(turn, { ...draft, at: reply.time }, []);
  if (reply.partOfDay === undefined) return undefined;
  return goOn(turn, { ...withoutHour(draft, reply), partOfDay: reply.partOfDay === 'night' ? 'evening' : reply.partOfDay }, []);
}

/** A part of the day that is named now takes the place of an hour that was. */
function withoutHour({ at, ...draft }: RequestDraft, { partOfDay, time }: DayReply): RequestDraft {
  return at === undefined || partOfDay !== undefined || time !== undefined ? draft : { ...draft, at };
}

function amountOf(turn: Turn, draft: RequestDraft, reply: Extract<Reply, { kind: 'amount' }>): Answer | Promise<Answer> | undefined {
  if (!isCounted(draft)) return undefined;
  const units = unitsIn(reply, draft);
  return units === undefined ? wholeOrHalf(draft) : goOn(turn, { ...draft, units }, []);
}

const isCounted = ({ unit }: Pick<RequestDraft, 'unit'>) => unit === 'hour' || unit === 'day';

/** The cleaner, not the gardener: the same amount and day are asked of the other. */
function another(turn: Turn, { units, ...draft }: RequestDraft, { service, need }: SlotBag): Promise<Answer> | undefined {
  if (service === undefined && need === undefined) return undefined;
  return turn.dialogue.answer(asIf(turn, 'AskForServiceIntent', { ...slotsOf({ ...draft, ...(units !== undefined && isCounted(draft) && { units }) }), ...(service === undefined ? {} : { service }), ...(need === undefined ? {} : { need }) }));
}
