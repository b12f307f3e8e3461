import { checkPin, isLocked, type CheckPinResult, type CircleMember, type Household } from '../../models/household/index.ts';
import { leaveWord } from '../../models/message/index.ts';
import { ask, plainAnswer, tell, type Answer } from '../answer.ts';
import { fitToHear } from '../fit-to-hear.ts';
import { carryOut } from '../carry-out.ts';
import { corrected } from '../corrected.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { phone, say } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';

/** Whether private answers must wait: the person asked for that, and nobody has said the four numbers in this talk. */
export function isGuarded({ record, memory }: Turn): boolean {
  return record.household.privacy.answers !== 'open' && memory.pinPassed !== true;
}

/** Stands before anything private. Undefined when the answer may be spoken. */
export function guardPrivacy(turn: Turn): Answer | Promise<Answer> | undefined {
  if (!isGuarded(turn)) return undefined;
  const { household } = turn.record;
  const canSayPin = household.privacy.answers === 'pin' && household.privacy.pin !== undefined && !isLocked(household, turn.now);
  if (!canSayPin) return sendInstead(turn, turn.intent, turn.slots, 'That’s private, so I won’t say it out loud.');
  return ask(['That’s private.'], `Will you say your four numbers, or shall I send it to ${toWhom(turn)}?`, { kind: 'say-pin', intent: turn.intent, slots: turn.slots }, numbersHelp(turn));
}

/** The four numbers, right or wrong; or "send it". The numbers are never said back, shown or written down. */
export async function replyToSayPin(turn: Turn, pending: PendingOf<'say-pin'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return tell('Right you are. I haven’t said anything.');
  if (reply.kind === 'yes' || (reply.kind === 'choice' && reply.quality === 'send')) return sendInstead(turn, pending.intent, pending.slots, 'I won’t say it out loud.');
  if (reply.kind === 'day' || reply.kind === 'time' || reply.kind === 'meant') return withValue(turn, pending);
  const said = reply.kind === 'pin' ? reply.pin : reply.kind === 'amount' && reply.number !== undefined ? String(reply.number) : undefined;
  const { pin } = turn.record.household.privacy;
  if (said === undefined || pin === undefined) return 'not-an-answer';
  const result = checkPin(turn.record.household, turn.services.pins.matches(said, pin), turn.now);
  if (result.kind === 'locked') return sendInstead(turn, pending.intent, pending.slots, 'I can’t say it out loud just now.', result.household);
  await count(turn, result);
  if (result.kind === 'passed') return passed(turn, pending);
  return ask(
    ['Those aren’t the numbers I have.'], 'Could you say your four numbers again?', pending,
    `You can try ${result.triesLeft === 1 ? 'once' : 'twice'} more. Or say no thank you, and I’ll leave it.`,
  );
}

/** "No, I said Thursday": the private thing asked for is put right, and still waits for the numbers. */
function withValue(turn: Turn, pending: PendingOf<'say-pin'>): Answer | 'not-an-answer' {
  const slots = corrected(pending, turn.slots);
  return slots === undefined ? 'not-an-answer' : ask(['All right.'], `Will you say your four numbers, or shall I send it to ${toWhom(turn)}?`, { ...pending, slots }, numbersHelp(turn));
}

async function passed(turn: Turn, { intent, slots }: PendingOf<'say-pin'>): Promise<Answer> {
  const { preferred } = turn.record.household.name;
  const answer = await turn.dialogue.answer(asIf({ ...turn, memory: { ...turn.memory, pinPassed: true } }, intent, slots));
  return { ...answer, tell: [`Thank you, ${preferred}.`, ...answer.tell], pinPassed: true };
}

/** Keeps the count of wrong tries; a right one at the first go changes nothing and costs nothing. */
async function count(turn: Turn, { kind, household }: CheckPinResult): Promise<void> {
  if (household === turn.record.household) return;
  await carryOut(turn, () => ({ answer: tell(), change: { household, audit: [{ action: `pin-${kind}`, by: 'speaker', about: 'privacy' }] } }), '-pin');
}

/** The answer goes to the person's phone, or to the relative they named, instead of into the room. */
async function sendInstead(turn: Turn, intent: string, slots: Turn['slots'], first: string, locked?: Household): Promise<Answer> {
  const { household } = turn.record;
  const ring = say`You can ring the council on ${phone(household.council.phone)}.`;
  const relative = namedRelative(turn);
  if (relative === undefined && household.privacy.sendTo !== 'self') return locked === undefined ? tell(first, ring) : carryOut(turn, () => lockedAnswer(tell(first, ring), locked));
  const answer = await turn.dialogue.answer(asIf({ ...turn, memory: { ...turn.memory, pinPassed: true } }, intent, slots));
  const name = household.name.preferred;
  const to = relative === undefined ? { kind: 'own-phone' as const, name } : { kind: 'circle' as const, memberId: relative.id, name: relative.name };
  return carryOut(turn, (now) => ({
    answer: tell(first, relative === undefined ? 'I’ve left it for your phone.' : `I’ve left it for ${relative.name}, as you asked me to.`, ring),
    change: {
      ...(locked !== undefined && { household: locked }),
      messageBook: leaveWord(now.record.messageBook, { id: `${turn.actionId}-answer`, to, about: 'private-answer', words: plainAnswer({ tell: fitToHear(answer).tell }), leftAt: now.now }),
      audit: [{ action: 'private-answer-sent', by: 'speaker', about: relative?.id ?? 'own-phone' }],
    },
  }), '-sent');
}

const lockedAnswer = (answer: Answer, household: Household) => ({ answer, change: { household, audit: [{ action: 'pin-locked', by: 'speaker', about: 'privacy' }] } });

export function namedRelative(turn: Turn): CircleMember | undefined {
  const { circle, privacy } = turn.record.household;
  return circle.find((member) => member.id === privacy.sendTo && member.stoppedAt === undefined);
}

function toWhom(turn: Turn): string {
  const relative = namedRelative(turn);
  return relative === undefined ? 'your phone' : relative.name;
}

function numbersHelp(turn: Turn): string {
  return `Say the four numbers you chose, one after another. Or say send it, and I’ll leave it for ${toWhom(turn)}.`;
}
