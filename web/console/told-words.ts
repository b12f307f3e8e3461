import type { Telling } from './told-port.ts';
import { momentText } from './words.ts';

const wayText: Readonly<Record<Telling['channel'], string>> = { text: 'Text', email: 'E-mail', push: 'Notification on their phone', board: 'Screen', 'home-assistant': 'Home Assistant', announcement: 'Speaker', chime: 'Chime of the speaker', desk: 'The desk’s screen', webhook: 'The council’s system' };

export function channelText({ channel }: Pick<Telling, 'channel'>): string {
  return wayText[channel];
}

/** What is known of one attempt, and since when: no more than was proved. */
export function outcomeText({ state, provedAt }: Pick<Telling, 'state' | 'provedAt'>, zone: string): string {
  const when = provedAt === undefined ? '' : `, ${momentText(provedAt, zone)}`;
  switch (state) {
    case 'sending': return 'On its way';
    case 'accepted': return `Taken${when}. Nothing shows that they saw it`;
    case 'shown': return `Shown${when}`;
    case 'spoken': return `Spoken${when}`;
    case 'failed': return 'Did not get through';
    case 'unknown': return 'Not certain';
  }
}

/** "Shown on the screen, 1 December 2026, 3pm" */
export function homeText({ channel, state, provedAt, at }: Telling, zone: string): string | undefined {
  const when = momentText(provedAt ?? at, zone);
  const way = channel === 'board' ? 'the screen' : channel === 'home-assistant' ? 'Home Assistant' : 'the speaker';
  switch (state) {
    case 'shown': return `Shown on ${way}, ${when}`;
    case 'spoken': return `Announced on ${way}, ${when}`;
    case 'accepted': return channel === 'chime' ? `The speaker chimed, ${when}` : `Sent to ${way}, ${when}`;
    case 'failed': return `Did not reach ${way}`;
    case 'sending': case 'unknown': return undefined;
  }
}
