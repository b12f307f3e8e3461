import { saysNo, type SpeechPassport } from '../../../models/household/index.ts';
import { isQuietAt, ruleInForce } from '../../../models/alert/index.ts';
import { mayRun } from '../../../models/routine/index.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { quietHoursIn } from '../quiet-form.ts';
import { timeText } from '../words.ts';

const paces = ['100', '90', '85'] as const;
const pauses = ['300', '600', '900'] as const;
const lengths = ['3', '2', '1'] as const;

/** How the person is spoken to, and who may hear their answers. */
export const speechPage = personPage({
  name: 'speech', path: '/people/:personId/speech', rule: 'change-speech',
  view: async (asked) => {
    const { record, form } = asked;
    const { passport, privacy } = record.household;
    const typed = (name: string, kept: string) => (form[name] === undefined ? kept : textIn(form[name]));
    const [usual, waiting] = await Promise.all([usualHours(asked), routinesInQuiet(asked)]);
    return { template: 'console/pages/speech.njk', title: 'Speech and privacy', model: {
      passport, answers: privacy.answers, hasPin: privacy.pin !== undefined, usual, waiting, interruptions: typed('interruptions', String(passport.interruptionsADay)),
      quietFrom: typed('quietFrom', passport.quietHours?.from ?? ''), quietTo: typed('quietTo', passport.quietHours?.to ?? ''),
    } };
  },
  submit: async ({ services, record, form, identity, now }) => {
    const { household } = record;
    const one = <Value extends string>(name: string, allowed: readonly Value[]): Value | undefined => allowed.find((each) => each === form[name]);
    const [pace, pause, length, interruptions] = [one('pace', paces), one('pause', pauses), one('length', lengths), /^\d{1,2}$/.test(textIn(form['interruptions'])) ? Number(textIn(form['interruptions'])) : -1];
    if (pace === undefined || pause === undefined || length === undefined) return { faults: [{ field: 'pace', message: 'Choose one of each' }] };
    if (!(interruptions >= 0 && interruptions <= 20)) return { faults: [{ field: 'interruptions', message: 'Enter a number from 0 to 20' }] };
    const quiet = quietHoursIn(form);
    if ('fault' in quiet) return { faults: [quiet.fault] };
    const { quietHours: _, ...spoken } = household.passport;
    const passport: SpeechPassport = { ...spoken, ...(quiet.hours !== undefined && { quietHours: quiet.hours }), pacePercent: Number(pace) as SpeechPassport['pacePercent'], pauseMs: Number(pause) as SpeechPassport['pauseMs'], listLength: Number(length) as SpeechPassport['listLength'], isShort: form['short'] === 'yes', interruptionsADay: interruptions };
    if (saysNo(household, 'answers-aloud') && form['answers'] !== undefined && form['answers'] !== 'to-phone') return { faults: [{ field: 'answers', message: `${household.name.preferred} said no to private answers being spoken aloud. Their yes is kept under Consent, not here` }] };
    const answers = form['answers'] === 'pin' && household.privacy.pin !== undefined ? 'pin' : form['answers'] === 'to-phone' ? 'to-phone' : form['answers'] === 'open' ? 'open' : household.privacy.answers;
    const saved = await services.records.save(record, { idempotencyKey: `console-${services.newId()}`, at: now, household: { ...household, passport, privacy: { ...household.privacy, answers } }, audit: [{ action: 'speech-changed', by: `${identity.kind}:${identity.id}`, about: 'household' }] });
    if (saved.kind === 'changed-meanwhile') return { faults: [{ field: 'pace', message: 'Something changed at that very moment, so nothing was kept. Send it once more' }] };
    return { go: `/people/${record.personId}/speech`, said: saved.kind === 'unknown' ? 'uncertain' : 'kept' };
  },
});

/** The quiet hours that hold where they have none of their own: "9pm to 7:30am". */
async function usualHours({ services, record }: Asked<'see-person'>): Promise<string | undefined> {
  const { quietHours } = ruleInForce(await services.rules.all(), { kind: 'message-from-circle', personId: record.personId, providerId: record.visitBook.provider.id });
  return quietHours === undefined ? undefined : `${timeText(quietHours.from)} to ${timeText(quietHours.to)}`;
}

/** Routines that would have to wait for the end of the quiet, or come to nothing: "8am". */
async function routinesInQuiet({ services, record }: Asked<'see-person'>): Promise<readonly string[]> {
  const { quietHours } = record.household.passport;
  if (quietHours === undefined) return [];
  const { routines } = await services.routines.read(record.personId);
  return routines.filter((routine) => mayRun(routine) && routine.does.kind !== 'before-visits' && isQuietAt(quietHours, routine.at)).map(({ at }) => timeText(at));
}
