import { answerAlert, emptyBoard, isOpen, keepBoard, newAlert, nextStep, takeStep, withdraw, writeOutcome, type Alert, type AlertBoard, type Answer, type Occurrence, type Recipient } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { leaseMs, type CouncilToTell, type EngineParts } from '../alerts/engine-parts.ts';
import { moveOn } from '../alerts/move-on.ts';
import { situationOf } from '../alerts/situation-of.ts';
import type { PersonToTell } from '../store/alert-store.ts';

/** One message of the past, or of what would have been. */
interface Told { readonly at: Instant; readonly to: Recipient['kind'] }
/** One alert that went, or would have gone. */
export interface Gone { readonly id: string; readonly kind: Alert['kind']; readonly at: Instant; readonly told: readonly Told[] }

interface Needs {
  /** The person as they were at that moment, as far as an alert looks at them. */
  readonly personAt: (at: Instant, alert: Alert) => PersonToTell;
  readonly council: CouncilToTell;
  readonly knows: EngineParts['knows'];
  /** The alerts that went in truth: their answers are taken over, and those of other kinds count as interruptions. */
  readonly kept: readonly Alert[];
  readonly from: Instant;
  readonly until: Instant;
}

const mostSteps = 4_000;
/** Counted no further: what nobody answers for so long is the same thing told again. */
const mostRungs = 40;
const deskAnswersAfterMs = 10 * 60_000;

/**
 * What would have gone, step by step by the engine's own decisions, as if every message got through. An alert that went in truth is answered as
 * long after its first telling as it was then; one that did not is answered by the desk, ten minutes after the desk has it.
 */
export function replay(occurrences: readonly Occurrence[], kinds: readonly Alert['kind'][], { personAt, council, knows, kept, from, until }: Needs): readonly Gone[] {
  const waiting = [...occurrences].sort((one, other) => one.at - other.at);
  const others = kept.filter(({ kind, firstToldAt }) => !kinds.includes(kind) && firstToldAt !== undefined).sort((one, other) => (one.firstToldAt ?? 0) - (other.firstToldAt ?? 0));
  const real = new Map(kept.map((alert) => [alert.id, alert]));
  const open = new Map<string, { alert: Alert; readonly occurrence: Occurrence; answer: Answer | undefined }>();
  const seen = new Set<string>();
  const gone = new Map<string, { readonly kind: Alert['kind']; readonly told: Told[] }>();
  let board: AlertBoard = emptyBoard;

  const put = (id: string, was: Alert, after: Alert, at: Instant) => {
    board = keepBoard(board, was, after, at, council.zone);
    const entry = open.get(id);
    if (!isOpen(after) || after.rungsClimbed >= mostRungs) open.delete(id);
    else if (entry !== undefined) entry.alert = after;
  };
  const look = (id: string, at: Instant) => {
    const entry = open.get(id);
    if (entry === undefined) return;
    const { alert, occurrence } = entry;
    const person = personAt(at, alert);
    const found = { ...situationOf(alert, person, council, knows, at), board };
    const situation = occurrence.isOfFacts ? found : { ...found, isStillTrue: occurrence.untrueFrom === undefined || at < occurrence.untrueFrom };
    const step = nextStep(alert, situation);
    const claimed = takeStep(alert, step, at, { leaseMs, ladder: situation.rule.ladder });
    if (step.do !== 'tell') return put(id, alert, claimed, at);
    const sent = claimed.attempts.filter(({ state }) => state === 'sending').reduce((each, attempt) => writeOutcome(each, { attemptId: attempt.id, fence: attempt.fence }, { kind: 'accepted' }, at), claimed);
    const told = gone.get(id) ?? { kind: alert.kind, told: [] };
    told.told.push(...step.sends.map(({ to }) => ({ at, to: to.kind })));
    gone.set(id, told);
    entry.answer ??= answerFor(sent, real.get(id), at);
    put(id, alert, moveOn(sent, situation), at);
  };

  for (let steps = 0; steps < mostSteps; steps += 1) {
    const next = [...open.values()].reduce<{ at: number; id: string; answer?: Answer } | undefined>((soonest, { alert, answer }) => {
      const at = Math.min(answer?.at ?? Infinity, alert.nextAt ?? Infinity);
      return soonest === undefined || at < soonest.at ? { at, id: alert.id, ...(answer !== undefined && answer.at <= (alert.nextAt ?? Infinity) && { answer }) } : soonest;
    }, undefined);
    const [comes, other] = [waiting[0], others[0]];
    const at = Math.min(next?.at ?? Infinity, comes?.at ?? Infinity, other?.firstToldAt ?? Infinity) as Instant;
    if (at >= until) break;
    if (other?.firstToldAt === at) {
      others.shift();
      board = keepBoard(board, undefined, other, at, council.zone);
    } else if (comes?.at === at) {
      waiting.shift();
      const alert = newAlert(comes.planned);
      // The same thing planned twice is one alert.
      if (seen.has(alert.id)) continue;
      seen.add(alert.id);
      // Newer news of the same visit takes the place of the older.
      for (const { alert: older } of [...open.values()]) if (older.kind === 'visit-late' && older.facts['visitId'] === alert.facts['visitId']) put(older.id, older, withdraw(older, at), at);
      open.set(alert.id, { alert, occurrence: comes, answer: undefined });
    } else if (next?.answer !== undefined) {
      const alert = open.get(next.id)?.alert;
      const answered = alert === undefined ? undefined : answerAlert(alert, next.answer);
      if (alert !== undefined && answered?.kind === 'answered') put(next.id, alert, answered.alert, at);
      else open.delete(next.id);
    } else if (next !== undefined) look(next.id, at);
  }
  return [...gone].map(([id, { kind, told }]): Gone => ({ id, kind, at: told[0]?.at ?? from, told })).filter(({ at }) => at >= from);
}

/** When it is answered, once that is known: as it was in truth, or by the desk. */
function answerFor(alert: Alert, real: Alert | undefined, at: Instant): Answer | undefined {
  if (real?.firstToldAt !== undefined) return real.answer === undefined ? undefined : { ...real.answer, by: { kind: 'desk' }, at: ((alert.firstToldAt ?? at) + Math.max(0, real.answer.at - real.firstToldAt)) as Instant };
  return alert.attempts.some(({ to }) => to.kind === 'desk') ? { by: { kind: 'desk' }, word: 'ok', at: (at + deskAnswersAfterMs) as Instant, through: 'console' } : undefined;
}

/** What of the kept alerts of these kinds went between two moments. */
export function wentOf(kept: readonly Alert[], kinds: readonly Alert['kind'][], from: Instant, until: Instant): readonly Gone[] {
  return kept.filter(({ kind, firstToldAt }) => kinds.includes(kind) && firstToldAt !== undefined && firstToldAt >= from && firstToldAt < until)
    .map(({ id, kind, firstToldAt, attempts }): Gone => ({ id, kind, at: firstToldAt ?? from, told: attempts.filter(({ startedAt, state }) => startedAt < until && state !== 'failed').map(({ startedAt, to }) => ({ at: startedAt, to: to.kind })) }));
}
