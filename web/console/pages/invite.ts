import type { Request } from 'express';
import { actorOf } from '../../../models/access/index.ts';
import { invitationDays, inviteToCircle, openInvitations, type Invitation } from '../../../models/household/index.ts';
import { PageProblem } from '../../errors.ts';
import { isMobile, nameFaults, topicBoxes, topicsIn } from '../circle-form.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';

/** Asks somebody into the circle by their mobile or e-mail, or changes what they will be able to know once they say yes. */
export const invitePage = personPage({
  name: 'invite', path: '/people/:personId/circle/invite/:invitationId', rule: 'change-circle',
  view: (asked) => {
    const { form } = asked;
    const invitation = invitationIn(asked);
    const value = (field: 'name' | 'relationship' | 'contact') => (form[field] === undefined ? invitation?.[field] ?? '' : textIn(form[field]));
    return Promise.resolve({ template: 'console/pages/invite.njk', title: invitation === undefined ? 'Invite somebody' : `Invitation of ${invitation.name}`, model: {
      isNew: invitation === undefined, days: invitationDays, values: { name: value('name'), relationship: value('relationship'), contact: value('contact') }, ...topicBoxes(form, { know: invitation?.mayKnow ?? ['visits'], act: invitation?.mayAct ?? [] }),
    } });
  },
  submit: async (asked) => {
    const { services, record, form, identity, now, request } = asked;
    const { household, personId } = record;
    const back = `/people/${personId}/circle`;
    const before = invitationIn(asked);
    const contact = before?.contact ?? textIn(form['contact']);
    const faults: Fault[] = [...nameFaults(form), ...(isMobile(contact) || isEmail(contact) ? [] : [{ field: 'contact', message: 'Enter a UK mobile number, like 07700 900 982, or an e-mail address, like name@example.com' }])];
    const [mayKnow, act] = [topicsIn(form['know']), topicsIn(form['act'])];
    if (mayKnow.length === 0) faults.push({ field: 'know', message: 'Choose what they may know of: without anything, there is nothing to invite them to' });
    if (faults.length > 0) return { faults };
    const asked_ = { name: textIn(form['name']), relationship: textIn(form['relationship']), mayKnow, mayAct: act.filter((topic) => mayKnow.includes(topic)) };
    const save = async (invitations: readonly Invitation[], action: string, about: string) => services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: { ...household, invitations }, audit: [{ action, by: actorOf(identity), about }] });
    if (before !== undefined) {
      const saved = await save(openInvitations(household, now).map((each) => (each.id === before.id ? { ...each, ...asked_ } : each)), 'invitation-changed', before.id);
      return saved.kind === 'changed-meanwhile' ? { faults: [changedMeanwhile] } : { go: back, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
    }
    const invited = inviteToCircle(household, { ...asked_, id: services.newId(), contact, invitedBy: { id: actorOf(identity), name: identity.name }, invitedAt: now }, (one, other) => services.circle.isSame(one, other));
    if (invited.kind === 'refused') return { faults: [refusals[invited.reason]] };
    const saved = await save(invited.household.invitations ?? [], 'invited', invited.invitation.id);
    if (saved.kind === 'changed-meanwhile') return { faults: [changedMeanwhile] };
    if (saved.kind === 'unknown') return { go: back, said: 'uncertain' };
    return { go: back, said: await services.circle.send(contact, invitationWords(asked, contact, request)) ? 'invited' : 'invited-unsent' };
  },
});

/** What is sent: nobody's name, and where to say yes or no. */
export function invitationWords({ services }: Pick<Asked, 'services'>, contact: string, request: Request): string {
  const host = request.get('Host') ?? '';
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https';
  return `My Care, ${services.council.name}: somebody you know asks you to help look after them. To see who, and to say yes or no, sign in with ${contact.includes('@') ? 'this e-mail address' : 'this number'} within ${invitationDays} days: ${scheme}://${host}/invitations`;
}

const changedMeanwhile: Fault = { field: 'name', message: 'Something changed while you were choosing, so nothing was done. Look again, and send it once more' };
const refusals: Readonly<Record<'in-circle-already' | 'invited-already' | 'too-many' | 'knows-nothing', Fault>> = {
  'in-circle-already': { field: 'contact', message: 'Somebody of the circle has that number or address already' },
  'invited-already': { field: 'contact', message: 'That number or address was invited already. Send that invitation again, or withdraw it first' },
  'too-many': { field: 'contact', message: '10 invitations wait for an answer. Withdraw one of them first' },
  'knows-nothing': { field: 'know', message: 'Choose what they may know of' },
};

function isEmail(contact: string): boolean {
  return contact.length <= 200 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/.test(contact);
}

function invitationIn({ record, params, now }: Asked<'see-person'>): Invitation | undefined {
  const invitation = openInvitations(record.household, now).find(({ id }) => id === params['invitationId']);
  if (invitation === undefined && params['invitationId'] !== 'new') throw new PageProblem(404, 'That invitation is not there any more.');
  return invitation;
}
