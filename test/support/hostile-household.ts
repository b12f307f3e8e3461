// A household and a directory as they are kept, with hostile words wherever words can stand: a field added later is attacked without being named here.
import { jobDeeds } from '../../models/job/index.ts';
import { usualPassport } from '../../models/household/index.ts';
import { requestStates, type ServiceRequest } from '../../models/service-request/index.ts';
import type { Service } from '../../models/service/index.ts';
import { localDate, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import type { DemonstrationPerson } from '../../lambda/demonstration/demonstration-person.ts';
import type { NewPerson } from '../../lambda/store/create-person.ts';
import { hostileIds, hostileWords } from './hostile-words.ts';

/** The person again with the next of the hostile words in each text: after as many turns as there are words, each text has been each of them. `words`: others in their place. */
export function hostilePerson(model: DemonstrationPerson, { id, council, turn, now, words = wordsFrom(turn) }: { id: PersonId; council: CouncilId; turn: number; now: Instant; words?: () => string }): NewPerson {
  const { about: _, ...person } = spoiled(withEverything(model, now), words) as DemonstrationPerson;
  const task = person.visitBook.rounds[0]?.tasks[0] ?? '';
  const passport = { ...usualPassport, ...person.household.passport, words: Object.fromEntries([[task, words()], ['constructor', words()]]) };
  const privacy = turn % 7 === 5 ? { answers: 'to-phone' as const, wrongTries: 0, sendTo: turn % 2 === 0 ? 'susan' : 'self' } : person.household.privacy;
  return { ...person, personId: id, councilId: council, household: { ...person.household, personId: id, councilId: council, passport, privacy } };
}

/** The same household with every id of a worker, visit, member, message or request hostile too, wherever it is referred to. */
export function withHostileIds(person: NewPerson): NewPerson {
  const renamed = new Map<string, string>();
  const rename = (id: string): string => {
    const [base = '', ...day] = id.split('@');
    if (!renamed.has(base)) renamed.set(base, hostileIds[renamed.size * 3 % hostileIds.length] ?? base);
    return [renamed.get(base) ?? base, ...day].join('@');
  };
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return refersTo.test(key) && value !== 'self' ? rename(value) : value;
    if (Array.isArray(value)) return value.map((each) => walk(each, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, name)]));
  };
  return walk(person, '') as NewPerson;
}
const refersTo = /^(id|roundId|visitId|requestId|memberId|fromMemberId|workerId|workerIds|sendTo|tell|reverses)$/;

/** Every service with the next hostile words in each of its texts; every third keeps its category and its price, so that it is still found and can be paid for. */
export function hostileServices(services: readonly Service[], turn: number): readonly Service[] {
  return services.map((service, place) => {
    const spoilt = spoiled(service, wordsFrom(turn * services.length + place)) as Service;
    return place % 3 === 0 ? { ...spoilt, attributes: service.attributes, cost_options: service.cost_options } : spoilt;
  });
}

/** Gives the next word each time it is asked, from this place in the list on. */
function wordsFrom(start: number): () => string {
  let next = start;
  return () => hostileWords[next++ % hostileWords.length] ?? '';
}

/** What is not words: ids, and what the store itself checks against a closed list. */
const notWords = new Set(['id', 'personId', 'councilId', 'roundId', 'visitId', 'requestId', 'memberId', 'fromMemberId', 'workerId', 'workerIds', 'serviceId', 'sendTo', 'tell', 'reverses', 'timeZone', 'kind', 'deed', 'status', 'said', 'says', 'how', 'activity', 'theme', 'state', 'answers',
  'unit', 'basis', 'mechanism', 'source', 'mayKnow', 'mayAct', 'reasons', 'partOfDay', 'salt', 'hash', 'covers', 'provenance', 'freq', 'byday', 'bymonthday', 'location_type']);
/** Closed lists under names that are words elsewhere. */
const closedLists: Readonly<Record<string, ReadonlySet<string>>> = { by: new Set(['person', 'family', 'agency', 'council']), what: new Set(jobDeeds) };

function spoiled(value: unknown, words: () => string, key = ''): unknown {
  if (notWords.has(key)) return value;
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$|^\d\d:\d\d$/.test(value) || closedLists[key]?.has(value) === true ? value : words();
  if (Array.isArray(value)) return value.map((each) => spoiled(each, words, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoiled(each, words, name)]));
}

/** A request in every state, messages both ways, words kept and a talk broken off: so that every answer has something to say. */
function withEverything(person: DemonstrationPerson, now: Instant): DemonstrationPerson {
  const at = (minutesAgo: number) => (now - minutesAgo * 60_000) as Instant;
  const draft = { serviceId: 'kept-service', serviceName: 'name', providerName: 'name', what: 'what', category: 'category', isProviderApproved: true, unit: 'free' as const, units: 1 };
  const requests = requestStates.map((state, place): ServiceRequest => ({
    ...draft, id: `kept-${state}`, serviceId: `service-${state}`, reference: 'reference', state, costPence: 0 as ServiceRequest['costPence'], reasons: [], askedAt: at(9000 - place), undoUntil: at(8990 - place), expiresAt: at(-9000),
    history: [{ state: 'needs-review', at: at(9000), by: 'rules' }, { state, at: at(60), by: 'adviser', note: 'note' }],
  }));
  const from = (id: string) => ({ id, fromMemberId: 'susan', fromName: 'name', words: 'words' });
  return {
    ...person,
    requestBook: { requests },
    jobBook: { jobs: [{ id: 'job', kind: 'other', words: 'words', on: localDate(now, person.household.timeZone), state: 'taken', takenBy: { memberId: 'susan', name: 'name' }, history: [{ deed: 'offered', by: { kind: 'person', name: 'name' }, at: at(60) }] }] },
    messageBook: {
      forPerson: [{ ...from('first'), sentAt: at(700) }, { ...from('second'), sentAt: at(600) }],
      wordLeft: [{ id: 'left', to: { kind: 'circle', memberId: 'susan', name: 'name' }, about: 'about', words: 'words', leftAt: at(90) }, { id: 'asked', to: { kind: 'council', name: 'name' }, about: 'about', words: 'words', leftAt: at(80) }],
    },
    outcomeBook: { ...person.outcomeBook, feedback: [{ id: 'said', about: { kind: 'general', name: 'name' }, words: 'words', at: at(5000) }] },
    unfinished: { what: 'asking', data: { kind: 'send-request', draft, toAdviser: false }, at: at(30) },
  };
}
