import type { ChannelName } from '../../../models/alert/index.ts';
import { actorOf, memberFor, type Identity } from '../../../models/access/index.ts';
import { saysNo } from '../../../models/household/index.ts';
import { takeBackMessage, takeMessage, type MessageBook, type MessageForPerson, type TakeBackResult } from '../../../models/message/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import type { Instant } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import type { Telling } from '../told-port.ts';
import { homeText } from '../told-words.ts';
import { momentText } from '../words.ts';

const longestWords = 300;
const mostShown = 20;
const daysLooked = 28;
const mostTries = 4;

/** Messages to the person: their screens and speaker tell that one waits, and it is read out when they ask. */
export const messagesPage = personPage({
  name: 'messages', path: '/people/:personId/messages', rule: 'send-message',
  view: async ({ services, record, form, identity, now }) => {
    const { household, messageBook } = record;
    const [tellings, ways] = await Promise.all([services.told.about(record.personId, (now - daysLooked * 86_400_000) as Instant, (now + 1) as Instant), services.told.waysHome(record.personId)]);
    return { template: 'console/pages/messages.njk', title: 'Messages', model: {
      wantsNone: saysNo(household, 'messages'), words: textIn(form['words']), id: idIn(form['id']) ?? services.newId(), ways: waysText(ways),
      messages: messageBook.forPerson.toReversed().slice(0, mostShown).map((message) => ({
        id: message.id, fromName: message.fromName, words: message.words, sentAt: momentText(message.sentAt, household.timeZone), state: stateLines(message, tellings, household.timeZone),
        mayTakeBack: message.heardAt === undefined && message.fromMemberId === senderOf(identity, record).memberId,
      })),
    } };
  },
  submit: async (asked) => (asked.form['do'] === 'take-back' ? takeBack(asked) : send(asked)),
});

async function send({ services, record, form, identity, now }: Asked<'see-person'>) {
  const words = textIn(form['words']);
  if (words === '') return { faults: [{ field: 'words', message: 'Enter your message' }] };
  if (words.length > longestWords) return { faults: [{ field: 'words', message: `A message has at most ${longestWords} letters: it is read aloud. This one has ${words.length}` }] };
  const id = `message-${idIn(form['id']) ?? services.newId()}`;
  const { memberId, name } = senderOf(identity, record);
  const kept = await changeBook(services, record, now, { idempotencyKey: `console-${id}`, action: 'message-sent', by: actorOf(identity), about: 'message' }, (current) => (
    saysNo(current.household, 'messages') ? { fault: { field: 'words', message: `${current.household.name.preferred} does not want messages here, so it was not sent` } } : { book: takeMessage(current.messageBook, { id, fromMemberId: memberId, fromName: name, words, sentAt: now }) }
  ));
  services.requests.wake();
  return typeof kept === 'object' ? { faults: [kept] } : { go: `/people/${record.personId}/messages`, said: kept === 'kept' ? 'sent' : 'uncertain' };
}

async function takeBack({ services, record, form, identity, now }: Asked<'see-person'>) {
  const id = textIn(form['messageId']);
  const { memberId } = senderOf(identity, record);
  const kept = await changeBook(services, record, now, { idempotencyKey: `console-${services.newId()}`, action: 'message-taken-back', by: actorOf(identity), about: 'message' }, ({ messageBook, household }) => {
    const result = takeBackMessage(messageBook, id, memberId);
    return result.kind === 'refused' ? { fault: { field: 'messages', message: refusalText(result, household.name.preferred) } } : { book: result.book };
  });
  return typeof kept === 'object' ? { faults: [kept] } : { go: `/people/${record.personId}/messages`, said: kept === 'kept' ? 'message-taken-back' : 'uncertain' };
}

/** Decides on the messages as they are, and again when something changed meanwhile: they may have been heard. */
async function changeBook(services: Asked<'see-person'>['services'], first: PersonRecord, at: Instant, { idempotencyKey, ...line }: { readonly idempotencyKey: string; readonly action: string; readonly by: string; readonly about: string }, decide: (record: PersonRecord) => { readonly book: MessageBook } | { readonly fault: Fault }): Promise<'kept' | 'unknown' | Fault> {
  let record: PersonRecord | undefined = first;
  for (let tries = 0; tries < mostTries && record !== undefined; tries += 1) {
    const decided = decide(record);
    if ('fault' in decided) return decided.fault;
    const { kind } = await services.records.save(record, { idempotencyKey, at, messageBook: decided.book, audit: [line] });
    if (kind !== 'changed-meanwhile') return kind === 'unknown' ? 'unknown' : 'kept';
    record = await services.records.byPerson(services.council.id, first.personId);
  }
  return { field: 'words', message: 'Things kept changing at that very moment, so nothing was done. Send it once more' };
}

/** As whom somebody writes: their place in the circle, or the council. */
function senderOf(identity: Identity, { household }: PersonRecord): { readonly memberId: string; readonly name: string } {
  const [member] = memberFor(identity, household);
  return { memberId: member?.id ?? 'council', name: member?.name ?? identity.name };
}

/** What became of a message, the latest last: where it was shown or announced, and whether they have heard it read out. */
function stateLines({ id, heardAt }: MessageForPerson, tellings: readonly Telling[], zone: string): readonly string[] {
  const home = tellings.filter(({ messageId, to }) => messageId === id && to.kind === 'person').toReversed().flatMap((telling) => homeText(telling, zone) ?? []);
  return [...new Set(home), heardAt === undefined ? 'Waiting: not heard yet' : `Heard, ${momentText(heardAt, zone)}`];
}

/** By what they are told that a message waits; only a screen may say from whom. */
function waysText(ways: readonly ChannelName[]): string {
  const speaker = ways.includes('announcement') ? ['Their speaker says that a message waits.'] : ways.includes('chime') ? ['Their speaker chimes.'] : [];
  const screens = ways.includes('board') || ways.includes('home-assistant') ? ['Their screens show that a message waits, and from whom.'] : [];
  const told = [...screens, ...speaker];
  return `${told.length === 0 ? 'No screen or speaker of theirs can be reached by itself.' : told.join(' ')} It is read out word for word when they ask.`;
}

function refusalText({ reason }: Extract<TakeBackResult, { kind: 'refused' }>, name: string): string {
  switch (reason) {
    case 'heard': return `${name} has heard it, so it cannot be taken back`;
    case 'not-there': return 'That message is not there any more';
    case 'not-yours': return 'Only whoever sent it can take it back';
  }
}

/** The page's own mark, so that a form sent twice sends once. */
function idIn(value: Asked['form'][string] | undefined): string | undefined {
  const id = textIn(value);
  return /^[A-Za-z0-9-]{8,60}$/.test(id) ? id : undefined;
}
