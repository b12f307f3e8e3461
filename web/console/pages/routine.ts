import { faultsOf, howToMendRoutine, occurrencesBetween, type Routine } from '../../../models/routine/index.ts';
import { isLocalDate, isLocalTime, localDate, localTime, type Instant, type LocalTime, type Weekday } from '../../../models/shared/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { PageProblem } from '../../errors.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked, type Fault } from '../page.ts';
import { whenText } from '../routine-when.ts';
import { dayNames, timeText, weekdayText } from '../words.ts';

/** Days left out, one by one. */
const mostLeftOut = 60;
const fortnightMs = 14 * 86_400_000;

const visitsTemplate = { label: 'Tell them about today’s visits', does: 'visits-today', words: '', about: '', isMedicine: false, at: '08:30' } as const;
const templates: Readonly<Record<string, { readonly label: string; readonly does: Routine['does']['kind']; readonly words: string; readonly about: string; readonly isMedicine: boolean; readonly at: string }>> = {
  visits: visitsTemplate,
  tablets: { label: 'Ask whether they have had their tablets', does: 'question', words: 'Have you had your morning tablets?', about: 'whether they have had their morning tablets', isMedicine: true, at: '09:00' },
  eaten: { label: 'Ask whether they have had something to eat', does: 'question', words: 'Have you had your dinner?', about: 'whether they have had their dinner', isMedicine: false, at: '13:00' },
  well: { label: 'Ask how they are', does: 'question', words: 'Are you all right this morning?', about: 'whether they are all right', isMedicine: false, at: '10:00' },
  before: { label: 'Remind them before each visit', does: 'before-visits', words: '', about: '', isMedicine: false, at: '08:00' },
  say: { label: 'Say something', does: 'say', words: 'The bin men come today.', about: '', isMedicine: false, at: '09:00' },
};

/** One routine, new or there already: what, when, who hears of silence, how it sounds, and the next fourteen days. */
export const routinePage = personPage({
  name: 'routine', path: '/people/:personId/routines/:routineId', rule: 'set-routines',
  view: async (asked) => {
    const { services, record, params, form, query, now } = asked;
    const { routines } = await services.routines.read(record.personId);
    const kept = routineIn(routines, params['routineId']);
    const values = Object.keys(form).length > 0 ? valuesIn(form) : kept === undefined ? withTeller(fromTemplate(query['like']), record) : valuesOf(kept);
    const shown = routineOf(values, kept, asked);
    const zone = record.household.timeZone;
    const next = shown.does.kind === 'before-visits' ? [] : occurrencesBetween({ ...shown, notOn: [] }, now, (now + fortnightMs) as Instant, zone).map(({ on, at, isShifted }) => ({ value: on, checked: shown.notOn.includes(on), text: `${weekdayText(on)}, ${timeText(localTime(at, zone))}${isShifted ? ' (the clocks change that night, so it comes an hour later)' : ''}` }));
    return { template: 'console/pages/routine.njk', title: kept === undefined ? 'A new routine' : 'Change a routine', model: {
      values, isNew: kept === undefined, next, when: whenText(shown), leftOut: shown.notOn.filter((day) => day >= localDate(now, zone) && !next.some(({ value }) => value === day)), sounds: services.routines.words(shown, record), kinds: Object.entries(templates).map(([key, { label }]) => ({ key, label })), like: query['like'],
      days: dayNames.map((text, place) => ({ value: String(place + 1), text, checked: values.days.includes(String(place + 1)) })),
      members: [{ value: '', text: 'Only the care desk' }, ...record.household.circle.filter(({ stoppedAt, kind }) => stoppedAt === undefined && kind !== 'agency').map(({ id, name, relationship }) => ({ value: id, text: `${name}, ${relationship}`, selected: values.tell === id }))],
    } };
  },
  submit: async (asked) => {
    const { services, record, params, form } = asked;
    const back = `/people/${record.personId}/routines`;
    const { routines } = await services.routines.read(record.personId);
    const kept = routineIn(routines, params['routineId']);
    if (kept !== undefined && form['do'] === 'remove') {
      await services.routines.change(record.personId, (book) => ({ routines: book.routines.filter(({ id }) => id !== kept.id) }));
      return { go: back, said: 'done' };
    }
    const faults = faultsIn(asked, kept, routines, record);
    if (form['do'] === 'preview' || faults.length > 0) return { faults };
    const routine = routineOf(valuesIn(form), kept, asked);
    await services.routines.change(record.personId, (book) => ({ routines: [...book.routines.filter(({ id }) => id !== routine.id), routine] }));
    return { go: back, said: routine.agreed === undefined ? 'asked' : 'kept' };
  },
});

function routineIn(routines: readonly Routine[], id: string | undefined): Routine | undefined {
  const routine = routines.find((each) => each.id === id);
  if (routine === undefined && id !== 'new') throw new PageProblem(404, 'That routine is not there any more.');
  return routine;
}

interface Values { readonly does: string; readonly words: string; readonly about: string; readonly at: string; readonly days: readonly string[]; readonly tell: string; readonly lead: string; readonly medicine: string; readonly bankHolidays: string; readonly startsOn: string; readonly endsOn: string; readonly notOn: readonly string[]; readonly devices: string }

function valuesIn(form: Asked['form']): Values {
  const text = (name: string) => textIn(form[name]);
  const all = (name: string) => {
    const given = form[name];
    return typeof given === 'string' ? [given] : [...given ?? []];
  };
  return { does: text('does'), words: text('words'), about: text('about'), at: text('at'), days: all('days'), startsOn: text('startsOn'), endsOn: text('endsOn'), notOn: all('notOn'), devices: text('devices'), tell: text('tell'), lead: text('lead'), medicine: text('medicine'), bankHolidays: text('bankHolidays') };
}

