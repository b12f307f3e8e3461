import { randomUUID } from 'node:crypto';
import type { Sessions } from '../../models/access/index.ts';
import { alertIdFrom } from '../../models/alert/index.ts';
import type { Routine } from '../../models/routine/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { councilId as asCouncilId, instant, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { ConsoleServices, MadeUpIdentity } from '../../web/console/console-port.ts';
import type { ScreenDesk } from '../../web/console/screens-port.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { writeLook } from '../store/audit-rows.ts';
import { dueOperation } from '../store/due-index.ts';
import { everyRow } from '../store/every-row.ts';
import { personPartition } from '../store/keys.ts';
import { listedPeople } from '../store/listed-people.ts';
import { sessions } from '../store/session-rows.ts';
import { waitingProposals } from '../store/proposal-rows.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import { reachedByPhone } from '../alerts/engine-for.ts';
import { upperFirst } from '../../skill/care-visit/speech.ts';
import { assistantsDesk } from '../assistants/assistants-desk.ts';
import { calendarDesk } from '../calendar/calendar-desk.ts';
import { answererOf } from '../alerts/answerer-of.ts';
import { alertShown, channelText, recipientText } from './alert-shown.ts';
import { careDesk } from './care-desk.ts';
import { fastForward } from './fast-forward.ts';
import { circleDesk } from './circle-desk.ts';
import { goalsInDesk } from './goals-in-desk.ts';
import { jobsDesk } from './jobs-desk.ts';
import { figuresDesk } from './figures-desk.ts';
import { passkeyDesk } from './passkeys.ts';
import { dataDesk } from './data-desk.ts';
import { moneyInDesk } from './money-in-desk.ts';
import { outcomesDesk } from './outcomes-desk.ts';
import { peopleDesk } from './people-desk.ts';
import { phrasesFor } from './phrases-for.ts';
import { requestsDesk } from './requests-desk.ts';
import { rotaCalendarsDesk } from './rota-calendars-desk.ts';
import { ruleDesk } from './rule-desk.ts';
import { servicesDesk } from './services-desk.ts';
import { signInCodes } from './sign-in-codes.ts';
import { staffSignIn } from './staff-sign-in.ts';
import { toldDesk } from './told-desk.ts';
import { visitsInDesk } from './visits-in-desk.ts';
import { visitWorkDesk } from './visit-work-desk.ts';
import { workersDesk } from './workers-desk.ts';

interface Given {
  /** Who one may be where people are made up. */
  readonly madeUp: readonly MadeUpIdentity[];
  /** Sends the words of a sign-in code. */
  readonly sendCode: (contact: string, words: string) => Promise<void>;
  readonly screens?: ScreenDesk;
}

