import { actorOf, mayDo, memberFor } from '../../../models/access/index.ts';
import { openInvitations, withoutInvitation, type Topic } from '../../../models/household/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { personPage } from '../page.ts';
import { topicText } from '../topic-words.ts';
import { dateText } from '../words.ts';
import { invitationWords } from './invite.ts';

/** Who is around the person, what each may know and do, and who was asked and has not answered. */
export const circlePage = personPage({
  name: 'circle', path: '/people/:personId/circle', rule: 'see-circle', submitRule: 'change-circle',
  view: ({ services, record, identity, now }) => {
    const subject = { councilId: services.council.id, household: record.household };
    const mayChange = mayDo(identity, 'change-circle', subject);
    const zone = record.household.timeZone;
    return Promise.resolve({ template: 'console/pages/circle.njk', title: 'Circle', model: {
      mayChange, mayLeave: mayDo(identity, 'leave-circle', subject), seesTold: mayDo(identity, 'see-told', subject) ? identity.kind === 'carer' ? memberFor(identity, record.household).map(({ id }) => id) : record.household.circle.map(({ id }) => id) : [],
      members: record.household.circle.map((member) => ({ id: member.id, name: member.name, relationship: member.relationship, isStopped: member.stoppedAt !== undefined, knows: textOf(member.mayKnow), acts: textOf(member.mayAct) })),
      invitations: mayChange ? openInvitations(record.household, now).map((each) => ({ id: each.id, name: each.name, relationship: each.relationship, contact: each.contact, by: each.invitedBy.name, since: dateText(localDate(each.invitedAt, zone)), until: dateText(localDate(each.expiresAt, zone)), knows: textOf(each.mayKnow), acts: textOf(each.mayAct) })) : [],
    } });
  },
  submit: async (asked) => {
    const { services, record, identity, form, now, request } = asked;
    const back = `/people/${record.personId}/circle`;
    const invitation = openInvitations(record.household, now).find(({ id }) => id === textIn(form['invitationId']));
    if (invitation === undefined) return { faults: [{ field: 'invitations', message: 'That invitation is answered, or has run out. The list shows how it is now' }] };
    if (form['do'] === 'again') return { go: back, said: await services.circle.send(invitation.contact, invitationWords(asked, invitation.contact, request)) ? 'invited' : 'invited-unsent' };
    if (form['do'] !== 'withdraw') return { go: back };
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: withoutInvitation(record.household, invitation.id), audit: [{ action: 'invitation-withdrawn', by: actorOf(identity), about: invitation.id }] });
    return saved.kind === 'changed-meanwhile' ? { faults: [{ field: 'invitations', message: 'Something changed at that very moment, so nothing was done. Send it once more' }] } : { go: back, said: saved.kind === 'unknown' ? 'uncertain' : 'invitation-withdrawn' };
  },
});

const textOf = (list: readonly Topic[]): string => (list.length === 0 ? 'Nothing' : list.map((topic) => topicText[topic]).join(', '));
