import type { Budget, BudgetProposal } from '../../models/budget/index.ts';
import { lookAtMoneyLine, type MoneyBefore, type MoneyLine, type MoneyLook } from '../../models/money-in/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { localDate, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import type { MoneyOutcome, MoneySent } from '../../web/console/money-in-port.ts';
import type { Services } from '../services.ts';

interface Needs {
  readonly services: Pick<Services, 'records' | 'clock' | 'config'>;
  readonly council: CouncilId;
  readonly personId: PersonId;
  readonly sent: MoneySent;
  /** Otherwise it is only looked at. */
  readonly isForGood: boolean;
  readonly waiting: readonly BudgetProposal[];
}

const mostTries = 3;

/** What one person's lines would do one after another, or did: each in a change of its own, as if somebody had done it by hand. */
export async function moneyOfPerson(lines: readonly MoneyLine[], needs: Needs): Promise<readonly MoneyOutcome[]> {
  const { services: { records }, council, personId, waiting } = needs;
  let record = await records.byPerson(council, personId);
  if (record === undefined) return lines.map(() => ({ kind: 'unknown-person' }));
  const before: MoneyBefore[] = [
    ...(await records.entries(council, personId)).map(({ id, amountPence }) => ({ id, amountPence, isWaiting: false })), ...waiting.map(({ id, amountPence }) => ({ id, amountPence, isWaiting: true })),
  ];
  let budget = record.budget;
  const outcomes: MoneyOutcome[] = [];
  for (const line of lines) {
    const one: { readonly outcome: MoneyOutcome; readonly look: MoneyLook; readonly budget: Budget | undefined; readonly record: PersonRecord } = needs.isForGood ? await keep(line, record, before, needs) : lookedAt(line, record, budget, before, needs);
    ({ budget, record } = one);
    if (one.look.kind === 'deed' && (one.outcome.kind === 'posts' || one.outcome.kind === 'waits')) before.push({ id: one.look.id, amountPence: one.look.amountPence, isWaiting: one.outcome.kind === 'waits' });
    outcomes.push(one.outcome);
  }
  return outcomes;
}

function lookedAt(line: MoneyLine, record: PersonRecord, budget: Budget | undefined, before: readonly MoneyBefore[], { services: { clock, config }, sent: { source, by } }: Needs) {
  const now = clock();
  const days = new Map(record.requestBook.requests.flatMap(({ id, startsOn, on }) => { const day = startsOn ?? on; return day === undefined ? [] : [[id, day] as const]; }));
  const look = lookAtMoneyLine(line, { budget, before, days, source, by, now, today: localDate(now, record.household.timeZone), twoAgreeAbovePence: config.twoAgreeAbovePence });
  return { look, record, outcome: outcomeOf(look, budget), budget: look.kind === 'deed' && look.result.kind === 'posted' ? look.result.budget : budget };
}

async function keep(line: MoneyLine, first: PersonRecord, before: readonly MoneyBefore[], needs: Needs): Promise<ReturnType<typeof lookedAt>> {
  const { services: { records, clock }, council, personId, sent: { actor } } = needs;
  let record = first;
  for (let tries = 1; ; tries += 1) {
    const { look, outcome } = lookedAt(line, record, record.budget, before, needs);
    if (look.kind !== 'deed') return { look, outcome, record, budget: record.budget };
    const isForTwo = look.result.kind === 'waits';
    const saved = await records.save(record, {
      idempotencyKey: look.id, at: clock(), ...(look.result.kind === 'waits' ? { proposal: { made: look.result.proposal } } : { budget: { after: look.result.budget, entries: look.result.entries } }),
      audit: [{ action: `budget-${look.deed.kind}${isForTwo ? '-proposed' : ''}`, by: actor, about: look.id }],
    });
    record = await records.byPerson(council, personId) ?? record;
    const after = { look, record, budget: record.budget };
    switch (saved.kind) {
      case 'saved': return { ...after, outcome };
      case 'already-done': return { ...after, outcome: { kind: 'sent-before' } };
      case 'unknown': return { ...after, outcome: { kind: 'uncertain' } };
      case 'changed-meanwhile': if (tries >= mostTries) return { ...after, outcome: { kind: 'changed-meanwhile' } };
    }
  }
}

function outcomeOf(look: MoneyLook, budget: Budget | undefined): MoneyOutcome {
  if (look.kind !== 'deed') return look;
  const { deed, result, leftPence, amountPence } = look;
  const undone = deed.kind === 'reversal' ? budget?.recent.find(({ id }) => id === deed.entryId) : undefined;
  return { kind: result.kind === 'waits' ? 'waits' : 'posts', deed, amountPence, leftPence, ...(undone !== undefined && { undone }) };
}
