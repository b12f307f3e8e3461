import { answerMore, openQuestion } from '../../../models/service-request/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { keepStep, requestIn } from '../request-step.ts';
import { byText, whatText } from '../request-words.ts';
import { momentText } from '../words.ts';

const mostLetters = 500;

/** The answer to what more was asked: by the person, by whoever acts for them, or written down by staff who rang. */
export const answerMorePage = personPage({
  name: 'answer-more', path: '/people/:personId/requests/:requestId/answer', rule: 'answer-requests',
  view: ({ record, params, form, identity }) => {
    const request = requestIn(record, params['requestId']);
    const open = openQuestion(request);
    const { name, timeZone } = record.household;
    return Promise.resolve({ template: 'console/pages/answer-more.njk', title: 'Answer the council', model: {
      what: whatText(request), answer: textIn(form['answer']), isStaff: identity.kind === 'staff', most: mostLetters,
      question: open === undefined ? undefined : { words: open.words, by: `${byText(open.by, name.preferred)}, ${momentText(open.at, timeZone)}` },
    } });
  },
  submit: async (asked) => {
    const { record, params, form, identity, now } = asked;
    const request = requestIn(record, params['requestId']);
    const answer = textIn(form['answer']);
    const faults: Fault[] = [];
    if (answer === '') faults.push({ field: 'answer', message: 'Enter the answer' });
    if (answer.length > mostLetters) faults.push({ field: 'answer', message: `An answer has at most ${mostLetters} letters. This one has ${answer.length}` });
    if (faults.length > 0) return { faults };
    const change = answerMore({ id: request.id, by: identity.kind === 'person' ? 'person' : identity.name, answer }, record, now);
    if (change.kind === 'refused') return { faults: [{ field: 'answer', message: 'Nothing is asked about this any more. Somebody may have answered already' }] };
    return keepStep(asked, change, { deed: 'request-more-answered', go: `/people/${record.personId}/requests`, said: 'more-answered', field: 'answer', typed: answer });
  },
});
