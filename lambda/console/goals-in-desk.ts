import { setImmediate } from 'node:timers/promises';
import { bringGoal, type IncomingGoal, type OutcomeBook } from '../../models/outcome/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { localDate, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import { plainClient } from '../../models/visits-in/index.ts';
import type { GoalLine, GoalOutcome, GoalsInDesk, GoalsSent } from '../../web/console/goals-in-port.ts';
import { readCarePlans } from '../goals-in/read-care-plans.ts';
import type { Services } from '../services.ts';
import { writeLook } from '../store/audit-rows.ts';
import { listedNow } from '../store/listed-people.ts';
import { peopleByNumber } from './people-by-number.ts';

type Outcome = Pick<GoalLine, 'outcome' | 'was'>;

const mostTries = 3;

/** One council's goals from other systems' support plans, for its console. */
export function goalsInDesk({ table, clock, records }: Pick<Services, 'table' | 'clock' | 'records'>, council: CouncilId, newId: () => string): GoalsInDesk {
  const goThrough = async (sent: GoalsSent, isForGood: boolean) => {
    const read = readCarePlans(sent.bytes);
    if (read.kind === 'refused') return read;
    const people = peopleByNumber(await listedNow(table, council));
    const lines: GoalLine[] = [];
    for (const [found, goals] of Map.groupBy(read.goals, ({ client }) => people.get(plainClient(client)))) {
      const [person, other] = found ?? [];
      if (person === undefined || other !== undefined) {
        lines.push(...goals.map((goal) => ({ goal, outcome: person === undefined ? 'unknown-person' : 'several-people' } as const)));
        continue;
      }
      // Whoever is talking meanwhile comes first.
      await setImmediate();
      const outcomes = isForGood ? await keep(goals, person.personId, sent) : await lookAt(goals, person.personId, sent);
      lines.push(...goals.map((goal, place) => ({ goal, person, ...(outcomes[place] ?? { outcome: 'uncertain' as const }) })));
    }
    return { kind: 'read', rows: read.rows, faults: read.faults, lines: lines.toSorted((one, other) => one.goal.row - other.goal.row) } as const;
  };
  const lookAt = async (goals: readonly IncomingGoal[], personId: PersonId, { actor }: GoalsSent): Promise<readonly Outcome[]> => {
    await writeLook(table, council, { who: actor, personId, what: 'goals', why: 'look', at: clock() });
    const record = await records.byPerson(council, personId);
    return record === undefined ? allAre(goals, 'unknown-person') : brought(goals, record).outcomes;
  };
  const keep = async (goals: readonly IncomingGoal[], personId: PersonId, { actor }: GoalsSent): Promise<readonly Outcome[]> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const record = await records.byPerson(council, personId);
      if (record === undefined) return allAre(goals, 'unknown-person');
      const { book, outcomes } = brought(goals, record);
      if (book === record.outcomeBook) return outcomes;
      const { kind } = await records.save(record, { idempotencyKey: `goals-in-${newId()}`, at: clock(), outcomeBook: book, audit: [{ action: 'goals-brought-in', by: actor, about: 'plan' }] });
      if (kind === 'unknown') return allAre(goals, 'uncertain');
      if (kind !== 'changed-meanwhile') return outcomes;
    }
    return allAre(goals, 'changed-meanwhile');
  };
  const brought = (goals: readonly IncomingGoal[], { household: { left, timeZone }, outcomeBook }: PersonRecord): { readonly book: OutcomeBook; readonly outcomes: readonly Outcome[] } => {
    if (left !== undefined) return { book: outcomeBook, outcomes: allAre(goals, 'has-left') };
    const today = localDate(clock(), timeZone);
    let book = outcomeBook;
    const outcomes = goals.map((goal): Outcome => {
      const { kind, book: after, was } = bringGoal(book, goal, today);
      book = after;
      return { outcome: kind, ...(was !== undefined && { was }) };
    });
    return { book, outcomes };
  };
  return { look: (sent) => goThrough(sent, false), bringIn: (sent) => goThrough(sent, true) };
}

function allAre(goals: readonly IncomingGoal[], outcome: GoalOutcome): readonly Outcome[] {
  return goals.map(() => ({ outcome }));
}
