import { mayDo, type Action, type Identity } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { paths } from '../paths.ts';

interface Link { readonly text: string; readonly href: string; readonly isCurrent: boolean }
interface LinkGroup { readonly heading: string; readonly links: readonly Link[] }

const councilLinks: readonly (readonly [Action, string, string])[] = [
  ['see-own-visits', 'Today’s visits', paths.work],
  ['work-desk', 'Desk', '/desk'],
  ['see-queue', 'Requests', '/requests'],
  ['find-people', 'People', '/people'],
  ['see-catalogue', 'Catalogue', '/catalogue'],
  ['see-rules', 'Alert rules', '/rules'],
  ['see-providers', 'Providers', '/providers'],
  ['see-workers', 'Care workers', '/care-workers'],
  ['see-achieved', 'What it achieved', '/achieved'],
  ['allow-spoken-questions', 'Asking by voice', '/spoken-questions'],
  ['see-visits-in', 'Visits in', '/visits-in'],
  ['bring-in-goals', 'Goals in', '/goals-in'],
  ['bring-in-money', 'Money in', '/money-in'],
];
const personLinks: readonly (readonly [heading: string, links: readonly (readonly [Action, string, string])[]])[] = [
  ['Day by day', [
    ['see-person', 'Today', ''],
    ['see-visits', 'What was done', '/visits-done'],
    ['see-visits', 'Visits', '/visits'],
    ['see-visits', 'Planned activities', '/planned-activities'],
    ['see-routines', 'Routines', '/routines'],
    ['see-person', 'What was told', '/alerts'],
    ['send-message', 'Messages', '/messages'],
    ['see-visits', 'Calendars', '/calendars'],
  ]],
  ['Money and services', [
    ['see-money', 'Budget', '/budget'],
    ['see-services', 'Find a service', '/services'],
    ['see-requests', 'Requests', '/requests'],
  ]],
  ['What matters', [
    ['see-goals', 'Goals', '/goals'],
    ['see-feedback', 'How it went', '/feedback'],
    ['see-wellbeing', 'Wellbeing', '/wellbeing'],
  ]],
  ['People', [
    ['change-about', 'About', '/about'],
    ['see-circle', 'Circle', '/circle'],
    ['see-consent', 'Consent', '/consent'],
    ['see-data', 'Everything held', '/data'],
    ['see-jobs', 'Jobs to share', '/jobs'],
    ['see-audit', 'Who looked', '/audit'],
  ]],
  ['At home', [
    ['change-speech', 'Speech and privacy', '/speech'],
    ['link-devices', 'Speakers and screens', '/devices'],
    ['have-assistants', 'Assistants', '/assistants'],
    ['see-phrases', 'What they can say', '/phrases'],
    ['make-visit-code', 'Code for care workers', '/visit-code'],
  ]],
  ['For staff', [
    ['set-up', 'Set up', '/set-up'],
    ['change-budget-settings', 'Budget settings', '/budget-settings'],
    ['end-service', 'Leaving', '/leave'],
    ['rehearse', 'A week in seconds', '/rehearse'],
  ]],
];

/** The links somebody may follow: the council's pages, and in groups those of the person who is open. */
export function navigationFor(identity: Identity | undefined, record: PersonRecord | undefined, path: string): { readonly council: readonly Link[]; readonly person: readonly LinkGroup[] } {
  if (identity === undefined) return { council: [], person: [] };
  const council = councilLinks.filter(([action]) => mayDo(identity, action, { councilId: identity.councilId })).map(([, text, href]) => ({ text, href, isCurrent: path === href }));
  if (record === undefined) return { council, person: [] };
  const base = `/people/${record.personId}`;
  const person = personLinks.map(([heading, links]) => ({
    heading, links: links.filter(([action]) => mayDo(identity, action, { councilId: identity.councilId, household: record.household })).map(([, text, end]) => ({ text, href: base + end, isCurrent: path === `/people/:personId${end}` })),
  }));
  return { council, person: person.filter(({ links }) => links.length > 0) };
}
