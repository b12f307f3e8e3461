import { mayDo } from '../../../models/access/index.ts';
import { stopTelling, topics, type CircleMember, type Topic } from '../../../models/household/index.ts';
import { PageProblem } from '../../errors.ts';
import { personPage, type Fault } from '../page.ts';

const topicText: Readonly<Record<Topic, string>> = { visits: 'Visits', money: 'Money', requests: 'Requests', messages: 'Messages', alerts: 'Alerts and routines' };

/** Who is around the person, and what each may know and do. */
export const circlePage = personPage({
  name: 'circle', path: '/people/:personId/circle', rule: 'see-circle',
  view: ({ services, record, identity }) => Promise.resolve({ template: 'console/pages/circle.njk', title: 'Circle', model: {
    mayChange: mayDo(identity, 'change-circle', { councilId: services.council.id, household: record.household }),
    members: record.household.circle.map((member) => ({ id: member.id, name: member.name, relationship: member.relationship, isStopped: member.stoppedAt !== undefined, knows: textOf(member.mayKnow), acts: textOf(member.mayAct) })),
  } }),
});

/** One of the circle: what they may know and do, and stopping at once. */
export const circleMemberPage = personPage({
  name: 'circle-member', path: '/people/:personId/circle/:memberId', rule: 'change-circle',
  view: ({ record, params, form }) => {
    const member = record.household.circle.find(({ id }) => id === params['memberId']);
    if (member === undefined && params['memberId'] !== 'new') throw new PageProblem(404, 'They are not in the circle any more.');
    const has = Object.keys(form).length > 0;
    const chosen = (name: string, kept: readonly Topic[]) => (has ? listIn(form[name]) : kept);
    const [know, act] = [chosen('know', member?.mayKnow ?? ['visits']), chosen('act', member?.mayAct ?? [])];
    return Promise.resolve({ template: 'console/pages/circle-member.njk', title: member?.name ?? 'Somebody new', model: {
      isNew: member === undefined, isStopped: member?.stoppedAt !== undefined, values: { name: textIn(form['name']) || (member?.name ?? ''), relationship: textIn(form['relationship']) || (member?.relationship ?? ''), phone: textIn(form['phone']) || (member?.phone ?? '') },
      know: topics.map((topic) => ({ value: topic, text: topicText[topic], checked: know.includes(topic) })), act: topics.map((topic) => ({ value: topic, text: topicText[topic], checked: act.includes(topic) })),
    } });
  },
  submit: async ({ services, record, params, form, identity, now }) => {
    const back = `/people/${record.personId}/circle`;
    const { household } = record;
    const before = household.circle.find(({ id }) => id === params['memberId']);
    const save = async (circle: readonly CircleMember[], action: string, about: string) => services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: { ...household, circle }, audit: [{ action, by: `${identity.kind}:${identity.id}`, about }] });
    if (before !== undefined && form['do'] === 'stop') {
      const stopped = stopTelling(household, before.id, undefined, now);
      if (stopped.kind === 'refused') return { go: back, said: 'done' };
      const saved = await save(stopped.household.circle, 'stopped-telling', before.id);
      return { go: back, said: saved.kind === 'saved' ? 'stopped' : 'uncertain' };
    }
    const faults = faultsIn(form);
    if (faults.length > 0) return { faults };
    const [know, act] = [listIn(form['know']), listIn(form['act'])];
    const member: CircleMember = {
      id: before?.id ?? `member-${services.newId()}`, name: textIn(form['name']), relationship: textIn(form['relationship']), kind: before?.kind ?? 'family', mayKnow: know, mayAct: act.filter((topic) => know.includes(topic)),
      ...(textIn(form['phone']) !== '' && { phone: textIn(form['phone']) }), ...(know.length === 0 && { stoppedAt: now }),
    };
    const saved = await save(before === undefined ? [...household.circle, member] : household.circle.map((each) => (each.id === member.id ? member : each)), before === undefined ? 'circle-joined' : 'circle-changed', member.id);
    return { go: back, said: saved.kind === 'saved' ? 'kept' : 'uncertain' };
  },
});

function faultsIn(form: Readonly<Record<string, string | readonly string[]>>): readonly Fault[] {
  const phone = textIn(form['phone']).replaceAll(/[^\d+]/g, '');
  return [
    ...(textIn(form['name']) === '' ? [{ field: 'name', message: 'Enter a name, as the person says it' }] : []),
    ...(textIn(form['name']).length > 60 ? [{ field: 'name', message: 'A name has at most 60 letters' }] : []),
    ...(textIn(form['relationship']) === '' ? [{ field: 'relationship', message: 'Enter who they are to the person, like daughter or neighbour' }] : []),
    ...(phone !== '' && !/^(?:\+44|0)7\d{9}$/.test(phone) ? [{ field: 'phone', message: 'Enter a UK mobile number, like 07700 900 982' }] : []),
  ];
}

function listIn(value: string | readonly string[] | undefined): readonly Topic[] {
  const chosen = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  return topics.filter((topic) => chosen.includes(topic));
}
const textIn = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value.trim() : '');
const textOf = (list: readonly Topic[]): string => (list.length === 0 ? 'Nothing' : list.map((topic) => topicText[topic]).join(', '));
