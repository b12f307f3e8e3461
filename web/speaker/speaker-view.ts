import type { Environment } from 'nunjucks';
import { devices, type DeskPerson, type DeskTurn, type Elsewhere, type Said } from './conversation-port.ts';
import { inWords } from './in-words.ts';
import type { SpeakerForm } from './read-turn.ts';

const examples = ['Open my care', 'Who’s coming today?', 'Where’s my carer?', 'How much have I got left?', 'I need someone for the garden', 'Cancel tomorrow morning', 'I’m bored stiff', 'Who can hear about me?'];
const deviceNames = { speaker: 'Speaker', screen: 'Screen', tv: 'Television' } as const;

interface SpeakerView {
  readonly people: readonly DeskPerson[];
  readonly turn: DeskTurn;
  readonly elsewhere: readonly Elsewhere[];
  readonly earlier?: SpeakerForm['earlier'];
  readonly said?: Said;
  /** What was typed and could not be taken, with the reason. */
  readonly problem?: { readonly text: string; readonly message: string };
}

/** The whole page. */
export function speakerPage(templates: Environment, view: SpeakerView): string {
  const { people, turn, said, problem, earlier = [] } = view;
  const shown = [...earlier, ...(said === undefined ? [] : [{ heard: said.heard, speech: said.speech }])].slice(-20);
  return templates.render('speaker/speaker.njk', {
    people, turn, said, problem, earlier, examples,
    name: nameOf(people, turn),
    devices: devices.map((id) => ({ id, name: deviceNames[id] })),
    elsewhere: elsewhereView(view.elsewhere),
    words: said === undefined ? undefined : inWords(said),
    shown: JSON.stringify(shown),
  });
}

/** The parts of the page that one answer changes, for the script to put in place. */
export function answerPieces(templates: Environment, people: readonly DeskPerson[], turn: DeskTurn, said: Said): { readonly turn: string; readonly device: string } {
  const context = { turn, said, name: nameOf(people, turn), words: inWords(said) };
  return { turn: templates.render('speaker/turn.njk', context), device: templates.render('speaker/device.njk', context) };
}

/** The list of what others have been told. */
export function elsewherePiece(templates: Environment, elsewhere: readonly Elsewhere[]): string {
  return templates.render('speaker/elsewhere.njk', { elsewhere: elsewhereView(elsewhere) });
}

const kinds = { request: 'Asked for', word: 'Told', 'visit-change': 'Visit change', alert: 'Alert' } as const;
const when = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' });

function elsewhereView(elsewhere: readonly Elsewhere[]): object[] {
  return elsewhere.map(({ kind, to, text, at, state, why }) => ({ kind: kinds[kind], slug: kind, to, text, state, why, at, when: spokenTime(at) }));
}

/** Such as `Tuesday 1 December at 8:05am`. */
function spokenTime(at: string): string {
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? '' : when.format(instant).replace(/\s([ap]m)$/, '$1');
}

function nameOf(people: readonly DeskPerson[], turn: DeskTurn): string {
  return people.find(({ id }) => id === turn.personId)?.name ?? 'You';
}
