import { mayDo, type Action, type Identity } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';

export interface Link { readonly text: string; readonly href: string; readonly isCurrent: boolean }

const councilLinks: readonly (readonly [Action, string, string])[] = [['work-desk', 'Desk', '/desk'], ['see-queue', 'Requests', '/requests'], ['find-people', 'People', '/people'], ['see-rules', 'Alert rules', '/rules']];
const personLinks: readonly (readonly [Action, string, string])[] = [
  ['see-person', 'Today', ''], ['see-routines', 'Routines', '/routines'], ['see-person', 'What was told', '/alerts'], ['see-circle', 'Circle', '/circle'], ['send-message', 'Messages', '/messages'],
  ['see-money', 'Budget', '/budget'], ['see-requests', 'Requests', '/requests'], ['change-speech', 'Speech and privacy', '/speech'], ['link-devices', 'Speakers and screens', '/devices'], ['see-phrases', 'What they can say', '/phrases'], ['rehearse', 'A week in seconds', '/rehearse'], ['see-audit', 'Who looked', '/audit'],
];

/** The links somebody may follow: the council's pages, and those of the person who is open. */
export function navigationFor(identity: Identity | undefined, record: PersonRecord | undefined, path: string): { readonly council: readonly Link[]; readonly person: readonly Link[] } {
  if (identity === undefined) return { council: [], person: [] };
  const council = councilLinks.filter(([action]) => mayDo(identity, action, { councilId: identity.councilId })).map(([, text, href]) => ({ text, href, isCurrent: path === href }));
  if (record === undefined) return { council, person: [] };
  const base = `/people/${record.personId}`;
  const person = personLinks.filter(([action]) => mayDo(identity, action, { councilId: identity.councilId, household: record.household })).map(([, text, end]) => ({ text, href: base + end, isCurrent: path === `/people/:personId${end}` }));
  return { council, person };
}
