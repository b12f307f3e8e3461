import { actorOf } from '../../../models/access/index.ts';
import { acceptInvitation, withoutInvitation, type Topic } from '../../../models/household/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { page } from '../page.ts';
import { begin } from '../signing-in.ts';
import { topicText } from '../topic-words.ts';
import { dateText } from '../words.ts';

/** Into whose circle one is asked: what one would know and do there, and one's yes or no. */
export const invitationsPage = page({
  name: 'invitations', path: '/invitations', rule: 'signed-in',
  view: async ({ services, identity }) => ({ template: 'console/pages/invitations.njk', title: 'Invitations', model: {
    isOwnContact: identity.kind === 'person',
    invitations: (await services.circle.asked(identity)).map(({ record, invitation }) => ({
      id: invitation.id, personId: record.personId, whose: record.household.name.preferred, by: invitation.invitedBy.name, relationship: invitation.relationship,
      knows: textOf(invitation.mayKnow), acts: textOf(invitation.mayAct), until: dateText(localDate(invitation.expiresAt, record.household.timeZone)),
    })),
  } }),
  submit: async ({ services, identity, form, now, request, response }) => {
    const found = (await services.circle.asked(identity)).find(({ record, invitation }) => record.personId === textIn(form['personId']) && invitation.id === textIn(form['invitationId']));
    if (found === undefined || identity.kind !== 'carer') return { faults: [{ field: 'invitations', message: 'That invitation was withdrawn, or has run out. Ask for a new one' }] };
    const { record, invitation } = found;
    const save = async (household: typeof record.household, action: string) => services.records.save(record, { idempotencyKey: `invitation-${invitation.id}-${action}`, at: now, household, audit: [{ action, by: actorOf(identity), about: invitation.id }] });
    if (form['do'] === 'no') {
      const saved = await save(withoutInvitation(record.household, invitation.id), 'invitation-declined');
      return saved.kind === 'changed-meanwhile' ? { faults: [meanwhile] } : { go: '/invitations', said: saved.kind === 'unknown' ? 'uncertain' : 'invitation-declined' };
    }
    const accepted = form['do'] === 'yes' ? acceptInvitation(record.household, invitation.id, now) : undefined;
    if (accepted === undefined) return { faults: [{ field: 'invitations', message: 'Choose yes or no' }] };
    const saved = await save(accepted.household, 'invitation-accepted');
    if (saved.kind === 'changed-meanwhile') return { faults: [meanwhile] };
    if (saved.kind === 'unknown') return { go: '/invitations', said: 'uncertain' };
    // Whom they look after is read anew, with a new session.
    const renewed = await services.circle.identityNow(identity);
    if (renewed !== undefined) await begin(services, renewed, request, response);
    return { go: `/people/${record.personId}`, said: 'invitation-accepted' };
  },
});

const meanwhile = { field: 'invitations', message: 'Something changed at that very moment, so nothing was done. Send it once more' };
const textOf = (list: readonly Topic[]): string => (list.length === 0 ? 'Nothing' : list.map((topic) => topicText[topic]).join(', '));
