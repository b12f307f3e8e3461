import type { AskSkill } from '../../skill/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { alexaEnvelope } from './alexa-envelope.ts';

interface Needs { readonly ask: AskSkill; readonly clock: Clock; readonly skillId: string; readonly newId: () => string }

/** Passes a message of ours on to the skill for one of our own speakers, as Amazon does for theirs. */
export function messageDesk({ ask, clock, skillId, newId }: Needs): (alexaId: string) => Promise<void> {
  return async (alexaId) => {
    const id = newId();
    await ask(alexaEnvelope({ skillId, alexaId, sessionId: id, isNew: false, attributes: {}, device: 'speaker', at: clock(), requestId: id }, { kind: 'message', message: { kind: 'visits-changed' } }));
  };
}
