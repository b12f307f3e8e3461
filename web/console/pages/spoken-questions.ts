import { actorOf } from '../../../models/access/index.ts';
import { localDate } from '../../../models/shared/index.ts';
import { page } from '../page.ts';
import { dateText } from '../words.ts';

/** Whether the ONS’s questions about wellbeing may be asked by voice in this council: nobody is asked aloud before its administrator lets it. */
export const spokenQuestionsPage = page({
  name: 'spoken-questions', path: '/spoken-questions', rule: 'allow-spoken-questions',
  view: async ({ services }) => {
    const set = await services.outcomes.spokenQuestions();
    return { template: 'console/pages/spoken-questions.njk', title: 'Questions about wellbeing by voice', model: { mayBeSpoken: set?.mayBeSpoken === true, ...(set !== undefined && { setOn: dateText(localDate(set.at, services.council.timeZone)) }) } };
  },
  submit: async ({ services, form, identity, now }) => {
    const { allow } = form;
    if (allow !== 'yes' && allow !== 'no') return { faults: [{ field: 'allow', message: 'Choose whether they may be asked by voice' }] };
    const isCertain = await services.outcomes.setSpokenQuestions({ mayBeSpoken: allow === 'yes', by: actorOf(identity), at: now });
    return { go: '/spoken-questions', said: isCertain ? 'kept' : 'uncertain' };
  },
});
