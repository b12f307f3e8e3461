import type { Gap, GapReason, ReachFound } from '../../../models/alert/index.ts';
import { kindText } from '../alert-kind-words.ts';
import type { ConsoleServices } from '../console-port.ts';
import { textIn } from '../form-text.ts';
import { page } from '../page.ts';
import { csvRow, momentText } from '../words.ts';

const perPage = 50;
const isId = (text: string | undefined): text is string => text !== undefined && /^[A-Za-z0-9_-]{1,100}$/.test(text);

/** Whose ladders have steps that reach nobody, the urgent first, with where each is mended. */
export const ruleReachPage = page({
  name: 'rule-reach', path: '/rules/reach', rule: 'see-rules',
  view: async ({ services, query }) => {
    const [{ all, people, lookedAt }, zone] = [await unreached(services), services.council.timeZone];
    const reason = query['why'] !== undefined && query['why'] in reasonText ? query['why'] as GapReason : undefined;
    const chosen = all.filter(({ gaps }) => reason === undefined || gaps.some((gap) => gap.reason === reason));
    const number = Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1);
    // Those who are shown are looked at as they are now: what was mended since is not shown any more.
    const shown = (await services.rules.reach.lookAt(chosen.slice((number - 1) * perPage, number * perPage).map(({ personId }) => personId))).filter(({ gaps }) => gaps.some((gap) => reason === undefined || gap.reason === reason));
    const upTo = isId(query['upTo']) ? query['upTo'] : undefined;
    const looked = /^\d{1,7}$/.test(query['looked'] ?? '') ? Number(query['looked']) : undefined;
    return { template: 'console/pages/rule-reach.njk', title: 'Who cannot be reached', model: {
      unreached: all.length, urgent: all.filter(hasUrgent).length, people: people.size, lookedAt,
      reasons: (Object.entries(reasonText) as [GapReason, (typeof reasonText)[GapReason]][]).map(([key, { text }]) => ({ key, text, count: all.filter(({ gaps }) => gaps.some((gap) => gap.reason === key)).length })).filter(({ count }) => count > 0), why: reason,
      oldest: all.length === 0 ? undefined : momentText(all.reduce((oldest, { at }) => (at < oldest ? at : oldest), all[0]?.at ?? services.clock()), zone), upTo, looked, isLooking: upTo !== undefined && looked !== undefined, isLooked: upTo === undefined && looked !== undefined,
      lines: shown.map(({ personId, gaps }) => ({ personId, name: people.get(personId) ?? personId, gaps: gaps.map((gap) => ({ ...reasonText[gap.reason], href: `/people/${personId}/${reasonText[gap.reason].mend}`, kinds: kindsText(gap), isUrgent: gap.urgent.length > 0 })) })),
      page: number, pages: Math.max(1, Math.ceil(chosen.length / perPage)), whyQuery: reason === undefined ? '' : `why=${reason}&`,
    } };
  },
  submit: async ({ services, form }) => {
    const upTo = textIn(form['upTo']);
    const before = /^\d{1,7}$/.test(textIn(form['looked'])) ? Number(textIn(form['looked'])) : 0;
    const { looked, upTo: next, isDone } = await services.rules.reach.lookOn(isId(upTo) ? upTo as ReachFound['personId'] : undefined);
    return { go: `/rules/reach?looked=${before + looked}${isDone || next === undefined ? '' : `&upTo=${encodeURIComponent(next)}`}` };
  },
});

/** The same as a file for a spreadsheet, a line for each person and cause. */
export const ruleReachFilePage = page({
  name: 'rule-reach-file', path: '/rules/reach.csv', rule: 'see-rules',
  view: async ({ services }) => {
    const { all, people } = await unreached(services);
    return { file: {
      name: 'who-cannot-be-reached.csv', type: 'text/csv',
      text: csvRow(['Name', 'Provider', 'Why', 'Urgent kinds', 'Other kinds', 'Steps', 'Looked at']) + all.flatMap(({ personId, provider, gaps, at }) => gaps.map((gap) => csvRow([people.get(personId) ?? personId, provider.name, reasonText[gap.reason].text, gap.urgent.map((kind) => kindText[kind]).join('; '), gap.others, gap.steps, momentText(at, services.council.timeZone)]))).join(''),
    } };
  },
});

const reasonText: Readonly<Record<GapReason, { readonly text: string; readonly how: string; readonly mend: string }>> = {
  'no-way-at-home': { text: 'Nothing at home to tell them by', how: 'Link a speaker or set up a screen', mend: 'devices' },
  silent: { text: 'What is at home has fallen silent', how: 'See what is set up there', mend: 'screens' },
  'nobody-set': { text: 'Nobody around them is to be told', how: 'See who may know', mend: 'circle' },
  'no-number': { text: 'Somebody is to be told, and has no number', how: 'Add a number', mend: 'circle' },
  'not-that-way': { text: 'They do not have the way that a step names', how: 'See how they are reached', mend: 'devices' },
};

/** Everybody with a step that reaches nobody, those with an urgent one first, then by name; and the names of all who are listed. */
async function unreached(services: Pick<ConsoleServices, 'rules' | 'people'>): Promise<{ readonly all: readonly ReachFound[]; readonly people: ReadonlyMap<string, string>; readonly lookedAt: number }> {
  const [found, listed] = await Promise.all([services.rules.reach.found(), services.people.find('')]);
  const place = new Map(listed.map(({ personId }, each) => [personId, each]));
  const all = found.filter(({ personId, gaps }) => gaps.length > 0 && place.has(personId)).sort((one, other) => Number(hasUrgent(other)) - Number(hasUrgent(one)) || (place.get(one.personId) ?? 0) - (place.get(other.personId) ?? 0));
  return { all, lookedAt: found.filter(({ personId }) => place.has(personId)).length, people: new Map(listed.map(({ personId, name }) => [personId, name])) };
}

function hasUrgent({ gaps }: ReachFound): boolean {
  return gaps.some(({ urgent }) => urgent.length > 0);
}

/** "Help wanted, A visit not heard of and 9 other kinds" */
function kindsText({ urgent, others }: Gap): string {
  const parts = [...urgent.map((kind) => kindText[kind]), ...(others === 0 ? [] : [`${others} ${urgent.length > 0 ? 'other ' : ''}${others === 1 ? 'kind' : 'kinds'}`])];
  return parts.length === 1 ? parts[0] ?? '' : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
