import type { Channel } from '../../models/alert/index.ts';

/** The council's staffed screen. What is sent to it is there as soon as the alert is kept; only somebody of the staff can say that they have seen it. */
export const deskChannel: Channel = { name: 'desk', proves: ['accepted', 'answered'], send: () => Promise.resolve({ kind: 'accepted' }) };