/** The console over a set of services. */
export function consoleServices(services: Services, { madeUp, sendCode, screens }: Given): ConsoleServices {
  const { table, records, clock, config, alerts, rules, links, log, wake } = services;
  const council = asCouncilId(config.councilId);
  const store = alertStore(table);
  const find = listedPeople(table, clock);
  const shown = async (personId: PersonId | undefined, alertId: string) => {
    const [alert, record] = await Promise.all([alerts.find({ councilId: council, alertId, ...(personId !== undefined && { personId }) }), personId === undefined ? undefined : records.byPerson(council, personId)]);
    return alert === undefined ? undefined : alertShown(alert, record, clock());
  };
  const planAgain = async (personId: PersonId) => {
    const planned = await table.transact([dueOperation(clock(), { kind: 'plan', councilId: council, personId })]);
    if (planned.kind !== 'done') throw new StoreDoesNotAnswer('the days may not be planned anew');
    wake();
  };
  return {
    clock, records, sessions: sessionsOf(council, sessions(table)), isDemonstration: !config.isProduction, newId: randomUUID, ...(config.push !== undefined && { pushKey: config.push.publicKey }), ...(screens !== undefined && { screens }),
    council: { id: council, name: config.councilName, colour: config.councilColour, timeZone: 'Europe/London', twoAgreeAbovePence: config.twoAgreeAbovePence },
    passkeys: passkeyDesk({ table, records, clock, council, councilName: config.councilName, takesMadeUp: !config.isProduction }),
    calendars: calendarDesk(services, council),
    desk: careDesk(services, council, shown),
    assistants: assistantsDesk(services, council),
    signIn: {
      madeUp: config.isProduction ? [] : madeUp.filter(({ identity }) => identity.councilId === council), ...signInCodes({ table, records, clock, council, send: sendCode }),
      ...(config.staff !== undefined && { staff: staffSignIn({ ...config.staff, mayBePlain: !config.isProduction }, council, log) }),
    },
    people: {
      find: (words) => find(council, words),
      linkCode: async (person) => {
        const made = await links.createLinkCode(council, person, clock());
        return made.kind === 'made' ? { code: made.code, expiresAt: made.expiresAt } : undefined;
      },
    },
    data: dataDesk(services, council),
    outcomes: outcomesDesk(services, council),
    peopleDesk: peopleDesk(services, council, screens),
    circle: circleDesk(services, council, sendCode),
    told: toldDesk(services, council),
    jobs: jobsDesk(services, council),
    catalogue: servicesDesk(services, council),
    requests: requestsDesk(services, council), budgetChanges: { waiting: () => waitingProposals(table, council) },
    rotaCalendars: rotaCalendarsDesk(services, council, randomUUID), goalsIn: goalsInDesk(services, council, randomUUID),
    visitsIn: visitsInDesk(services, council), moneyIn: moneyInDesk(services, council),
    figures: figuresDesk(table, council),
    workers: workersDesk(services, council), visitWork: visitWorkDesk(services, council),
    alerts: {
      ofPerson: async (person, from, to) => {
        const [list, record] = await Promise.all([alerts.list(council, person, alertIdFrom(from), alertIdFrom(to)), records.byPerson(council, person)]);
        return list.filter(({ firstToldAt, state }) => firstToldAt !== undefined || (state !== 'planned' && state !== 'cancelled')).map((alert) => alertShown(alert, record, clock()));
      },
      find: shown,
      answer: async (personId, alertId, identity) => {
        const by = answererOf(identity, personId === undefined ? undefined : await records.byPerson(council, personId));
        if (by === undefined) return false;
        const result = await alerts.answer({ councilId: council, alertId, ...(personId !== undefined && { personId }) }, { by, word: 'on-my-way', at: clock(), through: 'console' });
        return result.kind === 'answered' || result.kind === 'already-over';
      },
      rehearse: async (person, how) => {
        const found = await reachedByPhone(store).whomToTell(council, person);
        if (found === undefined) return { told: [], isCut: false };
        const { told, isCut } = await fastForward(found, { ...how, rules: await rules.of(council) });
        return { isCut, told: told.map(({ at, to, channel, spoken }) => ({ at, to: `${upperFirst(recipientText(to, found.record))}, by ${(channelText[channel] ?? channel).toLowerCase()}`, words: spoken })) };
      },
      preview: (kind, wording, record) => {
        const words = wordingOf({ kind, urgency: 'ordinary', facts: {} }, record, { kind: 'person' }, clock(), false);
        return { spoken: wording ?? words.spoken, discreet: wordingOf({ kind, urgency: 'ordinary', facts: {} }, record, { kind: 'member', memberId: '' }, clock(), false).discreet };
      },
    },
    routines: {
      read: async (person) => (await store.whomToTell(council, person))?.routines ?? { routines: [] },
      change: async (person, change) => {
        await store.changeRoutines(council, person, change);
        await planAgain(person);
      },
      words: (routine, record) => routineWords(routine, record, clock()),
    },
    rules: ruleDesk(services, council),
    ledger: (person) => records.entries(council, person),
    phrases: phrasesFor,
    audit: {
      write: (look) => writeLook(table, council, look),
      read: async (person, most) => {
        const rows = await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: 'audit#', to: 'audit#~' });
        return rows.slice(-most).reverse().map(({ sk, doc }) => ({ at: instant(Date.parse(sk.slice('audit#'.length, 'audit#'.length + 24))), ...(JSON.parse(doc) as { readonly value: { readonly action: string; readonly by: string; readonly about: string } }).value }));
      },
    },
  };
}

/** A session is good with its own council alone, whatever browser brings it. */
function sessionsOf(council: CouncilId, all: Sessions): Sessions {
  return { ...all, find: async (token, at) => {
    const session = await all.find(token, at);
    return session?.identity.councilId === council ? session : undefined;
  } };
}

function routineWords({ does }: Routine, record: PersonRecord, now: Instant): string {
  switch (does.kind) {
    case 'say': case 'question': return does.words;
    case 'visits-today': return wordingOf({ kind: 'routine-prompt', urgency: 'passing', facts: { isBriefing: true } }, record, { kind: 'person' }, now, false).spoken;
    case 'before-visits': return 'Who comes, and when';
  }
}
