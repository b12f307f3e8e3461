import type { Instant } from '../shared/index.ts';
import type { Address, ChannelName } from './channel.ts';

/** Every way one person and their circle can be reached outside a conversation. */
export interface Reach {
  /** The person's own: TV boards, Home Assistant, announcements on a managed Echo, the chime, their phone. */
  readonly person: readonly Address[];
  /** By circle member id, in the order they like to be reached. */
  readonly members: Readonly<Record<string, readonly Address[]>>;
  /** Whom the ladder tells first, second…: circle member ids. The backup plan's order until it is set otherwise. */
  readonly contacts?: readonly string[];
  /** While the person is away (in hospital): nothing sounds at home, and visits are not waited for. */
  readonly away?: { readonly from: Instant; readonly until?: Instant };
}

export const nobodyToReach: Reach = { person: [], members: {} };

/** What speaks in the home, and what shows. */
export const channelsOf: Readonly<Record<'speakers' | 'screens', readonly ChannelName[]>> = { speakers: ['announcement', 'chime', 'home-assistant'], screens: ['board'] };
/** Channels that speak or show in the home. */
export const homeChannels: readonly ChannelName[] = ['board', 'home-assistant', 'announcement'];
