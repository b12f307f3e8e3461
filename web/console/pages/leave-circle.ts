import { actorOf, memberFor } from '../../../models/access/index.ts';
import { leaveCircle } from '../../../models/household/index.ts';
import { sessionCookie } from '../session-cookie.ts';
import { personPage } from '../page.ts';

/** Somebody of the circle goes of their own accord. */
export const leaveCirclePage = personPage({
  name: 'leave-circle', path: '/people/:personId/leave-circle', rule: 'leave-circle',
  view: ({ record, identity }) => {
    const [member] = memberFor(identity, record.household);
    const jobs = record.jobBook.jobs.filter(({ state, takenBy }) => state === 'taken' && takenBy?.memberId === member?.id).length;
    return Promise.resolve({ template: 'console/pages/leave-circle.njk', title: `Leave ${record.household.name.preferred}’s circle`, model: { jobs, isContact: record.visitBook.backupPlan.tell.includes(member?.id ?? '') } });
  },
  submit: async ({ services, record, identity, now, request, response }) => {
    const household = memberFor(identity, record.household).reduce((each, { id }) => leaveCircle(each, id, now), record.household);
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household, audit: [{ action: 'left-circle', by: actorOf(identity), about: 'household' }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'leave', message: 'Something changed at that very moment, so nothing was done. Send it once more' }] };
    if (saved.kind === 'unknown') return { go: `/people/${record.personId}/circle`, said: 'uncertain' };
    const token = sessionCookie.read(request);
    if (token !== undefined) await services.sessions.end(token);
    sessionCookie.clear(request, response);
    return { go: '/sign-in', said: 'left-circle' };
  },
});
