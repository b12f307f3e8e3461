import type { SpeakerKey } from '../../models/household/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { linkWithCode } from '../household/link-with-code.ts';
import { explain } from '../information/explain.ts';
import type { SkillServices } from '../services.ts';
import type { SlotBag } from '../slots.ts';
import { phone, say } from '../ssml.ts';
import { safetyWords } from './i-need-help.ts';

/** A speaker that is nobody's yet: it can be linked, it can explain, and it always gives the safety words. Nothing else. */
export async function answerUnknownSpeaker(
  said: { readonly intent: string; readonly slots: SlotBag },
  speaker: { alexaId: string; key: SpeakerKey; isUnit: boolean } | undefined,
  services: SkillServices,
): Promise<Answer> {
  if (said.intent === 'INeedHelpIntent') return safetyWords(services.helpPhone);
  if (said.intent === 'ExplainIntent') return explain(said.slots);
  if (said.intent === 'TalkToSomeoneIntent') return tell(say`You can ring ${phone(services.helpPhone)}.`);
  if (stops.includes(said.intent)) return { ...tell('Goodbye.'), isGoodbye: true };
  if (said.intent === 'LinkWithCodeIntent' && speaker !== undefined) return linkWithCode(said.slots, speaker, services);
  return howToLink(services.helpPhone);
}

const stops: readonly string[] = ['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NoIntent', 'ThankYouIntent', 'AMAZON.NavigateHomeIntent'];

/** How this speaker comes to be somebody's. */
function howToLink(helpPhone: string): Answer {
  return ask(
    ['Hello. This speaker isn’t linked to anyone yet.', 'If you have six numbers from the council, say: my code is, and then the numbers.'],
    'Have you got them there?',
    { kind: 'anything-else' },
    say`Your council gives you the numbers. If you have none, ring ${phone(helpPhone)}. If you have them, say: my code is, and the six numbers.`,
  );
}
