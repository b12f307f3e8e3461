import { stopTelling, type CircleMember } from '../../../models/household/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { PageProblem } from '../../errors.ts';
import { isMobile, nameFaults, topicBoxes, topicsIn } from '../circle-form.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';

const changedMeanwhile: Fault = { field: 'name', message: 'Something changed while you were choosing, so nothing was done. Look again, and send it once more' };

/** One of the circle: what they may know and do, and stopping at once. */
export const circleMemberPage = personPage({
  name: 'circle-member', path: '/people/:personId/circle/:memberId', rule: 'change-circle',
  view: ({ record, params, form }) => {
    const member = memberIn(record, params['memberId']);
    return Promise.resolve({ template: 'console/pages/circle-member.njk', title: member?.name ?? 'Somebody new', model: {
      isNew: member === undefined, isStopped: member?.stoppedAt !== undefined, values: { name: textIn(form['name']) || (member?.name ?? ''), relationship: textIn(form['relationship']) || (member?.relationship ?? ''), phone: textIn(form['phone']) || (member?.phone ?? '') },
      ...topicBoxes(form, { know: member?.mayKnow ?? ['visits'], act: member?.mayAct ?? [] }),
    } });
  },
  submit: async ({ services, record, params, form, identity, now }) => {
    const back = `/people/${record.personId}/circle`;
    const { household } = record;
    const before = memberIn(record, params['memberId']);
    const save = async (circle: readonly CircleMember[], action: string, about: string) => services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: { ...household, circle }, audit: [{ action, by: `${identity.kind}:${identity.id}`, about }] });
    if (before !== undefined && form['do'] === 'stop') {
      const stopped = stopTelling(household, before.id, undefined, now);
      if (stopped.kind === 'refused') return { go: back, said: 'done' };
      const saved = await save(stopped.household.circle, 'stopped-telling', before.id);
      return saved.kind === 'changed-meanwhile' ? { faults: [changedMeanwhile] } : { go: back, said: saved.kind === 'unknown' ? 'uncertain' : 'stopped' };
    }
    const phone = textIn(form['phone']);
    const faults = [...nameFaults(form), ...(phone !== '' && !isMobile(phone) ? [{ field: 'phone', message: 'Enter a UK mobile number, like 07700 900 982' }] : [])];
    if (faults.length > 0) return { faults };
    const [know, act] = [topicsIn(form['know']), topicsIn(form['act'])];
    const { email } = before ?? {};
    const member: CircleMember = {
      id: before?.id ?? `member-${services.newId()}`, name: textIn(form['name']), relationship: textIn(form['relationship']), kind: before?.kind ?? 'family', mayKnow: know, mayAct: act.filter((topic) => know.includes(topic)),
      ...(phone !== '' && { phone }), ...(email !== undefined && { email }), ...(know.length === 0 && { stoppedAt: now }),
    };
    const saved = await save(before === undefined ? [...household.circle, member] : household.circle.map((each) => (each.id === member.id ? member : each)), before === undefined ? 'circle-joined' : 'circle-changed', member.id);
    return saved.kind === 'changed-meanwhile' ? { faults: [changedMeanwhile] } : { go: back, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

function memberIn({ household }: PersonRecord, id: string | undefined): CircleMember | undefined {
  const member = household.circle.find((each) => each.id === id);
  if (member === undefined && id !== 'new') throw new PageProblem(404, 'They are not in the circle any more.');
  return member;
}
