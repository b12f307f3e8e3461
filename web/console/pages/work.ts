import { actorOf, type WorkerIdentity } from '../../../models/access/index.ts';
import { isComing, type CareVisit } from '../../../models/care-visit/index.ts';
import { addDays, localDate, type Instant } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { page } from '../page.ts';
import type { WorkVisit } from '../visit-work-port.ts';
import { upperFirst } from '../words.ts';
import { hoursText, standText, visitHref, withText } from '../work-words.ts';

/** A care worker's visits of today, and one that began yesterday and is not over. With `for`, those of somebody they stand in for. */
export const workPage = page({
  name: 'work', path: paths.work, rule: 'see-own-visits', signInAt: paths.workSignIn,
  view: async ({ services, identity, query, now }) => {
    const own = identity as WorkerIdentity;
    const colleagues = await services.visitWork.colleagues(own);
    const other = colleagues.find(({ id }) => id === query['for']);
    const today = localDate(now, services.council.timeZone);
    const visits = (await services.visitWork.visits(own, other?.id ?? own.workerId, addDays(today, -1), today)).filter(({ visit }) => visit.on === today || isGoingOn(visit, now));
    return { template: 'console/pages/work.njk', title: other === undefined ? 'Today’s visits' : `${other.firstName}’s visits today`, model: {
      visits: visits.map((each) => lineOf(each, own.workerId)), colleagues, other, workerKey: own.id,
    } };
  },
});

/** The visits at one home, opened by the code that hangs there: the one that is on now by itself. */
export const workHomePage = page({
  name: 'work-home', path: '/work/at/:code', rule: 'see-own-visits', signInAt: paths.workSignIn,
  view: async ({ services, identity, params, now }) => {
    const own = identity as WorkerIdentity;
    const record = await services.visitWork.homeBy(own, params['code'] ?? '');
    // Another provider's home and a code that nobody made look the same.
    if (record === undefined) throw new PageProblem(404, 'That code is not there any more, or it is of a home that another organisation visits. Open your visits of today, or ring your office.');
    await services.audit.write({ who: actorOf(own), personId: record.personId, what: 'work-home', why: 'look', at: now });
    const today = localDate(now, record.household.timeZone);
    const visits = services.visitWork.visitsAt(record, addDays(today, -1), today).filter(({ visit }) => visit.on === today || isGoingOn(visit, now));
    const due = visits.filter(({ visit }) => isComing(visit) && visit.startsAt - dueWithinMs <= now && now <= visit.endsAt + dueWithinMs);
    const [only] = due;
    if (due.length === 1 && only !== undefined) {
      await services.visitWork.openedByCode(own, only, now);
      return { go: visitHref(only) };
    }
    return { template: 'console/pages/work.njk', title: `Today at ${record.household.name.preferred}’s home`, model: { visits: visits.map((each) => lineOf(each, own.workerId)), colleagues: [], workerKey: own.id, isHome: true } };
  },
});

const dueWithinMs = 90 * 60_000;

/** From yesterday, past midnight. */
function isGoingOn(visit: CareVisit, now: Instant): boolean {
  return (visit.status === 'started' || visit.status === 'part-started') || (isComing(visit) && visit.endsAt > now);
}

function lineOf(each: WorkVisit, workerId: string) {
  const { visit, preferred, workers, zone } = each;
  const isOver = !isComing(visit) && visit.status !== 'missed';
  return { href: visitHref(each), name: preferred, hours: hoursText(visit, zone), with: upperFirst(withText(visit, workerId, workers)), tasks: upperFirst(visit.tasks.join(', ')), stand: standText(visit, workerId, workers, zone), isOver };
}
