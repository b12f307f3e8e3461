import { activityKinds, mostActivityMinutes, mostActivityPence, mostNoteLetters, type ActivityKind, type CareVisit } from '../../models/care-visit/index.ts';
import { instant, pence, type Instant } from '../../models/shared/index.ts';
import { textIn } from './form-text.ts';
import type { Fault } from './page.ts';
import type { Recorded } from './visit-work-port.ts';

type Form = Readonly<Record<string, string | readonly string[]>>;

/** As long as anybody may look at a visit after its day. */
const longestAgoSeconds = 48 * 3_600;

/** What a care worker's form says of a visit, or what is to be mended. `ago`: how many seconds it waited on their phone. */
export function recordedIn(form: Form, { tasks }: Pick<CareVisit, 'tasks'>, now: Instant): Recorded | { readonly faults: readonly Fault[] } {
  const [id, ago] = [textIn(form['id']), textIn(form['ago']) || '0'];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !/^\d{1,6}$/.test(ago) || Number(ago) > longestAgoSeconds) return { faults: [{ field: 'record', message: 'That form was not whole, so nothing was recorded. Open the visit again and send it once more' }] };
  const about = { id, at: instant(now - Number(ago) * 1_000) };
  switch (form['do']) {
    case 'arrived': case 'left': return { ...about, what: form['do'] };
    case 'tasks': return { ...about, what: 'tasks', done: tasks.filter((_task, place) => listIn(form['task']).includes(String(place))) };
    case 'take-back': return { ...about, what: 'take-back', activityId: textIn(form['activityId']).slice(0, 60) };
    case 'note': {
      const words = textIn(form['words']);
      return words === '' || words.length > mostNoteLetters ? { faults: [{ field: 'words', message: words === '' ? 'Write the note first' : `A note has at most ${mostNoteLetters} letters; this has ${words.length}` }] } : { ...about, what: 'note', words };
    }
    case 'activity': return activityIn(form, about);
    default: return { faults: [{ field: 'record', message: 'Press one of the buttons' }] };
  }
}

function activityIn(form: Form, about: Pick<Recorded, 'id' | 'at'>): Recorded | { readonly faults: readonly Fault[] } {
  const [activity, minutes, cost] = [textIn(form['activity']), textIn(form['minutes']), textIn(form['cost']).replace(/^£/, '')];
  const isCost = cost === '' || /^\d{1,4}(\.\d{1,2})?$/.test(cost);
  const costPence = isCost ? Math.round(Number(cost) * 100) : 0;
  const faults: readonly Fault[] = [
    ...(activityKinds.includes(activity as ActivityKind) ? [] : [{ field: 'activity', message: 'Choose what was done' }]),
    ...(/^\d{1,4}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= mostActivityMinutes ? [] : [{ field: 'minutes', message: 'Enter how many minutes, like 45' }]),
    ...(isCost && costPence <= mostActivityPence ? [] : [{ field: 'cost', message: 'Enter what was spent in pounds, like 3.50. Leave it empty for nothing' }]),
  ];
  return faults.length > 0 ? { faults } : { ...about, what: 'activity', activity: activity as ActivityKind, minutes: Number(minutes), costPence: pence(costPence) };
}

function listIn(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
