import type { LinkRefusal, SpeakerKey } from '../../models/household/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { phone, say } from '../ssml.ts';
import type { SkillServices } from '../services.ts';
import type { SlotBag } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { usualHelp } from '../everyday/launch.ts';

/** "My code is four eight two nine one three." Six numbers, good once, make this speaker somebody's. */
export async function linkWithCode(slots: SlotBag, speaker: { key: SpeakerKey; alexaId: string }, services: SkillServices): Promise<Answer> {
  const code = (slots['code']?.value ?? '').replaceAll(/\D/g, '');
  if (code.length !== 6) return again('I need six numbers.');
  const result = await services.links.linkByCode(code, speaker, services.clock());
  if (result.kind === 'linked') return ask(['Thank you. This speaker is linked now.'], 'What would you like to know?', { kind: 'anything-else' }, usualHelp);
  if (result.kind === 'unknown') return tell('I’m not sure that went through.', 'Please open my care again in a minute.');
  return refused(result.reason, services.helpPhone);
}

/** On a speaker that is somebody's already. */
export function alreadyLinked(turn: Turn): Answer {
  return tell(`This speaker is already linked to ${turn.record.household.name.preferred}.`, 'To unlink it first, say: forget this speaker.');
}

function refused(reason: LinkRefusal, helpPhone: string): Answer {
  const ring = say`The council can give you a new one, on ${phone(helpPhone)}.`;
  switch (reason) {
    case 'no-such-code': return again('I don’t know that code.');
    case 'expired': return tell('That code has run out. It’s good for a day.', ring);
    case 'too-many-tries': return tell('That’s too many tries for now. This speaker can try again tomorrow.', ring);
    case 'speaker-speaks-for-another': return tell('This speaker is already linked to someone else.', ring);
    case 'no-such-person': return tell('I can’t find the record that code is for.', ring);
  }
}

function again(why: string): Answer {
  return ask([why], 'Could you say it again: my code is, and the six numbers?', { kind: 'anything-else' }, 'Say: my code is, and then the six numbers one after another.');
}
