import { takeMessage } from '../../../models/message/index.ts';
import { saysNo } from '../../../models/household/index.ts';
import { memberFor } from '../../../models/access/index.ts';
import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

const longestWords = 300;

/** Messages to the person: announced on their screens and speaker with who sent them, and read out when they ask. */
export const messagesPage = personPage({
  name: 'messages', path: '/people/:personId/messages', rule: 'send-message',
  view: ({ record, form }) => Promise.resolve({ template: 'console/pages/messages.njk', title: 'Messages', model: { wantsNone: saysNo(record.household, 'messages'),
    words: typeof form['words'] === 'string' ? form['words'] : '',
    messages: record.messageBook.forPerson.toReversed().slice(0, 20).map(({ fromName, words, sentAt, heardAt }) => ({ fromName, words, sentAt: momentText(sentAt, record.household.timeZone), heard: heardAt === undefined ? 'Not heard yet' : `Heard ${momentText(heardAt, record.household.timeZone)}` })),
  } }),
  submit: async ({ services, record, form, identity, now }) => {
    if (saysNo(record.household, 'messages')) return { faults: [{ field: 'words', message: `${record.household.name.preferred} does not want messages here, so it was not sent` }] };
    const words = typeof form['words'] === 'string' ? form['words'].trim() : '';
    if (words === '') return { faults: [{ field: 'words', message: 'Enter your message' }] };
    if (words.length > longestWords) return { faults: [{ field: 'words', message: `A message has at most ${longestWords} letters: it is read aloud. This one has ${words.length}` }] };
    const [member] = memberFor(identity, record.household);
    const message = { id: services.newId(), fromMemberId: member?.id ?? 'council', fromName: member?.name ?? identity.name, words, sentAt: now };
    const saved = await services.records.save(record, { idempotencyKey: `console-${message.id}`, at: now, messageBook: takeMessage(record.messageBook, message), audit: [{ action: 'message-sent', by: `${identity.kind}:${identity.id}`, about: 'message' }] });
    services.requests.wake();
    return { go: `/people/${record.personId}/messages`, said: saved.kind === 'saved' ? 'sent' : 'uncertain' };
  },
});
