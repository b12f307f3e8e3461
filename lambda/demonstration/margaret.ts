import { emptyBoard } from '../../models/alert/index.ts';
import { usualPassport, type Household } from '../../models/household/index.ts';
import type { MessageBook } from '../../models/message/index.ts';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { addDays, personId, pounds, toInstant, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { agreedTo } from './agreed-to.ts';
import { visitBookOf, type RoundLine } from './agency.ts';
import { adviser, ann, area, bornYearsAgo, council, demonstrationZone, harrow, susan } from './around-harrow.ts';
import { bookedRequests, type Booked } from './booked-requests.ts';
import { pastFeedback } from './past-wellbeing.ts';
import { goalNote, okaforOf, ownOf } from './goal-notes.ts';
import { margaretsInvitations } from './demonstration-invitations.ts';
import { margaretsJobs } from './demonstration-jobs.ts';
import type { DemonstrationPerson } from './demonstration-person.ts';
import { withWaiting, type Waiting } from './waiting-requests.ts';
import { ledgerOf, reviewAfter, spentEvery, type LedgerPlan } from './ledger.ts';

/** Margaret is 82 and lives alone: two or three visits most days, money in hand, a message waiting. */
export function margaret(today: LocalDate, now: Instant): DemonstrationPerson {
  const id = personId('margaret');
  const bookedBook = bookedRequests(id, booked, today);
  const ledger = ledgerOf(id, plan(today), bookedBook, today, now);
  const outcomeBook = outcomes(addDays(today, -100), today);
  return {
    personId: id,
    councilId: harrow,
    about: 'Margaret, 82, lives alone in Harrow. Two or three visits most days, and money in hand.',
    household: { ...household(today), personId: id, invitations: margaretsInvitations(now) },
    visitBook: visitBookOf(week, ['ann', 'susan'], today, now),
    ...ledger,
    requestBook: withWaiting(id, bookedBook, waiting, { budget: ledger.budget, outcomeBook }, today),
    outcomeBook,
    alertBoard: emptyBoard,
    jobBook: margaretsJobs(today, now),
    messageBook: messages(today),
    unfinished: undefined,
  };
}

/** Thursdays there is only Blessing, at midday: that is Margaret's day for getting on. */
const week: readonly RoundLine[] = [
  { id: 'margaret-breakfast', days: [1, 2, 3, 5, 6, 7], from: '08:30', minutes: 45, by: ['priya'], tasks: ['help with washing', 'breakfast'] },
  { id: 'margaret-tea', days: [1, 2, 5, 6, 7], from: '18:00', minutes: 30, by: ['sam'], tasks: ['tea', 'tablets'] },
  { id: 'margaret-thursday', days: [4], from: '12:00', minutes: 30, by: ['blessing'], tasks: ['help with lunch', 'your tablets'] },
  { id: 'margaret-lunch', days: [1, 3, 6], from: '12:30', minutes: 30, by: ['blessing'], tasks: ['help with lunch'] },
];

/** 32 and 40 and 20 pounds: 92 put aside. The garden was done and paid for. */
const booked: readonly Booked[] = [
  { serviceId: 'aeb76add-f250-51d0-bea9-12a3d0a6ad59', serviceName: 'Green Fingers', providerName: 'Green Fingers Gardens Ltd', what: 'gardening', category: 'gardening', unit: 'hour', unitPence: pounds(15), units: 2, reference: 'copper bell', askedDaysAgo: 24, inDays: -15, at: '10:00', paidDaysAgo: 12 },
  { serviceId: 'd97f2d08-0ef6-52fa-87b0-5a4a39fecfa6', serviceName: 'Happy Feet at Home', providerName: 'Happy Feet Clinic', what: 'foot care', category: 'foot-care', unit: 'session', unitPence: pounds(32), units: 1, reference: 'amber two', askedDaysAgo: 5, inDays: 9, at: '11:00' },
  { serviceId: 'da99b303-240d-5547-99d9-5e3841c8940a', serviceName: 'Handy Fix', providerName: 'Handy Fix', what: 'odd jobs', category: 'handyman', unit: 'hour', unitPence: pounds(20), units: 2, reference: 'brass ladder', askedDaysAgo: 4, inDays: 6, at: '14:00' },
  { serviceId: 'f07d7e6e-80ab-5bd0-a26f-2629ca4e5f51', serviceName: 'Shop and Chat', providerName: 'Age Together Harrow', what: 'shopping', category: 'shopping', unit: 'session', unitPence: pounds(10), units: 2, reference: 'yellow basket', askedDaysAgo: 3, inDays: 3, at: '10:30' },
];

/** More than may be agreed to at once. */
const waiting: readonly Waiting[] = [
  { serviceId: 'aeb76add-f250-51d0-bea9-12a3d0a6ad59', serviceName: 'Green Fingers', providerName: 'Green Fingers Gardens Ltd', what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'hour', unitPence: pounds(15), units: 4, inDays: 20, reference: 'dancing pebble', askedDaysAgo: 7 },
];

function plan(today: LocalDate): LedgerPlan {
  return {
    settings: {
      basis: 'net', mechanism: 'council-managed', perPeriodPence: pounds(160), surplusWeeksLimit: 4,
      reviewOn: reviewAfter(today, 75), autoApproveLimitPence: pounds(50),
    },
    paidInEachPeriod: [
      { amountPence: pounds(128), source: 'council', what: 'money from the council' },
      { amountPence: pounds(32), source: 'own', what: 'what you pay in' },
    ],
    spent: [
      ...spentEvery([2, 9, 16, 23, 30, 37, 44, 51], { amountPence: pounds(6), what: 'lunch at Greenhill Lunch Club', category: 'lunch-club' }),
      ...spentEvery([4, 11, 18, 25, 32, 46], { amountPence: pounds(4), what: 'bingo at the Legion', category: 'bingo' }),
      ...spentEvery([6, 20, 34, 48], { amountPence: pounds(9), what: 'a taxi with Star Minicabs', category: 'transport' }),
      ...spentEvery([10, 45], { amountPence: pounds(18), what: 'a haircut with Scissors at Home', category: 'hairdressing' }),
      ...spentEvery([40], { amountPence: pounds(30), what: 'gardening with Green Fingers', category: 'gardening' }),
    ],
  };
}

function household(today: LocalDate): Omit<Household, 'personId'> {
  return {
    councilId: harrow, name: { full: 'Margaret Ellis', preferred: 'Margaret' }, timeZone: demonstrationZone, passport: usualPassport,
    privacy: { answers: 'open', wrongTries: 0, sendTo: 'self' }, circle: [susan, ann, adviser], council,
    interests: ['singing'], area, bornOn: bornYearsAgo(82, today), consents: agreedTo(['answers-aloud', 'alerts-to-circle', 'messages'], today, 100),
  };
}

function outcomes(setOn: LocalDate, today: LocalDate): OutcomeBook {
  return {
    goals: [
      { id: 'seeing-people', words: 'getting out and seeing people', covers: ['social club', 'bingo', 'lunch club', 'singing', 'transport', 'befriending'], setOn, theme: 'communities', reviewOn: addDays(today, 40), notes: [
        goalNote('margaret-goal-1', today, 92, okaforOf, 3, 'Margaret has hardly been out since she fell, and misses the bingo.'),
        goalNote('margaret-goal-2', today, 50, ownOf('margaret', 'Margaret'), 5, 'I went to the bingo on Fridays. The taxi was on time.'),
        goalNote('margaret-goal-3', today, 8, ownOf('margaret', 'Margaret'), 7, 'I see Joan at the lunch club now as well.'),
      ] },
      { id: 'house-and-garden', words: 'keeping the house and garden nice', covers: ['gardening', 'cleaning', 'handyman', 'shopping'], setOn, theme: 'wellbeing', reviewOn: addDays(today, -3) },
      { id: 'on-my-feet', words: 'staying steady on my feet', covers: ['foot care', 'exercise', 'walking aid', 'grab rail'], setOn, theme: 'wellbeing', notes: [goalNote('margaret-goal-4', today, 30, okaforOf, 6, 'The grab rail is up.')] },
    ],
    excluded: ['gambling machines', 'alcohol', 'paying off debts'],
    feedback: pastFeedback(today),
  };
}

function messages(today: LocalDate): MessageBook {
  const sentAt = toInstant(addDays(today, -1), '21:10' as LocalTime, demonstrationZone);
  return { forPerson: [{ id: 'margaret-message-1', fromMemberId: susan.id, fromName: susan.name, words: "Lunch on Sunday, I'll pick you up at twelve.", sentAt }], wordLeft: [] };
}
