import { cancelRequest, mayCancel } from '../../../models/service-request/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { mostNoteLetters } from '../request-decided.ts';
import { keepStep, requestHref, requestIn } from '../request-step.ts';
import { whatText } from '../request-words.ts';
import { moneyText } from '../words.ts';

/** Taking back what was asked for, as far as the rules let whoever asks; what the person will hear of it is on the page. */
export const cancelRequestPage = personPage({
  name: 'cancel-request', path: '/people/:personId/requests/:requestId/cancel', rule: 'cancel-requests',
  view: ({ services, record, params, form, identity, now }) => {
    const request = requestIn(record, params['requestId']);
    const as = identity.kind === 'staff' ? 'council' : 'own';
    const note = textIn(form['note']);
    const { council } = record.household;
    const isHeld = record.budget?.openSetAsides.some(({ requestId }) => requestId === request.id) === true;
    return Promise.resolve({ template: 'console/pages/cancel-request.njk', title: 'Cancel a request', model: {
      what: whatText(request), isStaff: as === 'council', note, most: mostNoteLetters, back: requestHref(record.personId, request.id, '/steps'), money: isHeld ? moneyText(request.costPence) : undefined,
      cannot: mayCancel(request, as, now) ? undefined : as === 'own' && mayCancel(request, 'council', now) ? `It is booked, and somebody may be on their way. ${council.name} can still cancel it, on ${council.phone}.` : 'This is over, or it was done. It cannot be cancelled any more.',
      hears: identity.kind === 'person' ? undefined : services.requests.hears(record, request, { state: 'cancelled', by: identity.name, ...(note !== '' && { note }) }), isBooked: request.state === 'booked',
    } });
  },
  submit: async (asked) => {
    const { record, params, form, identity, now } = asked;
    const request = requestIn(record, params['requestId']);
    const [note, as] = [textIn(form['note']), identity.kind === 'staff' ? 'council' as const : 'own' as const];
    const faults: Fault[] = [];
    if (as === 'council' && note === '') faults.push({ field: 'note', message: 'Enter the reason, in words that can be read out' });
    if (note.length > mostNoteLetters) faults.push({ field: 'note', message: `A reason that is read out has at most ${mostNoteLetters} letters` });
    if (faults.length > 0) return { faults };
    const change = cancelRequest({ id: request.id, by: identity.kind === 'person' ? 'person' : identity.name, as, ...(note !== '' && { note }) }, { requestBook: record.requestBook, budget: record.budget }, now);
    if (change.kind === 'refused') return { faults: [{ field: 'note', message: change.reason === 'too-late' ? 'It is booked, so the council has to cancel it' : 'This is over, or it was done. It cannot be cancelled any more' }] };
    return keepStep(asked, change, { deed: 'request-cancelled', go: `/people/${record.personId}/requests`, said: 'cancelled', field: 'note', typed: note });
  },
});
