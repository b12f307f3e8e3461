import type { Topic } from '../../models/household/index.ts';

/** What somebody of the circle may know of or act on, as it is read. */
export const topicText: Readonly<Record<Topic, string>> = { visits: 'Visits', money: 'Money', requests: 'Requests', messages: 'Messages', alerts: 'Alerts and routines' };
