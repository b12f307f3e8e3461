import { actorOf } from '../../../models/access/index.ts';
import { askInRecord, seenOf } from '../../../models/person-record/index.ts';
import { aroundHome, foundById, type FoundService } from '../../../models/service/index.ts';
import { draftRequest, isCounted, openRequests, type RequestDraft } from '../../../models/service-request/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { dateItems } from '../date-fields.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { confirmRequest } from '../confirm-request.ts';
import { priceText, serviceHref, timesText } from '../service-words.ts';
import { whatText } from '../request-words.ts';
import { wantedIn } from '../wanted-form.ts';

type Here = Asked<'see-person'>;

/** Asking for a service on somebody's behalf, by the very rules the voice asks by: what is wanted, then all of it read back with its price, then one clear yes. */
export const askForServicePage = personPage({
  name: 'ask-for-service', path: '/people/:personId/services/:serviceId/ask', rule: 'ask-for-service',
  view: async (asked) => {
    const { record, form, now } = asked;
    const today = localDate(now, record.household.timeZone);
    const found = await serviceAskedFor(asked);
    const draft = draftRequest(found, {}, today);
    return { template: 'console/pages/ask-for-service.njk', title: `Ask for ${found.name}`, model: {
      price: priceText(found.cost), times: timesText(found.usualTimes), unit: isCounted(draft) ? draft.unit : undefined, back: serviceHref(record.personId, found.service.id),
      coming: openRequests(record.requestBook).filter(({ serviceId }) => serviceId === found.service.id).map((request) => ({ what: whatText(request), reference: request.reference })),
      values: { units: textIn(form['units']), every: textIn(form['every']), part: textIn(form['part']) }, dates: (isFaulty: boolean) => dateItems(form, 'on', draft.on, isFaulty),
    } };
  },
  submit: async (asked) => {
    const { record, form, now } = asked;
    const found = await serviceAskedFor(asked);
    const read = wantedIn(form, found, localDate(now, record.household.timeZone));
    if ('faults' in read || form['do'] === 'change') return { faults: 'faults' in read ? read.faults : [] };
    return form['do'] === 'send' ? send(asked, read.draft) : { shown: confirmRequest(asked, read.draft) };
  },
});

async function serviceAskedFor({ services, params, record: { household }, now }: Here): Promise<FoundService> {
  const found = foundById(await services.catalogue.directory(), params['serviceId'] ?? '', aroundHome(household, localDate(now, household.timeZone)));
  if (found?.service.status !== 'active') throw new PageProblem(404, 'That service is not there any more.');
  return found;
}

/** The yes counts for what was read back, at that price and with that decision; anything else is read back again. */
async function send(asked: Here, draft: RequestDraft) {
  const { services, record, form, identity, now } = asked;
  const id = textIn(form['id']);
  const seen = seenOf(draft, record);
  if (!/^console-[0-9a-f-]{36}$/.test(id) || form['seen'] !== seen.mark) return { shown: confirmRequest(asked, draft, { isChanged: true }) };
  const { requestBook, household } = record;
  const reference = services.catalogue.reference(openRequests(requestBook).map((request) => request.reference));
  const by = identity.kind === 'person' ? 'person' as const : { id: actorOf(identity), name: identity.name };
  const result = askInRecord(record, { draft, id, reference, by, actor: actorOf(identity), what: whatText(draft), again: form['again'] === 'yes' }, now, localDate(now, household.timeZone));
  const go = { go: `/people/${record.personId}/requests` };
  if (result.kind === 'asked-already') return result.request.id === id ? { ...go, said: result.request.state === 'needs-review' ? 'adviser-asked' : 'asked-for' } : { shown: confirmRequest(asked, draft, { isTwice: result.request.reference }) };
  if (result.kind === 'not-enough') return { shown: confirmRequest(asked, draft, { isChanged: true }) };
  const saved = await services.records.save(record, result.change);
  if (saved.kind === 'changed-meanwhile') return { shown: confirmRequest(asked, draft, { isChanged: true }) };
  services.requests.wake();
  return { ...go, said: saved.kind === 'unknown' ? 'uncertain' : result.kind === 'asked-for-review' ? 'adviser-asked' : 'asked-for' };
}
