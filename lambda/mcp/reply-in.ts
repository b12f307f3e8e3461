import { localTime } from '../../models/shared/index.ts';
import { isClearYes } from '../../skill/everyday/clear-yes.ts';
import { expectedIntents } from '../desk-speaker/expected-intents.ts';
import { understandingOfOurs } from '../understanding/understanding-of-ours.ts';
import type { Called } from './tool.ts';

/** The answer to a request that was read back, by the very understanding and the very threshold of the voice. */
export async function replyIn(said: string, { today, now, zone }: Pick<Called, 'today' | 'now' | 'zone'>): Promise<'yes' | 'no' | 'unclear'> {
  const heard = await understandingOfOurs().understand(said, { today, now: localTime(now, zone), expecting: expectedIntents({ kind: 'send-request' }) });
  return isClearYes(heard) ? 'yes' : heard.intent === 'AMAZON.NoIntent' ? 'no' : 'unclear';
}
