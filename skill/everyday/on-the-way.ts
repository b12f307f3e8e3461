import { needWords } from '../../models/service/index.ts';
import { tellMore } from '../service/service-detail.ts';
import { whichAgain } from '../service/choose-service.ts';
import { directoryOf, foundAll } from '../service/services-near.ts';
import { askingInFull, readBack } from '../service-request/read-back.ts';
import { goOn } from '../service-request/start-request.ts';
import { askWhichVisit } from '../care-visit/visit-to-change.ts';
import { visitsById } from '../care-visit/care-visits-on-day.ts';
import { readBackMove } from '../care-visit/move-care-visit.ts';
import { workerWords } from '../care-visit/speech.ts';
import type { RequestDraft } from '../../models/service-request/index.ts';
import { isComing } from '../../models/care-visit/index.ts';
import { askToTellSender } from '../message/messages.ts';
import { tell, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { Pending, PendingOf } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { dayWords } from '../words/index.ts';
import { after } from './short-enough.ts';

/** A dialogue that was on its way to doing something: what we were doing, and how its question is put afresh, with all that must be read back. */
interface OnTheWay<Kind extends Pending['kind']> {
  readonly what: (turn: Turn, pending: PendingOf<Kind>) => string | Promise<string>;
  readonly again: (turn: Turn, pending: PendingOf<Kind>) => Answer | Promise<Answer>;
}

/** "moving Blessing’s visit on Thursday"; undefined for what is not worth coming back to. */
export function whatWeWereDoing(turn: Turn, pending: Pending): string | Promise<string> | undefined {
  return entryFor(pending.kind)?.what(turn, pending);
}

/** The question put afresh. An id of its own for whatever must be kept, since this turn may have kept something already. */
export function putAfresh(turn: Turn, pending: Pending): Answer | Promise<Answer> | undefined {
  return entryFor(pending.kind)?.again({ ...turn, actionId: `${turn.actionId.slice(-70)}-again` }, pending);
}

/** The question a misunderstanding got in the way of, asked again: afresh where things hang on it, else in its own words. */
export async function takeUpDue(turn: Turn, first: readonly Line[]): Promise<Answer | undefined> {
  const { aside } = turn.memory;
  if (aside === undefined) return undefined;
  const afresh = await putAfresh(turn, aside.pending);
  if (afresh === undefined) return { tell: first, ask: { words: aside.words, reprompt: aside.reprompt, pending: aside.pending } };
  return after(turn, first, afresh);
}

function entryFor(kind: Pending['kind']): OnTheWay<Pending['kind']> | undefined {
  return ownEntry(onTheWay, kind) as OnTheWay<Pending['kind']> | undefined;
}

const theVisit = (turn: Turn, visitId: string) => {
  const [visit] = visitsById(turn, [visitId]);
  return visit === undefined ? 'a visit' : `${workerWords(turn.record.visitBook, visit)}’s visit ${dayWords(visit.on, turn.today)}`;
};

/** As if it had been said with this visit in mind. */
const about = (turn: Turn, visitId: string, intent: string, slots: Turn['slots'] = {}) =>
  turn.dialogue.answer({ ...asIf(turn, intent, slots), memory: { ...turn.memory, focus: { ...turn.memory.focus, visitId } } });

const saying = (intent: string, slots: Turn['slots'] = {}) => (turn: Turn) => turn.dialogue.answer(asIf(turn, intent, slots));

const asking = ({ draft }: { readonly draft: RequestDraft }) => `asking ${draft.serviceName} for ${draft.what}`;

/** A day that has gone by since is asked for again. */
function stillAhead({ on, ...draft }: RequestDraft, today: Turn['today']): RequestDraft {
  return on === undefined || on < today ? draft : { ...draft, on };
}

async function among(turn: Turn, ids: readonly string[]) {
  return foundAll(turn, await directoryOf(turn), ids);
}

async function more(turn: Turn, serviceId: string, serviceIds: readonly string[], wish: PendingOf<'ask-or-another'>['wish']): Promise<Answer> {
  const all = await among(turn, serviceIds);
  const found = all.find(({ service }) => service.id === serviceId);
  return found === undefined ? tell('I can’t find that one any more.') : tellMore(turn, found, all, wish);
}

const onTheWay: { readonly [Kind in Pending['kind']]?: OnTheWay<Kind> } = {
  'which-visit': {
    what: (_, { wish }) => (wish === 'cancel' ? 'cancelling a visit' : 'moving a visit'),
    again: (turn, pending) => askWhichVisit(turn, pending, visitsById(turn, pending.visitIds).filter((visit) => isComing(visit) && visit.endsAt > turn.now)),
  },
  'send-cancel': { what: (turn, { visitId }) => `cancelling ${theVisit(turn, visitId)}`, again: (turn, { visitId }) => about(turn, visitId, 'CancelCareVisitIntent') },
  'move-to-when': {
    what: (turn, { visitId }) => `moving ${theVisit(turn, visitId)}`,
    again: (turn, { visitId, on }) => about(turn, visitId, 'MoveCareVisitIntent', on === undefined ? {} : { newDay: { value: on } }),
  },
  'send-move': {
    what: (turn, { visitId }) => `moving ${theVisit(turn, visitId)}`,
    again: (turn, { visitId, on, from }) => {
      const [visit] = visitsById(turn, [visitId]);
      return visit === undefined ? tell('I can’t find that visit any more.', 'Nothing has changed.') : readBackMove(turn, visit, on, from);
    },
  },
  'what-do-you-need': { what: () => 'finding you some help', again: saying('FindServiceIntent') },
  'look-for': { what: (_, { category }) => `looking for ${needWords(category)}`, again: (turn, { category }) => saying('FindServiceIntent', { need: { value: needWords(category), id: category } })(turn) },
  'which-service': {
    what: async (turn, { serviceIds }) => {
      const [first] = await among(turn, serviceIds);
      return first === undefined ? 'choosing a service' : `looking for ${needWords(first.category)}`;
    },
    again: async (turn, { serviceIds, wish }) => whichAgain(await among(turn, serviceIds), [], wish),
  },
  'ask-or-another': {
    what: async (turn, { serviceId }) => `talking about ${(await among(turn, [serviceId]))[0]?.name ?? 'a service'}`,
    again: (turn, { serviceId, serviceIds, wish }) => more(turn, serviceId, serviceIds, wish),
  },
  'start-request': { what: async (turn, { serviceId }) => `talking about ${(await among(turn, [serviceId]))[0]?.name ?? 'a service'}`, again: (turn, { serviceId }) => more(turn, serviceId, [serviceId], {}) },
  'another-idea': { what: () => 'looking for something to do', again: saying('SuggestServiceIntent') },
  'how-many': { what: (_, pending) => asking(pending), again: (turn, { draft }) => goOn(turn, stillAhead(draft, turn.today), []) },
  'which-day': { what: (_, pending) => asking(pending), again: (turn, { draft }) => goOn(turn, stillAhead(draft, turn.today), []) },
  'send-request': { what: (turn, { draft }) => askingInFull(turn, draft), again: (turn, { draft }) => goOn(turn, stillAhead(draft, turn.today), []) },
  'ask-twice': { what: (_, pending) => asking(pending), again: (turn, { draft }) => readBack(turn, draft, []) },
  'not-enough': { what: (_, pending) => asking(pending), again: (turn, { draft }) => goOn(turn, stillAhead(draft, turn.today), []) },
  'ask-adviser': {
    what: ({ record }, { words }) => `asking ${record.household.council.adviser} about ${words}`,
    again: (turn, { words }) => saying('CanIUseBudgetIntent', { thing: { value: words } })(turn),
  },
  'stop-telling': {
    what: ({ record }, { memberId }) => `changing what ${record.household.circle.find(({ id }) => id === memberId)?.name ?? 'somebody'} is told`,
    again: (turn, { memberId, topic }) => saying('StopTellingIntent', { person: { value: memberId, id: memberId }, ...(topic !== undefined && { topic: { value: topic, id: topic } }) })(turn),
  },
  'change-who-knows': { what: () => 'changing who is told about you', again: saying('StopTellingIntent') },
  'unlink': { what: () => 'unlinking this speaker', again: saying('UnlinkSpeakerIntent') },
  'new-pin': { what: () => 'choosing your four numbers', again: saying('SetPinIntent') },
  'tell-sender': { what: () => 'answering a message', again: (turn, { messageId }) => askToTellSender(turn, messageId) },
};
