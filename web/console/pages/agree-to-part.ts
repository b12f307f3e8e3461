import { agreeToPart, openRequests, splitRequest, twoMustAgree, type PartChange, type ServiceRequest } from '../../../models/service-request/index.ts';
import { leftPence } from '../../../models/budget/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { deciderOf, mostNoteLetters, refusedText } from '../request-decided.ts';
import { keepStep, requestHref, requestIn } from '../request-step.ts';
import { costText, whatText } from '../request-words.ts';
import { moneyText } from '../words.ts';

/** A yes to a part of what was asked for, with what becomes of the rest; or two requests of one, each to be decided by itself. Both are shown as they will be heard before anything is sent. */
export const agreeToPartPage = personPage({
  name: 'agree-to-part', path: '/people/:personId/requests/:requestId/part', rule: 'decide-requests',
  view: (asked) => {
    const { record, params, form } = asked;
    const request = requestIn(record, params['requestId']);
    const typed = typedIn(form);
    const change = typed.units === undefined ? undefined : partOf(asked, request);
    const parts = change?.kind === 'changed' ? shown(asked, change) : undefined;
    return Promise.resolve({ template: 'console/pages/agree-to-part.njk', title: 'Agree to a part, or split it', model: {
      what: whatText(request), cost: costText(request), unit: request.unit, units: request.units ?? 1, cannot: cannotSplit(request), back: requestHref(record.personId, request.id), most: mostNoteLetters, parts,
      values: { units: textIn(form['units']), rest: typed.rest, note: typed.note }, left: record.budget === undefined ? undefined : moneyText(leftPence(record.budget)), mustTwo: twoMustAgree(request, asked.services.council.twoAgreeAbovePence),
    } });
  },
  submit: async (asked) => {
    const { record, params, form } = asked;
    const request = requestIn(record, params['requestId']);
    const { units, rest, note } = typedIn(form);
    const faults: Fault[] = [];
    if (units === undefined) faults.push({ field: 'units', message: `Enter how many ${request.unit}s you agree to, or split off, like 2` });
    if (rest === undefined) faults.push({ field: 'rest', message: 'Choose what becomes of the rest' });
    if (rest === 'declined' && note === '') faults.push({ field: 'note', message: 'Enter the reason, in words that can be read out' });
    if (note.length > mostNoteLetters) faults.push({ field: 'note', message: `A reason that is read out has at most ${mostNoteLetters} letters` });
    const change = faults.length > 0 ? undefined : partOf(asked, request);
    if (change?.kind === 'refused') faults.push({ field: 'units', message: change.reason === 'not-a-part' ? notAPart(request) : refusedText(change.reason) });
    if (form['do'] === 'preview' || change === undefined || change.kind === 'refused') return { faults };
    if (rest === 'split') return keepStep(asked, change, { deed: 'request-split', go: requestHref(record.personId, request.id), said: 'request-split', field: 'units', typed: `${units} split` });
    const isHalf = change.request.state === 'needs-review';
    return keepStep(asked, change, { deed: isHalf ? 'request-first-yes-to-part' : 'request-part-approved', go: '/requests', said: isHalf ? 'half-agreed' : rest === 'declined' ? 'part-agreed' : 'part-agreed-rest-waits', field: 'units', typed: `${units} ${rest} ${note}` });
  },
});

function typedIn(form: Asked['form']) {
  const typed = textIn(form['units']);
  const rest = (['waiting', 'declined', 'split'] as const).find((each) => each === form['rest']);
  return { units: /^\d{1,4}(\.\d{1,2})?$/.test(typed) ? Number(typed) : undefined, rest, note: textIn(form['note']) };
}

function partOf({ services, record, form, identity, now }: Asked<'see-person'>, { id }: ServiceRequest): PartChange {
  const { units = 0, rest = 'waiting', note } = typedIn(form);
  const reference = services.catalogue.reference(openRequests(record.requestBook).map((request) => request.reference));
  const other = { id: `console-${services.newId()}`, reference };
  if (rest === 'split') return splitRequest({ id, units, by: identity.name, rest: other }, record, now);
  return agreeToPart({ id, units, by: deciderOf(identity), twoAgreeAbovePence: services.council.twoAgreeAbovePence, ...(note !== '' && { note }), rest: { ...other, becomes: rest } }, record, now);
}

/** Each part with its price, and what is said of it and when. */
function shown({ services, record, identity, form }: Asked<'see-person'>, { request, rest }: Extract<PartChange, { kind: 'changed' }>) {
  const isHalf = request.state === 'needs-review';
  const hears = (each: ServiceRequest, state: ServiceRequest['state']) => services.requests.hears(record, each, { state, by: identity.name, ...(each.history.at(-1)?.note !== undefined && { note: each.history.at(-1)?.note ?? '' }) });
  if (typedIn(form).rest === 'split') return [request, rest].map((each) => ({ what: whatText(each), cost: costText(each), how: 'waits for a decision of its own. Nothing is said of it until then', hears: hears(each, 'approved'), isLater: true }));
  return [
    { what: whatText(request), cost: costText(request), how: isHalf ? 'is agreed to by you. A second has to agree' : 'is agreed to, and its money is set aside', hears: hears(request, 'approved'), isLater: isHalf },
    { what: whatText(rest), cost: costText(rest), how: rest.state === 'declined' ? 'is declined' : 'goes on waiting, as a request of its own', hears: rest.state === 'declined' ? hears(rest, 'declined') : undefined, isLater: false },
  ];
}

function cannotSplit(request: ServiceRequest): string | undefined {
  const { state, costPence, unit, units = 1 } = request;
  if (state === 'more-asked') return 'More was asked about this. Write down the answer first, or decide on all of it.';
  if (state !== 'needs-review') return 'This does not wait for a decision any more.';
  if (costPence === 0) return 'There is no price to share out. You can agree to all of it, with a price, or decline it.';
  return units > (unit === 'hour' || unit === 'day' ? 0.5 : 1) ? undefined : 'There is only one of it, so there is no part to agree to.';
}

function notAPart({ unit, units = 1 }: ServiceRequest): string {
  return unit === 'hour' || unit === 'day' ? `Enter whole or half ${unit}s, fewer than ${units}` : `Enter a whole number, fewer than ${units}`;
}
