import { requestSettingOf } from '../../models/person-record/index.ts';
import { assessRequest, type Assessment, type RequestDraft } from '../../models/service-request/index.ts';
import type { Pence } from '../../models/shared/index.ts';
import { ask, type Answer, type Facts } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { Pending } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { capitalised, countWord, fullDayWords, moneyWords, timeOfDayWords } from '../words/index.ts';
import { askingWords, whatWords, whenWantedWords } from './speech.ts';

/** Everything in one breath, with the price and what it leaves; and kept, so that a dropped line loses nothing. */
export function readBack(turn: Turn, draft: RequestDraft, first: readonly Line[]): Promise<Answer> {
  return carryOut(turn, (now) => {
    const assessment = assessRequest(draft, requestSettingOf(now.record));
    const answer = wordsFor(now, draft, assessment, first);
    const pending: Pending | undefined = answer.ask?.pending;
    if (pending === undefined) return { answer };
    return { answer, change: { unfinished: { what: inFull(now, draft, assessment), data: pending, at: now.now }, audit: [{ action: 'request-read-back', by: 'person', about: draft.serviceId }] } };
  });
}

/** For taking it up again, with its price: "asking Green Fingers for two hours on Tuesday, for 30 pounds". */
export function askingInFull(turn: Turn, draft: RequestDraft): string {
  return inFull(turn, draft, assessRequest(draft, requestSettingOf(turn.record)));
}

function inFull({ today }: Turn, draft: RequestDraft, { costPence }: Assessment): string {
  return `${askingWords(draft, today)}${costPence === 0 ? '' : `, for ${moneyWords(costPence)}`}`;
}

function wordsFor(turn: Turn, draft: RequestDraft, assessment: Assessment, first: readonly Line[]): Answer {
  const isOnlyShort = assessment.shortPence !== undefined && assessment.reasons.every((reason) => reason === 'over-available');
  if (isOnlyShort) return notEnough(turn, draft, assessment.shortPence, first);
  if (assessment.decision === 'review') return forReview(turn, draft, assessment, first);
  const what = `${capitalised(whatWords(draft))}${whenWantedWords(draft, turn.today)}.`;
  const cost = assessment.costPence === 0 ? 'It’s free.' : `It costs ${moneyWords(assessment.costPence)} and leaves you ${moneyWords(assessment.leftAfterPence)}.`;
  return {
    ...ask([...first, what, cost], 'Shall I ask for it?', { kind: 'send-request', draft, toAdviser: false }, 'Say yes please and I’ll ask for it, or leave it and nothing is spent.'),
    focus: { serviceId: draft.serviceId }, facts: draftFacts(turn, draft, cost),
    screen: { kind: 'detail', title: draft.serviceName, lines: [what, cost], hint: 'Say: yes please, or leave it' },
  };
}

function draftFacts({ today }: Turn, draft: RequestDraft, price: string): Facts {
  return { 'in-short': price, price, who: `${capitalised(draft.serviceName)}.`, ...(draft.on !== undefined && { day: `${capitalised(fullDayWords(draft.on, today))}.` }), ...(draft.at !== undefined && { time: `${capitalised(timeOfDayWords(draft.at))}.` }) };
}

export function notEnough(turn: Turn, draft: RequestDraft, shortPence: Pence, first: readonly Line[]): Answer {
  const { adviser } = turn.record.household.council;
  return ask(
    [...first, 'There isn’t enough for that just now.', `You’re ${moneyWords(shortPence)} short.`],
    `I can ask ${adviser}, or find something that costs less. Which would you like?`, { kind: 'not-enough', draft },
    `Say ask him, and I’ll ask ${adviser}. Or say the cheaper one.`,
  );
}

function forReview(turn: Turn, draft: RequestDraft, { reasons, costPence }: Assessment, first: readonly Line[]): Answer {
  const { adviser, adviserAnswersWithinWorkingDays } = turn.record.household.council;
  const why = reasonWords(reasons[0] ?? 'outside-plan');
  const amount = draft.everyWeeks === undefined || costPence === 0
    ? `${capitalised(whatWords(draft))} ${costPence === 0 ? 'has no price I can see' : `comes to ${moneyWords(costPence)}`}, ${why}.`
    : `${capitalised(whatWords(draft))} is about ${moneyWords(costPence)} a month, ${why}.`;
  return {
    ...ask(
      [...first, amount, `${adviser} answers within ${countWord(adviserAnswersWithinWorkingDays)} working days.`],
      `Shall I ask ${adviser}?`, { kind: 'send-request', draft, toAdviser: true }, `Say yes please and I’ll ask ${adviser}. Nothing is spent until then.`,
    ),
    focus: { serviceId: draft.serviceId },
  };
}

function reasonWords(reason: Assessment['reasons'][number]): string {
  switch (reason) {
    case 'recurring': return 'more than the plan sets aside';
    case 'over-limit': return 'more than I may agree to';
    case 'over-available': return 'more than is left';
    case 'outside-plan': return 'and I can’t see it in your plan';
    case 'excluded-category': return 'and your plan says the money isn’t for that';
    case 'new-provider': return 'and the council hasn’t approved them yet';
    case 'unknown-cost': return 'and I don’t know what it costs';
  }
}
