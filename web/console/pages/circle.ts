import { mayDo } from '../../../models/access/index.ts';
import type { Topic } from '../../../models/household/index.ts';
import { personPage } from '../page.ts';
import { topicText } from '../topic-words.ts';

/** Who is around the person, and what each may know and do. */
export const circlePage = personPage({
  name: 'circle', path: '/people/:personId/circle', rule: 'see-circle',
  view: ({ services, record, identity }) => Promise.resolve({ template: 'console/pages/circle.njk', title: 'Circle', model: {
    mayChange: mayDo(identity, 'change-circle', { councilId: services.council.id, household: record.household }),
    members: record.household.circle.map((member) => ({ id: member.id, name: member.name, relationship: member.relationship, isStopped: member.stoppedAt !== undefined, knows: textOf(member.mayKnow), acts: textOf(member.mayAct) })),
  } }),
});

const textOf = (list: readonly Topic[]): string => (list.length === 0 ? 'Nothing' : list.map((topic) => topicText[topic]).join(', '));
