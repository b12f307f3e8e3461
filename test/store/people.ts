// Somebody to keep: a household with visits, money, requests and messages, of the size we expect in real use.
import { emptyBoard } from '../../models/alert/index.ts';
import type { Budget, BudgetEntry } from '../../models/budget/index.ts';
import type { CareVisit } from '../../models/care-visit/index.ts';
import { usualPassport } from '../../models/household/index.ts';
import type { ServiceRequest } from '../../models/service-request/index.ts';
import { councilId, instant, noMoney, pence, personId, pounds, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { createPerson, type NewPerson } from '../../lambda/store/create-person.ts';
import { spokenKey, spokenPartNames } from '../../lambda/store/spoken-parts.ts';
import type { Operation, Table } from '../../lambda/store/table.ts';

export const harrow = councilId('harrow');
export const margaret = personId('margaret');
export const now = instant(Date.UTC(2026, 11, 1, 8));
const today = '2026-12-01' as LocalDate;

/** Margaret, with 500 pounds to use and 28 visits reported on; or somebody else in the same circumstances. */
export function someone(name = 'margaret'): NewPerson {
  const entries = Array.from({ length: 40 }, (_, position) => entryOf(name, position + 1));
  return {
    personId: personId(name),
    councilId: harrow,
    household: {
      personId: personId(name),
      councilId: harrow,
      name: { full: `${name} Ellis`, preferred: name },
      timeZone: 'Europe/London',
      passport: usualPassport,
      privacy: { answers: 'open', wrongTries: 0 },
      circle: [{ id: 'sarah', name: 'Sarah', relationship: 'daughter', kind: 'family', mayKnow: ['visits'], mayAct: [], phone: '01632 960123' }],
      council: { name: 'Harrow', phone: '01632 960100', careLinePhone: '01632 960111', adviser: 'Tom', adviserAnswersWithinWorkingDays: 2 },
      interests: ['singing', 'being outdoors'],
      area: { name: 'Harrow Weald', latitude: 51.6, longitude: -0.34 },
    },
    visitBook: {
      provider: { id: 'brightway', name: 'Brightway', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 },
      workers: [{ id: 'priya', firstName: 'Priya' }, { id: 'sam', firstName: 'Sam' }],
      rounds: [{ id: 'mornings', days: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1, startsOn: '2026-01-05' as LocalDate, from: '08:30' as LocalTime, minutes: 45, workerIds: ['priya'], tasks: ['help with washing', 'breakfast'], isTimeCritical: true }],
      visits: Array.from({ length: 28 }, (_, position) => visitOf(position)),
      backupPlan: { tellAfterMinutes: 30, tell: ['sarah'] },
      changeRequests: [],
      lastHeardAt: now,
    },
    budget: budgetOf(entries),
    entries,
    requestBook: { requests: Array.from({ length: 6 }, (_, position) => requestOf(position)) },
    outcomeBook: {
      goals: [{ id: 'out', words: 'getting out and seeing people', covers: ['social club', 'transport'], setOn: '2026-04-01' as LocalDate }],
      excluded: ['gambling'],
      feedback: [],
    },
    alertBoard: emptyBoard,
    jobBook: { jobs: [] },
    messageBook: { forPerson: [{ id: 'hello', fromMemberId: 'sarah', fromName: 'Sarah', words: 'See you on Sunday.', sentAt: now }], wordLeft: [] },
    unfinished: undefined,
  };
}

export async function keepPeople(table: Table, names: readonly string[]): Promise<void> {
  for (const name of names) await createPerson(table, someone(name));
}

/** Many more people with a speaker each: their rows only, for what they weigh is not looked at. */
export async function keepNeighbours(table: Table, count: number): Promise<void> {
  for (let from = 0; from < count; from += 10) {
    const numbers = Array.from({ length: Math.min(10, count - from) }, (_, position) => from + position);
    await table.transact(numbers.flatMap((number) => spokenPartNames.map((part): Operation => ({
      do: 'put', row: { pk: `person#harrow#neighbour-${number}`, sk: spokenKey(part), version: 1, index: `speaker#${number}`, doc: '{}' }, when: [],
    }))));
  }
}

/** The budget after one more spend. */
export function spend(budget: Budget, amount: number, id: string): { after: Budget; entries: readonly BudgetEntry[] } {
  const entry: BudgetEntry = { id, number: budget.lastEntryNumber + 1, at: now, on: today, kind: 'spend', amountPence: pence(amount), what: 'gardening with Green Fingers', category: 'gardening' };
  const figures = { ...budget.figures, paidOutPence: pence(budget.figures.paidOutPence + amount) };
  return { after: { ...budget, figures, lastEntryNumber: entry.number, recent: [entry, ...budget.recent].slice(0, 120) }, entries: [entry] };
}

function budgetOf(entries: readonly BudgetEntry[]): Budget {
  return {
    settings: {
      basis: 'gross', mechanism: 'direct-payment', periodWeeks: 4, periodAnchor: '2026-11-16' as LocalDate, perPeriodPence: pounds(539),
      surplusWeeksLimit: 8, reviewOn: '2027-04-01' as LocalDate, autoApproveLimitPence: pounds(60),
    },
    figures: { paidInPence: pounds(539), paidOutPence: pounds(39), setAsidePence: noMoney, keptBackPence: noMoney },
    openSetAsides: [],
    lastEntryNumber: entries.length,
    recent: [...entries].reverse(),
  };
}

function entryOf(name: string, number: number): BudgetEntry {
  const about = { id: `${name}-${number}`, number, at: instant(now - (41 - number) * 86_400_000), on: today };
  return number === 1
    ? { ...about, kind: 'allocation', amountPence: pounds(539), source: 'council', what: 'four weeks’ money' }
    : { ...about, kind: 'spend', amountPence: pounds(1), what: 'gardening with Green Fingers', category: 'gardening', requestId: `request-${number}` };
}

function visitOf(position: number): CareVisit {
  const startsAt = instant(now - position * 43_200_000);
  return {
    id: `mornings@${position}`, roundId: 'mornings', on: today, from: '08:30' as LocalTime, minutes: 45, startsAt, endsAt: instant(startsAt + 2_700_000),
    workerIds: ['priya'], tasks: ['help with washing', 'breakfast'], isTimeCritical: true, status: 'completed',
    lastReport: { at: startsAt, said: 'completed' }, arrivedAt: startsAt, leftAt: instant(startsAt + 2_700_000),
  };
}

function requestOf(position: number): ServiceRequest {
  return {
    id: `request-${position}`, reference: `robin ${position}`, serviceId: 'green-fingers', serviceName: 'Green Fingers', providerName: 'Green Fingers CIC',
    what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'hour', unitPence: pounds(18), units: 2, on: today, partOfDay: 'morning',
    state: 'paid', costPence: pounds(36), reasons: [], askedAt: now, undoUntil: now, expiresAt: now,
    history: [{ state: 'asked', at: now, by: 'person' }, { state: 'approved', at: now, by: 'rules' }, { state: 'paid', at: now, by: 'council' }],
  };
}
