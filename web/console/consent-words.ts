import type { Consent, ConsentKind, ConsentWay } from '../../models/household/index.ts';
import type { Left } from '../../models/household/index.ts';
import { dateText } from './words.ts';

/** What each yes or no is about, as it is read. `without`: what happens without a yes. */
export const consentText: Readonly<Record<ConsentKind, { readonly title: string; readonly means: string; readonly without: string }>> = {
  'answers-aloud': { title: 'Private answers spoken aloud', means: 'Money, who is coming and messages are spoken by the speaker at home, where others may hear them.', without: 'They are never spoken, and are left for the phone.' },
  'alerts-to-circle': { title: 'Family and friends told when something is wrong', means: 'Those in the circle who may know of it are told, for example when nobody has come.', without: 'None of them is told. The council’s staff are.' },
  messages: { title: 'Messages at home', means: 'Family, friends and staff may leave messages, which the speaker and the screens announce.', without: 'Nobody can send one.' },
  figures: { title: 'Counted in the council’s figures', means: 'Their visits, services and answers are counted with everybody’s, never by name.', without: 'They are left out.' },
};

export const wayText: Readonly<Record<ConsentWay, string>> = {
  themselves: 'by themselves, signed in', 'in-person': 'in person', 'by-phone': 'by phone', 'in-writing': 'in writing', 'best-interests': 'decided in their best interests',
};

const saysText: Readonly<Record<Consent['says'], string>> = { yes: 'Yes', no: 'No', withdrawn: 'Withdrawn' };

/** "Yes, by phone on 1 December 2026. Recorded by Mr Okafor." */
export function consentLine({ says, how, decidedWith, on, recordedBy }: Consent): string {
  return `${saysText[says]}, ${wayText[how]}${decidedWith === undefined ? '' : ` with ${decidedWith}`}, on ${dateText(on)}. Recorded by ${recordedBy.name}.`;
}

export const leaveText: Readonly<Record<Left['why'], string>> = { 'no-longer-needed': 'They no longer need it', moved: 'They moved away', 'own-wish': 'They no longer want it', died: 'They died', other: 'Something else' };