function fromTemplate(like: string | undefined): Values {
  const { does, words, about, at, isMedicine } = templates[like ?? ''] ?? visitsTemplate;
  return { does, words, about, at, days: ['1', '2', '3', '4', '5', '6', '7'], tell: '', lead: '15', medicine: isMedicine ? 'yes' : '', bankHolidays: '', startsOn: '', endsOn: '', notOn: [], devices: '' };
}

/** Whoever would be asked to ring, until another is chosen: the first of the family who may know. */
function withTeller(values: Values, { household }: PersonRecord): Values {
  const first = household.circle.find(({ kind, stoppedAt, mayKnow }) => kind === 'family' && stoppedAt === undefined && mayKnow.includes('visits'));
  return values.does === 'question' && first !== undefined ? { ...values, tell: first.id } : values;
}

function valuesOf({ does, days, at, bankHolidays, startsOn, endsOn, notOn, devices }: Routine): Values {
  return {
    does: does.kind, words: does.kind === 'say' || does.kind === 'question' ? does.words : '', about: does.kind === 'question' ? does.about : '', at, days: days.map(String), tell: does.kind === 'question' ? does.tell ?? '' : '',
    lead: does.kind === 'before-visits' ? String(does.leadMinutes) : '15', medicine: does.kind === 'question' && does.isMedicine ? 'yes' : '', bankHolidays: bankHolidays.rule === 'not' ? 'not' : '',
    startsOn, endsOn: endsOn ?? '', notOn, devices: devices ?? '',
  };
}

function routineOf(values: Values, kept: Routine | undefined, { services, identity, record, now }: Asked<'see-person'>): Routine {
  const does = doesOf(values);
  const at = (isLocalTime(values.at) ? values.at : '09:00') as LocalTime;
  const isSame = kept !== undefined && JSON.stringify(kept.does) === JSON.stringify(does) && kept.at === at;
  const byPerson = identity.kind === 'person';
  // Words that have changed were not agreed to. What the person sets themselves they agree to by setting it.
  const agreed = byPerson ? { agreed: { at: now, how: 'writing' as const } } : isSame && kept.agreed !== undefined ? { agreed: kept.agreed } : {};
  return {
    id: kept?.id ?? `routine-${services.newId()}`, does, at, days: values.days.map(Number).filter((day) => day >= 1 && day <= 7) as Weekday[], startsOn: isLocalDate(values.startsOn) ? values.startsOn : kept?.startsOn ?? localDate(now, record.household.timeZone), ...(isLocalDate(values.endsOn) && { endsOn: values.endsOn }),
    notOn: values.notOn.filter(isLocalDate).slice(0, mostLeftOut), ...((values.devices === 'speakers' || values.devices === 'screens') && { devices: values.devices }), alsoOn: kept?.alsoOn ?? [],
    bankHolidays: { nation: 'england-and-wales', rule: values.bankHolidays === 'not' ? 'not' : 'as-usual' }, setBy: identity.id, setByName: identity.name, ...(kept?.isPaused === true && { isPaused: true }), ...agreed,
  };
}

function doesOf({ does, words, about, tell, medicine, lead }: Values): Routine['does'] {
  switch (does) {
    case 'say': return { kind: 'say', words };
    case 'question': return { kind: 'question', words, about: about === '' ? 'how they are' : about, isMedicine: medicine === 'yes', ...(tell !== '' && { tell }) };
    case 'before-visits': return { kind: 'before-visits', leadMinutes: Number.parseInt(lead, 10) || 0 };
    default: return { kind: 'visits-today' };
  }
}

const fieldOf = { 'nobody-told': 'tell', 'not-in-circle': 'tell', 'may-not-be-told': 'tell', 'medical-advice': 'words', 'too-many': 'days', 'in-the-quiet-hours': 'at', 'too-long': 'words', 'no-day': 'days', 'not-a-question': 'words', 'bad-lead': 'lead' } as const;

function faultsIn(asked: Asked<'see-person'>, kept: Routine | undefined, routines: readonly Routine[], { household }: PersonRecord): readonly Fault[] {
  const values = valuesIn(asked.form);
  const own: Fault[] = [];
  if (!isLocalTime(values.at) && values.does !== 'before-visits') own.push({ field: 'at', message: 'Enter a time, like 08:30' });
  const { startsOn, endsOn } = values;
  if (startsOn !== '' && !isLocalDate(startsOn)) own.push({ field: 'startsOn', message: 'Enter the first day as a date, like 2026-12-01' });
  if (endsOn !== '' && !isLocalDate(endsOn)) own.push({ field: 'endsOn', message: 'Enter the last day as a date, like 2026-12-31, or leave it empty' });
  else if (endsOn !== '' && endsOn < (startsOn === '' ? localDate(asked.now, household.timeZone) : startsOn)) own.push({ field: 'endsOn', message: 'The last day must be the first day or later' });
  if ((values.does === 'say' || values.does === 'question') && values.words === '') own.push({ field: 'words', message: 'Enter what is to be said' });
  const others = { routines: routines.filter(({ id }) => id !== kept?.id) };
  return [...own, ...faultsOf(routineOf(values, kept, asked), others, household).map((fault) => ({ field: fieldOf[fault], message: howToMendRoutine[fault] }))].filter(({ field }, place, all) => all.findIndex((each) => each.field === field) === place);
}
