import { isWaiting, waitingReasons, waitsForSecond, whyWaiting, type WaitingLine, type WaitingReason } from '../../../models/service-request/index.ts';
import { mayDo, type Identity } from '../../../models/access/index.ts';
import { needWords } from '../../../models/service/index.ts';
import { page, type Asked } from '../page.ts';
import { requestHref } from '../request-step.ts';
import { agoText, costText, waitingText, whatText } from '../request-words.ts';
import { lowerFirst, upperFirst } from '../words.ts';

const perPage = 25;
const mine = 'mine';
type Why = WaitingReason | typeof mine | '';

/** What waits for a decision, the longest first: narrowed by why it waits and by kind of service, a page at a time. Only those on the page are read. */
export const queuePage = page({
  name: 'queue', path: '/requests', rule: 'see-queue',
  view: async (asked) => {
    const { services, query, identity, now } = asked;
    const [all, changes] = await Promise.all([services.requests.waiting(), services.budgetChanges.waiting()]);
    const kind = query['kind'] ?? '';
    const ofKind = all.some(({ category }) => category === kind) ? all.filter(({ category }) => category === kind) : all;
    const why: Why = ([mine, ...waitingReasons] as const).find((each) => each === query['why']) ?? '';
    const fitting = ofKind.filter((line) => fits(line, why, identity));
    const pages = Math.max(1, Math.ceil(fitting.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    const rest = (reason: string, more: Readonly<Record<string, string>> = {}) => `/requests?${new URLSearchParams({ ...(ofKind !== all && { kind }), ...(reason !== '' && { why: reason }), ...more }).toString()}`;
    const counts = countsOf(ofKind, identity);
    const named: readonly (readonly [Why, string])[] = [['', 'All'], ...(isDecider(identity, services.council.id) ? [[mine, 'Waits for your second yes'] as const] : []), ...waitingReasons.map((reason) => [reason, waitingText[reason]] as const)];
    const choices = named
      .map(([id, text]) => ({ id, text, count: counts.get(id) ?? 0, href: rest(id), isCurrent: id === why })).filter(({ id, count, isCurrent }) => id === '' || id === mine || count > 0 || isCurrent);
    return { template: 'console/pages/queue.njk', title: 'Requests that wait', model: {
      changes: changes.length, count: fitting.length, total: all.length, page: number, pages, choices, why, rest: rest(why, {}), kind: ofKind === all ? '' : kind,
      kinds: [...Map.groupBy(all, ({ category }) => category)].map(([category, lines]) => ({ value: category, text: `${upperFirst(needWords(category))} (${lines.length})` })).sort((one, other) => one.text.localeCompare(other.text, 'en-GB')),
      rows: await rowsOf(asked, fitting.slice((number - 1) * perPage, number * perPage)), oldest: fitting[0] === undefined ? undefined : agoText(fitting[0].askedAt, now, services.council.timeZone),
    } };
  },
});

/** How many wait for each reason, in one look at them all. */
function countsOf(lines: readonly WaitingLine[], identity: Identity): ReadonlyMap<Why, number> {
  const counts = new Map<Why, number>([['', lines.length]]);
  for (const line of lines) for (const why of [...whyWaiting(line), ...(fits(line, mine, identity) ? [mine] as const : [])]) counts.set(why, (counts.get(why) ?? 0) + 1);
  return counts;
}

function fits(line: WaitingLine, why: Why, identity: Identity): boolean {
  if (why === '') return true;
  if (why === mine) return waitsForSecond(line, { id: identity.id, isApprover: identity.kind === 'staff' && identity.roles.includes('approver') });
  return whyWaiting(line).includes(why);
}

function isDecider(identity: Identity, council: Identity['councilId']): boolean {
  return identity.kind === 'staff' && identity.councilId === council && (identity.roles.includes('adviser') || identity.roles.includes('approver'));
}

async function rowsOf({ services, identity, now }: Asked<'signed-in'>, lines: readonly WaitingLine[]) {
  const zone = services.council.timeZone;
  const rows = await Promise.all(lines.map(async (line) => {
    const record = await services.records.byPerson(services.council.id, line.personId);
    const request = record?.requestBook.requests.find(({ id }) => id === line.requestId);
    // Decided between the list and the record: it waits no more.
    if (record === undefined || request === undefined || !isWaiting(request)) return undefined;
    const mayDecide = mayDo(identity, 'decide-requests', { councilId: services.council.id, household: record.household });
    const why = whyWaiting(line).map((reason, place) => (reason === 'second-yes' ? `${request.firstYes?.name ?? 'Somebody'} agreed, a second has to` : reason === 'more-asked' ? `More was asked ${agoText(line.since, now, zone)}` : place === 0 ? waitingText[reason] : lowerFirst(waitingText[reason])));
    return [
      { text: record.household.name.full, href: requestHref(line.personId, line.requestId, mayDecide && request.state !== 'disputed' ? '' : '/steps') }, { text: whatText(request) },
      { text: costText(request), format: 'numeric' }, { text: why.join(', ') }, { text: upperFirst(agoText(line.askedAt, now, zone)) },
    ];
  }));
  return rows.filter((row) => row !== undefined);
}
