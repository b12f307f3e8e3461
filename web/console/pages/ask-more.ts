import { askMore, mostQuestionLetters, openQuestion, type ServiceRequest } from '../../../models/service-request/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Fault } from '../page.ts';
import { keepStep, requestHref, requestIn } from '../request-step.ts';
import { whatText } from '../request-words.ts';

/** One question about a request, before it is decided: the person hears it at once, and the request waits for the answer. */
export const askMorePage = personPage({
  name: 'ask-more', path: '/people/:personId/requests/:requestId/question', rule: 'decide-requests',
  view: ({ services, record, params, form, identity }) => {
    const request = requestIn(record, params['requestId']);
    const question = textIn(form['question']);
    return Promise.resolve({ template: 'console/pages/ask-more.njk', title: 'Ask more', model: {
      what: whatText(request), cannot: cannotAsk(request), question, most: mostQuestionLetters, back: requestHref(record.personId, request.id),
      hears: question === '' || question.length > mostQuestionLetters ? undefined : services.requests.hears(record, request, { state: 'more-asked', by: identity.name, note: question }),
    } });
  },
  submit: async (asked) => {
    const { record, params, form, identity, now } = asked;
    const request = requestIn(record, params['requestId']);
    const question = textIn(form['question']);
    const faults: Fault[] = [];
    if (question === '') faults.push({ field: 'question', message: 'Enter the question' });
    if (question.length > mostQuestionLetters) faults.push({ field: 'question', message: `A question that is read out has at most ${mostQuestionLetters} letters. This one has ${question.length}` });
    if (form['do'] === 'preview' || faults.length > 0) return { faults };
    const change = askMore({ id: request.id, by: identity.name, question }, record, now);
    if (change.kind === 'refused') return { faults: [{ field: 'question', message: cannotAsk(request) ?? 'Nothing can be asked about this any more' }] };
    return keepStep(asked, change, { deed: 'request-more-asked', go: '/requests', said: 'more-asked', field: 'question', typed: question });
  },
});

function cannotAsk(request: ServiceRequest): string | undefined {
  const open = openQuestion(request);
  if (open !== undefined) return `${open.by} has asked already: ${open.words} Nobody has answered yet.`;
  return request.state === 'needs-review' ? undefined : 'This does not wait for a decision any more, so nothing more can be asked about it.';
}
