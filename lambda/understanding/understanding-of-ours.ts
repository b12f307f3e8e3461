import model from '../../models/en-GB.json' with { type: 'json' };
import { loadUnderstanding, type Understanding } from '../../skill/understand/index.ts';
import { sentenceEncoder } from './sentence-encoder.ts';

let loaded: Understanding | undefined;

/** Our own understanding of English, loaded once for a process. */
export function understandingOfOurs(): Understanding {
  return (loaded ??= loadUnderstanding(model, sentenceEncoder));
}
