import { createHash } from 'node:crypto';
import { mostPrivateKeys, privateKeyEndsAt, actorOf, mayDo, memberFor, type Identity } from '../../models/access/index.ts';
import { calendarEvents, feedReach, reviseFeed, type RevisedEvent } from '../../models/calendar/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { RoutineBook } from '../../models/routine/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { CalendarDesk } from '../../web/calendar/calendar-port.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { calendarFeedRows, type CalendarFeed } from '../store/calendar-feed-rows.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import { writeCalendar } from './write-calendar.ts';

const tries = 4;

/** Private calendar addresses. What one shows, and whether it shows anything, is decided by the table of access each time it is read. */
export function calendarDesk({ table, records, clock }: Pick<Services, 'table' | 'records' | 'clock'>, council: CouncilId): CalendarDesk {
  const rows = calendarFeedRows(table);
  const store = alertStore(table);
  return {
    list: async (identity, person) => (await rows.list(council, person)).filter(({ viewer }) => seesIt(identity, viewer)).map(({ id, viewer, choices, madeAt, readAt, endsAt }) => ({
      id, choices, madeAt, isOwn: actorOf(viewer) === actorOf(identity), whose: viewer.name, ...(readAt !== undefined && { readAt }), ...(endsAt !== undefined && { endsAt }),
    })),
    make: async (identity, personId, choices) => {
      const now = clock();
      if ((await rows.list(council, personId)).length >= mostPrivateKeys) return { kind: 'too-many' };
      const endsAt = privateKeyEndsAt(identity, now);
      const address = await rows.add(council, { viewer: identity, personId, choices, madeAt: now, ...(endsAt !== undefined && { endsAt }) });
      return address === undefined ? { kind: 'uncertain' } : { kind: 'made', address };
    },
    end: async (identity, personId, id) => {
      const feed = (await rows.list(council, personId)).find((each) => each.id === id);
      if (feed !== undefined && seesIt(identity, feed.viewer)) return rows.remove(council, feed);
      return true;
    },
    read: async (address) => {
      const feed = await rows.find(address);
      const now = clock();
      if (feed === undefined || feed.viewer.councilId !== council || (feed.endsAt !== undefined && feed.endsAt <= now)) return undefined;
      const [record, reach] = await Promise.all([records.byPerson(council, feed.personId), feed.choices.withRoutines ? store.whomToTell(council, feed.personId) : undefined]);
      if (record === undefined) return undefined;
      const events = await revised(feed, record, reach?.routines, now);
      if (events === undefined) return undefined;
      await rows.markRead(feed, now);
      const text = writeCalendar(feed.choices.titles === 'plain' ? 'Care' : `Care for ${record.household.name.preferred}`, events);
      return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`, changedAt: Math.max(feed.madeAt, ...events.map(({ revision }) => revision.changedAt)) as Instant };
    },
  };

  /** What it says now; undefined for a viewer who may know nothing of it any more. Two readers at once agree on the numbers: the second reads again. */
  async function revised(feed: CalendarFeed, { household, visitBook, jobBook }: PersonRecord, routines: RoutineBook | undefined, now: Instant): Promise<readonly RevisedEvent[] | undefined> {
    const subject = { councilId: council, household };
    if (!mayDo(feed.viewer, 'see-visits', subject)) return undefined;
    const zone = household.timeZone;
    const own = mayDo(feed.viewer, 'see-jobs', subject) ? memberFor(feed.viewer, household).map(({ id }) => id) : [];
    const taken = jobBook.jobs.filter(({ state, takenBy }) => state === 'taken' && takenBy !== undefined && own.includes(takenBy.memberId));
    const events = calendarEvents({ visitBook, taken, routines: mayDo(feed.viewer, 'see-routines', subject) ? routines?.routines ?? [] : [], zone }, feed.choices, now, (about) => uidOf(council, feed.personId, about));
    for (let tried = 0; tried < tries; tried += 1) {
      const { version, revisions } = await rows.revisions(feed.id);
      const said = reviseFeed(revisions, events, { now: (now - (now % 1_000)) as Instant, from: feedReach(now, zone).from, markOf: (text) => createHash('sha256').update(text).digest('base64url').slice(0, 12) });
      const known = new Set(revisions);
      if (said.length === revisions.length && said.every(({ revision }) => known.has(revision))) return said;
      if (await rows.keepRevisions(feed.id, version, said.map(({ revision }) => revision))) return said;
    }
    throw new StoreDoesNotAnswer('what a calendar last said could not be kept');
  }
}

/** Staff who look after the circle, and the person, see every address there is; others their own. */
function seesIt(identity: Identity, viewer: Identity): boolean {
  return actorOf(viewer) === actorOf(identity) || identity.kind === 'person' || identity.kind === 'staff';
}

function uidOf(council: CouncilId, person: PersonId, about: string): string {
  return `${createHash('sha256').update(JSON.stringify([council, person, about])).digest('hex').slice(0, 32)}@my-care`;
}
