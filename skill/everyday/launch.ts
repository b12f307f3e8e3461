import { isComing, nextVisit } from '../../models/care-visit/index.ts';
import { waitingMessages } from '../../models/message/index.ts';
import { daysBetween } from '../../models/shared/index.ts';
import { ask, type Answer } from '../answer.ts';
import { askWaiting, waitingAlert } from '../alert/waiting-alert.ts';
import { comesWords } from '../care-visit/speech.ts';
import { isGuarded } from '../household/private-answers.ts';
import { takeUpAgain } from './resume.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { capitalised, countWord, listWords } from '../words/index.ts';

/** "Open my care": a greeting, the next thing that matters, and one offer. */
export async function launch(turn: Turn): Promise<Answer> {
  const { preferred } = turn.record.household.name;
  const greeting = `${goodPartOfDay(turn.time)}, ${preferred}.`;
  const alert = waitingAlert(turn);
  // A routine's question was agreed to be asked aloud; other news of somebody who keeps their answers private waits for their numbers.
  if (alert !== undefined && (alert.kind === 'check-in' || alert.kind === 'routine-consent' || !isGuarded(turn))) return { ...askWaiting(turn, alert, [greeting]), isGreeted: true };
  if (isGuarded(turn)) return ask([greeting], 'What would you like to know?', { kind: 'anything-else' }, usualHelp);
  const unfinished = await takeUpAgain(turn);
  if (unfinished !== undefined) return { ...unfinished, tell: [`Hello ${preferred}.`, ...unfinished.tell] };
  const waiting = waitingMessages(turn.record.messageBook);
  const next = nextToday(turn);
  if (waiting.length === 0) {
    return { ...ask([greeting, ...(next === undefined ? [] : [`${next}.`])], 'What would you like to know?', { kind: 'anything-else' }, usualHelp), isGreeted: true };
  }
  const messages = `there ${waiting.length === 1 ? 'is one message' : `are ${countWord(waiting.length)} messages`}`;
  const facts: Line = next === undefined ? `${capitalised(messages)}.` : `${next}, and ${messages}.`;
  const offer = ask(
    [greeting, facts],
    waiting.length === 1 ? 'Would you like the message?' : 'Would you like the first one?',
    { kind: 'hear-message', messageId: waiting[0]?.id ?? '' },
    `It’s from ${listWords([...new Set(waiting.map((message) => message.fromName))])}. Say yes please to hear it, or no thank you to leave it.`,
  );
  return { ...offer, isGreeted: true };
}

export const usualHelp = 'You can ask who’s coming, how much is left of your budget, or for help with the garden.';

function nextToday(turn: Turn): string | undefined {
  const visit = nextVisit(turn.record.visitBook, turn.now, turn.zone);
  if (visit === undefined || !isComing(visit) || daysBetween(turn.today, visit.on) > 0) return undefined;
  return comesWords(turn.record.visitBook, visit, turn.today);
}

function goodPartOfDay(time: string): string {
  if (time < '12:00') return 'Good morning';
  return time < '17:30' ? 'Good afternoon' : 'Good evening';
}
