import { saysNo, type SpeechPassport } from '../../../models/household/index.ts';
import { personPage } from '../page.ts';

const paces = ['100', '90', '85'] as const;
const pauses = ['300', '600', '900'] as const;
const lengths = ['3', '2', '1'] as const;

/** How the person is spoken to, and who may hear their answers. */
export const speechPage = personPage({
  name: 'speech', path: '/people/:personId/speech', rule: 'change-speech',
  view: ({ record }) => {
    const { passport, privacy } = record.household;
    return Promise.resolve({ template: 'console/pages/speech.njk', title: 'Speech and privacy', model: { passport, answers: privacy.answers, hasPin: privacy.pin !== undefined } });
  },
  submit: async ({ services, record, form, identity, now }) => {
    const { household } = record;
    const one = <Value extends string>(name: string, allowed: readonly Value[]): Value | undefined => allowed.find((each) => each === form[name]);
    const [pace, pause, length, interruptions] = [one('pace', paces), one('pause', pauses), one('length', lengths), Number.parseInt(String(form['interruptions'] ?? ''), 10)];
    if (pace === undefined || pause === undefined || length === undefined) return { faults: [{ field: 'pace', message: 'Choose one of each' }] };
    if (!(interruptions >= 0 && interruptions <= 20)) return { faults: [{ field: 'interruptions', message: 'Enter a number from 0 to 20' }] };
    const passport: SpeechPassport = { ...household.passport, pacePercent: Number(pace) as SpeechPassport['pacePercent'], pauseMs: Number(pause) as SpeechPassport['pauseMs'], listLength: Number(length) as SpeechPassport['listLength'], isShort: form['short'] === 'yes', interruptionsADay: interruptions };
    if (saysNo(household, 'answers-aloud') && form['answers'] !== undefined && form['answers'] !== 'to-phone') return { faults: [{ field: 'answers', message: `${household.name.preferred} said no to private answers being spoken aloud. Their yes is kept under Consent, not here` }] };
    const answers = form['answers'] === 'pin' && household.privacy.pin !== undefined ? 'pin' : form['answers'] === 'to-phone' ? 'to-phone' : form['answers'] === 'open' ? 'open' : household.privacy.answers;
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: { ...household, passport, privacy: { ...household.privacy, answers } }, audit: [{ action: 'speech-changed', by: `${identity.kind}:${identity.id}`, about: 'household' }] });
    return { go: `/people/${record.personId}/speech`, said: saved.kind === 'saved' ? 'kept' : 'uncertain' };
  },
});
