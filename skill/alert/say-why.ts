import type { Reason } from '../../models/alert/index.ts';

/** Why something was told, held back or ended, for a family to read. */
export function whyWords(reason: Reason): string {
  return words[reason];
}

const words: Readonly<Record<Reason, string>> = {
  'tell-now:first': 'It was time to tell.',
  'tell-now:again': 'Nobody had answered, so we told it again.',
  'tell-now:another-channel': 'Nobody had answered, so we tried another way.',
  'tell-now:next-person': 'Nobody had answered, so we told the next person.',
  'tell-now:desk': 'Nobody had answered, so we told the staffed desk.',
  'tell-now:worse': 'It had become worse than what was told before.',
  'tell-now:unknown-outcome': 'We could not tell whether it had arrived, so we sent it once more.',
  'tell-now:channel-failed': 'It did not arrive, so we went on to the next way at once.',
  'tell-now:rate-limit-over': 'The phone network lets us send again.',
  'hold:not-yet': 'It was not time yet.',
  'hold:quiet-hours': 'We waited, because these are quiet hours.',
  'hold:already-told': 'It had been told already.',
  'hold:interruption-budget': 'There had been enough interruptions for one day. It waits until somebody asks.',
  'hold:grouped': 'It goes together with others like it.',
  'hold:in-conversation': 'The person was in the middle of talking with us.',
  'hold:waiting-for-answer': 'We were waiting for an answer.',
  'hold:sending': 'It was just being sent.',
  'hold:paused': 'The person was away.',
  'hold:rate-limited': 'The phone network lets us send no more to this number for now.',
  'hold:nobody-reachable': 'There was no way to reach anybody.',
  'end:answered': 'Somebody answered.',
  'end:expired': 'Its time had passed.',
  'end:no-longer-true': 'It was no longer so.',
  'end:superseded': 'Newer news took its place.',
  'end:withdrawn': 'It was taken back.',
  'end:told-no-answer-needed': 'It was told, and needed no answer.',
  'end:not-agreed': 'The person had not agreed to it.',
};
