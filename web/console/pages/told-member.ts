import type { Recipient } from '../../../models/alert/index.ts';
import { memberFor } from '../../../models/access/index.ts';
import type { CircleMember, Household } from '../../../models/household/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { personPage, type Asked } from '../page.ts';
import type { Telling } from '../told-port.ts';
import { channelText, outcomeText } from '../told-words.ts';
import { momentText } from '../words.ts';

const daysShown = 28;
const perPage = 20;

/** What one of the circle was told in four weeks: when, how, in which words, and what is known of it. Those of the circle see their own. */
export const toldMemberPage = personPage({
  name: 'told-member', path: '/people/:personId/told/:memberId', rule: 'see-told',
  view: async (asked) => {
    const { services, record, query, now } = asked;
    const member = memberIn(asked);
    const zone = record.household.timeZone;
    const all = (await services.told.about(record.personId, (now - daysShown * 86_400_000) as Instant, (now + 1) as Instant)).filter(({ to }) => to.kind === 'member' && to.memberId === member.id);
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const page = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    return { template: 'console/pages/told-member.njk', title: `What ${member.name} was told`, model: {
      days: daysShown, count: all.length, page, pages, member: member.name, isStopped: member.stoppedAt !== undefined,
      rows: all.slice((page - 1) * perPage, page * perPage).map((telling) => [
        { text: momentText(telling.at, zone) }, { text: telling.words }, { text: channelText(telling) }, { text: outcomeText(telling, zone) }, { text: answerText(telling, member, record.household) },
      ]),
    } };
  },
});

function memberIn({ record, identity, params }: Asked<'see-person'>): CircleMember {
  const seen = identity.kind === 'carer' ? memberFor(identity, record.household) : record.household.circle;
  const member = seen.find(({ id }) => id === params['memberId']);
  if (member === undefined) throw new PageProblem(404, 'They are not there any more, or that is not yours to see.');
  return member;
}

function answerText({ answer }: Telling, member: CircleMember, household: Household): string {
  if (answer === 'none-needed') return 'None needed';
  if (answer === 'not-answered') return 'Nobody has answered';
  return `${answer.by.kind === 'member' && answer.by.memberId === member.id ? member.name : nameOf(answer.by, household)}, ${momentText(answer.at, household.timeZone)}`;
}

function nameOf(by: Recipient, { name, circle }: Household): string {
  return by.kind === 'desk' ? 'The care desk' : by.kind === 'person' ? name.preferred : circle.find(({ id }) => id === by.memberId)?.name ?? 'Somebody of the circle';
}
