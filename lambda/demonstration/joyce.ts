import { emptyBoard } from '../../models/alert/index.ts';
import { noJobs } from '../../models/job/index.ts';
import { usualPassport, type Household } from '../../models/household/index.ts';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { addDays, personId, pounds, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { everyDay, visitBookOf, type RoundLine } from './agency.ts';
import { adviser, ann, area, bornYearsAgo, council, demonstrationZone, harrow, susan } from './around-harrow.ts';
import type { DemonstrationPerson, HashPin } from './demonstration-person.ts';
import { ledgerOf, reviewAfter, spentEvery, type LedgerPlan } from './ledger.ts';

/** Joyce is 77: three visits a day, short answers one thing at a time, and private ones only after her four numbers. */
export function joyce(today: LocalDate, now: Instant, hashPin: HashPin): DemonstrationPerson {
  const id = personId('joyce');
  const requestBook = { requests: [] };
  return {
    personId: id,
    councilId: harrow,
    about: 'Joyce, 77, three visits a day. Private answers need her four numbers: 4419.',
    household: { ...household(today, hashPin), personId: id },
    visitBook: visitBookOf(week, ['ann', 'susan'], today, now),
    ...ledgerOf(id, plan(today), requestBook, today, now),
    requestBook,
    outcomeBook: outcomes(addDays(today, -80)),
    alertBoard: emptyBoard,
    jobBook: noJobs,
    messageBook: { forPerson: [], wordLeft: [] },
    unfinished: undefined,
  };
}

const week: readonly RoundLine[] = [
  { id: 'joyce-morning', days: everyDay, from: '09:00', minutes: 45, by: ['priya'], tasks: ['getting dressed', 'breakfast', 'morning tablets'] },
  { id: 'joyce-lunch', days: everyDay, from: '13:00', minutes: 30, by: ['blessing'], tasks: ['lunch'] },
  { id: 'joyce-evening', days: everyDay, from: '17:30', minutes: 45, by: ['sam'], tasks: ['tea', 'evening tablets'] },
];

function plan(today: LocalDate): LedgerPlan {
  const dayCentre = (periodsAgo: number) => ({ periodsAgo, amountPence: pounds(126), what: 'three days at Willow Court Day Centre', category: 'day-centre' });
  return {
    settings: {
      basis: 'net', mechanism: 'council-managed', perPeriodPence: pounds(180), surplusWeeksLimit: 8,
      reviewOn: reviewAfter(today, 90), autoApproveLimitPence: pounds(30),
    },
    paidInEachPeriod: [{ amountPence: pounds(180), source: 'council', what: 'money from the council' }],
    spentOnFirstDays: [dayCentre(2), dayCentre(1), dayCentre(0)],
    spent: [
      ...spentEvery([8, 22], { amountPence: pounds(31, 50), what: 'a week of Metroland Meals on Wheels', category: 'meals' }),
      ...spentEvery([5, 19], { amountPence: pounds(12), what: 'hair at Salon Tuesday', category: 'hairdressing' }),
      ...spentEvery([15], { amountPence: pounds(15), what: 'the toenail cutting clinic', category: 'foot-care' }),
    ],
  };
}

function household(today: LocalDate, hashPin: HashPin): Omit<Household, 'personId'> {
  return {
    councilId: harrow, name: { full: 'Joyce Bennett', preferred: 'Joyce' }, timeZone: demonstrationZone,
    passport: { ...usualPassport, pauseMs: 600, listLength: 1, interruptionsADay: 3, quietHours: { from: '20:00' as LocalTime, to: '08:00' as LocalTime }, words: { 'morning tablets': 'tablets from the blue box', 'evening tablets': 'tablets from the blue box' } },
    privacy: { answers: 'pin', pin: hashPin('4419'), wrongTries: 0, sendTo: susan.id }, circle: [susan, ann, adviser], council,
    interests: ['knitting', 'old songs'], area, bornOn: bornYearsAgo(77, today),
  };
}

function outcomes(setOn: LocalDate): OutcomeBook {
  return {
    goals: [
      { id: 'company', words: 'having company in the day', covers: ['day centre', 'lunch club', 'befriending', 'singing', 'craft', 'social club'], setOn },
      { id: 'own-home', words: 'staying in my own home', covers: ['meals', 'cleaning', 'foot care', 'hairdressing', 'key safe'], setOn },
    ],
    excluded: ['alcohol', 'paying off debts'],
    feedback: [],
  };
}
