import { emptyBoard } from '../../models/alert/index.ts';
import { usualPassport, type CircleMember, type Household } from '../../models/household/index.ts';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { addDays, noMoney, personId, pounds, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { agreedTo } from './agreed-to.ts';
import { everyDay, visitBookOf, type RoundLine } from './agency.ts';
import { adviser, area, bornYearsAgo, council, demonstrationZone, harrow } from './around-harrow.ts';
import { bookedRequests, type Booked } from './booked-requests.ts';
import { devsJobs } from './demonstration-jobs.ts';
import type { DemonstrationPerson } from './demonstration-person.ts';
import { withWaiting, type Waiting } from './waiting-requests.ts';
import { ledgerOf, reviewAfter, spentEvery, type LedgerPlan } from './ledger.ts';

/** Dev is 34 and runs his own direct payment: two care workers together every evening, and 12 pounds left. */
export function dev(today: LocalDate, now: Instant): DemonstrationPerson {
  const id = personId('dev');
  const bookedBook = bookedRequests(id, booked, today);
  const ledger = ledgerOf(id, plan(today), bookedBook, today, now);
  const outcomeBook = outcomes(addDays(today, -60));
  return {
    personId: id,
    councilId: harrow,
    about: 'Dev, 34, manages his own direct payment. Two care workers together every evening, and nearly out of money.',
    household: { ...household(today), personId: id },
    visitBook: visitBookOf(week, ['ravi', 'ann-office'], today, now),
    ...ledger,
    requestBook: withWaiting(id, bookedBook, waiting, { budget: ledger.budget, outcomeBook }, today),
    outcomeBook,
    alertBoard: emptyBoard,
    jobBook: devsJobs(ravi, today, now),
    messageBook: { forPerson: [], wordLeft: [] },
    unfinished: undefined,
  };
}

const week: readonly RoundLine[] = [
  { id: 'dev-morning', days: everyDay, from: '07:30', minutes: 60, by: ['priya'], tasks: ['getting up', 'shower'], plannedActivities: [{ activity: 'personal-care', minutes: 40, costPence: noMoney }, { activity: 'shopping', minutes: 20, costPence: pounds(3) }] },
  { id: 'dev-hoist', days: everyDay, from: '19:00', minutes: 45, by: ['sam', 'blessing'], tasks: ['hoist'], plannedActivities: [{ activity: 'personal-care', minutes: 30, costPence: noMoney }, { activity: 'company', minutes: 15, costPence: noMoney }] },
];

const booked: readonly Booked[] = [
  { serviceId: 'ceb91d39-a057-5281-869b-4bd69ef57bd0', serviceName: 'Companions by the Hour', providerName: 'Cherry Tree Home Care', what: 'befriending', category: 'befriending', unit: 'hour', unitPence: pounds(20), units: 2, reference: 'green harbour', askedDaysAgo: 2, inDays: 5, at: '15:00' },
];

/** More than is left, and asked about; and something that comes round, with a firm he already has. */
const waiting: readonly Waiting[] = [
  { serviceId: '597fb26e-a4be-5ca1-b473-2eb13a7b5253', serviceName: 'Sparkle Cleaning', providerName: 'Sparkle Cleaning', what: 'cleaning', category: 'cleaning', isProviderApproved: true, unit: 'hour', unitPence: pounds(15), units: 2, everyWeeks: 1, reference: 'silver kettle', askedDaysAgo: 12 },
  { serviceId: 'aeb76add-f250-51d0-bea9-12a3d0a6ad59', serviceName: 'Green Fingers', providerName: 'Green Fingers Gardens Ltd', what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'hour', unitPence: pounds(15), units: 3, inDays: 12, reference: 'quiet anchor', askedDaysAgo: 9, question: { words: 'Is the garden yours alone, or shared with the other flats?', daysAgo: 5 } },
];

/** What comes in on the first day of a period goes on wages the same day, so that little is left whatever the day: 30 pounds of cleaning is 18 too much. */
function plan(today: LocalDate): LedgerPlan {
  const wages = (periodsAgo: number, amountPence: ReturnType<typeof pounds>) => ({ periodsAgo, amountPence, what: 'wages for Callum, your personal assistant', category: 'home-care' });
  return {
    settings: {
      basis: 'gross', mechanism: 'direct-payment', perPeriodPence: pounds(640), surplusWeeksLimit: 8,
      reviewOn: reviewAfter(today, 120), autoApproveLimitPence: pounds(60),
    },
    paidInEachPeriod: [{ amountPence: pounds(640), source: 'council', what: 'your direct payment' }],
    spentOnFirstDays: [wages(2, pounds(560)), wages(1, pounds(560)), wages(0, pounds(628))],
    keptBack: { amountPence: pounds(60), what: 'kept back for emergencies', daysAgo: 26 },
    spent: [
      ...spentEvery([3, 10, 17, 24], { amountPence: pounds(3), what: 'Young Adults Social', category: 'social-club' }),
      ...spentEvery([4, 18], { amountPence: pounds(9), what: 'a taxi with Star Minicabs', category: 'transport' }),
      ...spentEvery([13], { amountPence: pounds(30), what: 'cleaning with Sparkle Cleaning', category: 'cleaning' }),
    ],
  };
}

const ravi: CircleMember = {
  id: 'ravi', name: 'Ravi', relationship: 'brother', kind: 'family', phone: '07700 900789', mayKnow: ['visits', 'alerts'], mayAct: ['visits', 'alerts'],
};
const annAtTheOffice: CircleMember = {
  id: 'ann-office', name: 'Ann', relationship: 'agency office', kind: 'agency', phone: '020 7946 0010', mayKnow: ['visits'], mayAct: ['visits'],
};

function household(today: LocalDate): Omit<Household, 'personId'> {
  return {
    councilId: harrow, name: { full: 'Dev Patel', preferred: 'Dev' }, timeZone: demonstrationZone, passport: usualPassport,
    privacy: { answers: 'open', wrongTries: 0, sendTo: 'self' }, circle: [ravi, annAtTheOffice, adviser], council,
    interests: ['music', 'being outdoors'], area, bornOn: bornYearsAgo(34, today), consents: agreedTo(['answers-aloud', 'alerts-to-circle', 'messages', 'figures'], today, 60),
  };
}

function outcomes(setOn: LocalDate): OutcomeBook {
  return {
    goals: [
      { id: 'own-home', words: 'running my own home', covers: ['cleaning', 'laundry', 'shopping', 'meals', 'handyman'], setOn },
      { id: 'out-with-friends', words: 'being out with friends', covers: ['social club', 'singing', 'exercise', 'transport', 'befriending'], setOn },
    ],
    excluded: ['alcohol', 'paying off debts'],
    feedback: [],
  };
}
