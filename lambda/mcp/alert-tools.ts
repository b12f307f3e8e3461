import * as z from 'zod';
import { mayDo, type Action } from '../../models/access/index.ts';
import { alertIdFrom, alertKinds, answerWords, isOpen, type Alert } from '../../models/alert/index.ts';
import { instant, localDate, localTime } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import { agoWords, countWord } from '../../skill/words/index.ts';
import { answererOf } from '../alerts/answerer-of.ts';
import { refused, tool, type Called } from './tool.ts';

const dayMs = 86_400_000;
const daysLookedBack = 7;

export const openAlertsTool = tool({
  name: 'open_alerts', title: 'Open alerts', deed: 'alerts', isPrivate: true, input: z.strictObject({}),
  about: 'What somebody should know and nobody has answered yet, the newest first, each with the answers it takes.',
  run: async (called) => {
    const { record, now, zone } = called;
    const alerts = (await openOf(called)).map((alert) => ({ alert, wording: wordingFor(called, alert), at: alert.firstToldAt ?? alert.plannedFor }));
    return {
      words: alerts.length === 0 ? `There is nothing open for ${record.household.name.preferred}.` : [`${countWord(alerts.length)} open:`, ...alerts.map(({ wording, at }) => `${wording.spoken} Told ${agoWords(localDate(at, zone), localTime(at, zone), localDate(now, zone))}.`)].join(' '),
      facts: { alerts: alerts.map(({ alert, wording, at }) => ({ alert_id: alert.id, title: wording.title, words: wording.spoken, is_urgent: alert.urgency === 'urgent', needs_answer: alertKinds[alert.kind].needsAnswer, told_at: new Date(at).toISOString(), answers: wording.answers.map(({ word, label }) => ({ word, label })) })) },
    };
  },
});

export const answerAlertTool = tool({
  name: 'answer_alert', title: 'Answer an alert', deed: 'answer', changes: true,
  about: 'Answers an open alert with one of the answers it takes, for whoever made the key. It closes the alert for everybody: only ever what they said themselves.',
  input: z.strictObject({ alert_id: z.string().min(1).max(200), word: z.enum(answerWords) }),
  run: async (called, { alert_id: alertId, word }) => {
    const { services, key, record, now } = called;
    const by = answererOf(key.identity, record);
    const alert = (await openOf(called)).find(({ id }) => id === alertId);
    const missing = refused('no-such-alert', 'There is no such alert open. Look again with open_alerts.');
    if (by === undefined || alert === undefined) return missing;
    const answers = wordingFor(called, alert).answers;
    if (!answers.some((each) => each.word === word)) return refused('not-an-answer', `This takes ${answers.map((each) => `“${each.word}”`).join(' or ')}.`);
    const result = await services.alerts.answer({ councilId: record.councilId, personId: record.personId, alertId }, { by, word, at: now, through: 'assistant' });
    switch (result.kind) {
      case 'answered': return { words: 'That is answered. Everybody who was told falls quiet.', facts: { status: 'answered' } };
      case 'already-over': return { words: 'That was over already.', facts: { status: 'already-over' } };
      case 'refused': return missing;
      case 'unknown': return refused('uncertain', 'It is not certain that this went through. Answer once more: it counts once.');
    }
  },
});

/** What somebody may know of decides which they hear of. */
const actionOf: Readonly<Record<string, Action>> = { visits: 'see-visits', money: 'see-money', requests: 'see-requests' };

async function openOf({ services, key: { identity }, record, now }: Called): Promise<readonly Alert[]> {
  const { councilId, personId, household } = record;
  const all = await services.alerts.list(councilId, personId, alertIdFrom(instant(now - daysLookedBack * dayMs)), alertIdFrom(instant(now + dayMs)));
  return all.filter((alert) => isOpen(alert) && (alert.firstToldAt !== undefined || alert.state !== 'planned') && mayDo(identity, actionOf[alertKinds[alert.kind].topic] ?? 'see-routines', { councilId, household })).toReversed();
}

/** The person’s own four numbers, where they are wanted, were said before this. */
function wordingFor({ key: { identity }, record, now }: Called, alert: Alert): ReturnType<typeof wordingOf> {
  const { household, visitBook, jobBook } = record;
  const about = { visitBook, jobBook, household: { ...household, privacy: { ...household.privacy, answers: 'open' as const } } };
  const to = identity.kind === 'person' ? { kind: 'person' as const } : { kind: 'desk' as const };
  return wordingOf(alert, about, to, now, false);
}
