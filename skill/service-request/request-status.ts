import { findRequest, openQuestion, partsOf, requestNews, type ServiceRequest } from '../../models/service-request/index.ts';
import { localDate, localTime } from '../../models/shared/index.ts';
import { tell, type Answer, type Facts } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { askForAnswer } from './answer-more.ts';
import { partWords } from './speech.ts';
import { askToPutWithVisits, mayStandWithVisits } from './put-with-visits.ts';
import { capitalised, dayWords, moneyWords, timeOfDayWords, timeWords } from '../words/index.ts';

/** "What happened to my request?" "Did they ever sort out that cleaner?" Where it is, who said so, and what comes next. */
export function requestStatus(turn: Turn): Answer {
  const { requestBook } = turn.record;
  const said = turn.slots['service'] ?? turn.slots['need'];
  const request = said === undefined ? requestNews(requestBook)[0] : findRequest(requestBook, said.id ?? said.value) ?? findRequest(requestBook, said.value);
  if (request === undefined) return said === undefined ? changeStatus(turn) : tell(`I can’t find a request about ${said.value}.`);
  const words = partsWords(turn, request);
  return { ...answerWith(turn, words, request), focus: { requestId: request.id, serviceId: request.serviceId }, facts: statusFacts(turn, request) };
}

/** Where it is; of what was agreed to in part, the part that was, and then what became of the rest. */
function partsWords(turn: Turn, request: ServiceRequest): readonly string[] {
  const parts = partsOf(turn.record.requestBook, request);
  if (parts.length < 2) return statusWords(turn, request);
  const agreed = parts.filter(({ state }) => state === 'approved' || state === 'booked' || state === 'delivered' || state === 'paid');
  const [first = request] = agreed;
  const rest = parts.filter((each) => each !== first);
  return [`${capitalised(outOfWhole(first))} of ${first.what}.`, ...statusWords(turn, first), ...(rest.length === 1 ? rest : []).flatMap((each) => restWords(turn, each))];
}

function restWords(turn: Turn, request: ServiceRequest): readonly string[] {
  const { adviser } = turn.record.household.council;
  if (request.state === 'declined') return [`${adviser} said no to the rest.`, ...(request.history.at(-1)?.note === undefined ? [] : [`The reason was: ${request.history.at(-1)?.note ?? ''}`])];
  return request.state === 'needs-review' || request.state === 'more-asked' ? ['The rest still waits for an answer.'] : [];
}

function outOfWhole({ units = 1, unit, partOf }: ServiceRequest): string {
  return partWords(units, partOf?.units ?? units, unit);
}

function answerWith(turn: Turn, words: readonly string[], request: ServiceRequest): Answer {
  const open = openQuestion(request);
  if (open !== undefined) return askForAnswer(words, request, open);
  return mayStandWithVisits(turn, request) ? askToPutWithVisits(words, request) : tell(...words);
}

function statusFacts({ today }: Turn, { reference, costPence, serviceName, startsOn, startsFrom }: ServiceRequest): Facts {
  return {
    who: `${capitalised(serviceName)}.`, reference: `The reference is ${reference}.`, price: costPence === 0 ? 'It’s free.' : `${moneyWords(costPence)}.`,
    ...(startsOn !== undefined && { day: `${capitalised(dayWords(startsOn, today))}.` }), ...(startsFrom !== undefined && { time: `${capitalised(timeOfDayWords(startsFrom))}.` }),
  };
}

function statusWords(turn: Turn, request: ServiceRequest): readonly string[] {
  const last = request.history.at(-1);
  const when = last === undefined ? '' : ` ${dayWords(localDate(last.at, turn.zone), turn.today)}`;
  const { adviser } = turn.record.household.council;
  switch (request.state) {
    case 'needs-review': return [`${adviser} hasn’t answered yet about ${request.serviceName}.`, `${request.askedBy?.name ?? 'You'} asked${when}.`];
    case 'more-asked': return [`${last?.by ?? adviser} asked something about ${request.serviceName}${when}.`];
    case 'asked': case 'approved': return request.history.some((step) => step.state === 'needs-review')
      ? [`Yes. ${adviser} agreed to it${when}.`, ...startWords(turn, request)]
      : [`I’ve asked ${request.serviceName}, and they haven’t said when yet.`, ...startWords(turn, request)];
    case 'booked': return [...(request.history.some((step) => step.state === 'needs-review') ? [`Yes. ${adviser} agreed to it.`] : [`${request.serviceName} said yes${when}.`]), ...startWords(turn, request)];
    case 'delivered': return [`${request.serviceName} say it’s done.`, 'It hasn’t been paid yet.'];
    case 'paid': return [`That’s all done, and ${request.serviceName} were paid${when}.`];
    case 'declined': return [`${last?.by === 'person' ? 'It' : adviser} said no to ${request.serviceName}${when}.`.replace('It said', 'They said'), ...(last?.note === undefined ? [] : [`The reason was: ${last.note}`]), 'Nothing was spent.'];
    case 'cancelled': return [`${last === undefined || last.by === 'person' ? 'You' : last.by} cancelled ${request.serviceName}${when}.`, ...(last?.note === undefined ? [] : [`The reason was: ${last.note}`]), 'Nothing was spent.'];
    case 'expired': return [`Nobody answered about ${request.serviceName}, so it ran out${when}.`, 'The money is yours to use again.'];
    case 'disputed': return [`There’s a question about ${request.serviceName}.`, `${adviser} is looking into it.`];
    case 'refunded': return [`The money for ${request.serviceName} came back${when}.`];
  }
}

function startWords(turn: Turn, { startsOn, startsFrom, serviceName }: ServiceRequest): readonly string[] {
  if (startsOn === undefined) return [];
  const time = startsFrom === undefined ? '' : ` at ${startsOn === turn.today ? timeOfDayWords(startsFrom) : timeWords(startsFrom)}`;
  return [`${serviceName} start ${dayWords(startsOn, turn.today)}${time}.`];
}

/** With no service asked for, the last visit change is the news. */
function changeStatus(turn: Turn): Answer {
  const change = turn.record.visitBook.changeRequests.at(-1);
  if (change === undefined) return tell('You have no requests waiting.');
  const what = change.change.kind === 'cancel' ? 'to cancel a visit' : 'to move a visit';
  const asked = dayWords(localDate(change.askedAt, turn.zone), turn.today);
  const states = { asked: 'They haven’t answered yet.', agreed: 'They said yes.', refused: 'They said they can’t.', withdrawn: 'You took it back.' } as const;
  return tell(`You asked the agency ${asked} at ${timeWords(localTime(change.askedAt, turn.zone))} ${what}.`, states[change.state]);
}
