import { actorOf } from '../../../models/access/index.ts';
import { alertKinds } from '../../../models/alert/index.ts';
import { addDays, localDate, type LocalDate } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { kindText } from '../alert-kind-words.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked } from '../page.ts';
import { kindIn, ruleAddress } from '../rule-asked.ts';
import { differenceInWords, scopeText } from '../rule-words.ts';
import type { TriedLine, TriedRule } from '../rules-port.ts';
import { dateText, momentText } from '../words.ts';

const perPage = 50;
const shown: Readonly<Record<string, { readonly text: string; readonly has: (line: TriedLine) => boolean }>> = {
  would: { text: 'All that would have gone', has: ({ would }) => would !== undefined },
  more: { text: 'Only with this rule', has: ({ change }) => change === 'more' },
  fewer: { text: 'Went, and would not have gone', has: ({ change }) => change === 'fewer' },
  night: { text: 'At night', has: ({ isAtNight }) => isAtNight },
};

/** What a rule would have told in the last four weeks, against what was told; it is kept from here, or changed again. */
export const ruleTriedPage = page({
  name: 'rule-tried', path: '/rules/:kind/tried/:runId', rule: 'change-rules',
  view: async (asked) => {
    const { services, query } = asked;
    const tried = await triedIn(asked);
    const { rule, counts, people, looked, isDone, from, until } = tried;
    const zone = services.council.timeZone;
    const choice = query['show'] !== undefined && query['show'] in shown ? query['show'] : 'would';
    const [lines, everybody, all] = await Promise.all([services.rules.tries.lines(tried.id), services.people.find(''), services.rules.all()]);
    const chosen = lines.filter(shown[choice]?.has ?? (() => true)).sort((one, other) => (one.would ?? one.went ?? 0) - (other.would ?? other.went ?? 0));
    const number = Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1);
    const name = (id: string) => everybody.find(({ personId }) => personId === id)?.name ?? 'Somebody who is not listed any more';
    const own = all.find(({ id }) => id === rule.id);
    return { template: 'console/pages/rule-tried.njk', title: `${kindText[rule.kind]}: tried on the last four weeks`, model: {
      kind: rule.kind, scope: scopeText(rule.scope), looked, people, isDone, from: momentText(from, zone), until: momentText(until, zone), counts, isCut: lines.length < counts.asTried.alerts + counts.fewer,
      difference: counts.asTried.alerts - counts.went.alerts, changes: differenceInWords(rule.kind, own, rule), back: ruleAddress(rule.kind, rule.scope), typed: Object.entries(tried.typed).flatMap(([field, value]) => (typeof value === 'string' ? [value] : value).map((text) => ({ field, text }))),
      rows: rowsOf(tried), hours: hoursOf(tried), days: daysOf(tried, zone), needsAnswer: alertKinds[rule.kind].needsAnswer, changedAt: tried.changedAt.map((at) => momentText(at, zone)),
      show: choice, choices: Object.entries(shown).map(([key, { text, has }]) => ({ key, text, count: lines.filter(has).length })), page: number, pages: Math.max(1, Math.ceil(chosen.length / perPage)),
      lines: chosen.slice((number - 1) * perPage, number * perPage).map(({ personId, kind, change, went, would }) => ({
        href: `/people/${personId}/alerts`, name: name(personId), kind: kindText[kind], when: momentText(would ?? went ?? until, zone), change: changeText(change, went === undefined ? '' : momentText(went, zone)),
      })),
    } };
  },
  submit: async (asked) => {
    const tried = await triedIn(asked);
    await asked.services.rules.tries.goOn(tried.id);
    return { go: `/rules/${tried.rule.kind}/tried/${tried.id}` };
  },
});

/** Begins a try of what was typed; gives the address where it is shown. */
export async function tryOnThePast({ services, form, identity }: Asked<'signed-in'>, rule: TriedRule['rule']): Promise<string> {
  const typed = Object.fromEntries(Object.entries(form).filter(([field]) => field !== '_csrf' && field !== 'do'));
  return `/rules/${rule.kind}/tried/${await services.rules.tries.start(rule, typed, actorOf(identity))}`;
}

async function triedIn({ services, params }: Asked<'signed-in'>): Promise<TriedRule> {
  const kind = kindIn(params['kind']);
  const tried = await services.rules.tries.read(textIn(params['runId']));
  if (tried?.rule.kind !== kind) throw new PageProblem(404, 'That try is not there any more. Tries are kept for a week: open the rule and try it again.');
  return tried;
}

function rowsOf({ counts: { went, asTried } }: TriedRule): readonly { readonly text: string; readonly went: number; readonly would: number; readonly difference: string }[] {
  const rows = [['Alerts', 'alerts'], ['First told between 9pm and 7am', 'atNight'], ['Came to somebody of the circle', 'toCircle'], ['Came to the care desk', 'toDesk'], ['Messages in all', 'messages']] as const;
  return rows.map(([text, name]) => ({ text, went: went[name], would: asTried[name], difference: differenceText(asTried[name] - went[name]) }));
}

function hoursOf({ counts: { went, asTried } }: TriedRule): readonly { readonly text: string; readonly went: number; readonly would: number }[] {
  const hour = (each: number) => (each === 0 ? 'midnight' : each === 12 ? 'midday' : `${each % 12}${each < 12 ? 'am' : 'pm'}`);
  return went.byHour.map((count, each) => ({ text: hour(each), went: count, would: asTried.byHour[each] ?? 0 })).filter((each) => each.went > 0 || each.would > 0);
}

function daysOf({ counts: { went, asTried }, from, until }: TriedRule, zone: string): readonly { readonly text: string; readonly went: number; readonly would: number }[] {
  const days: LocalDate[] = [];
  for (let day = localDate(from, zone); day <= localDate(until, zone); day = addDays(day, 1)) days.push(day);
  return days.map((day) => ({ text: dateText(day), went: went.byDay[day] ?? 0, would: asTried.byDay[day] ?? 0 })).filter((each) => each.went > 0 || each.would > 0);
}

function differenceText(difference: number): string {
  return difference === 0 ? 'the same' : difference > 0 ? `${difference} more` : `${-difference} fewer`;
}

function changeText(change: TriedLine['change'], went: string): string {
  switch (change) {
    case 'same': return 'Went then too';
    case 'moved': return `Went then at another time: ${went}`;
    case 'more': return 'Did not go then';
    case 'fewer': return 'Went, and would not have gone';
  }
}
