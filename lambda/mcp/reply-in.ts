import model from '../../models/en-GB.json' with { type: 'json' };
import { localTime } from '../../models/shared/index.ts';
import { isClearYes } from '../../skill/everyday/clear-yes.ts';
import { loadUnderstanding, type Understanding } from '../../skill/understand/index.ts';
import { expectedIntents } from '../desk-speaker/expected-intents.ts';
import type { Called } from './tool.ts';

let understanding: Understanding | undefined;

/** The answer to a request that was read back, by the very understanding and the very threshold of the voice. */
export function replyIn(said: string, { today, now, zone }: Pick<Called, 'today' | 'now' | 'zone'>): 'yes' | 'no' | 'unclear' {
  const heard = (understanding ??= loadUnderstanding(model)).understand(said, { today, now: localTime(now, zone), expecting: expectedIntents({ kind: 'send-request' }) });
  return isClearYes(heard) ? 'yes' : heard.intent === 'AMAZON.NoIntent' ? 'no' : 'unclear';
}
