import { emptyBoard, type Address } from '../../models/alert/index.ts';
import { usualPassport } from '../../models/household/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import type { NewPerson } from '../../lambda/store/create-person.ts';

export const harrow = councilId('harrow');
export const margaret = personId('margaret');
export const desk: readonly Address[] = [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }];

/** How the bad day's person, and the daughter, are reached. */
export const reach = {
  person: [{ id: 'tv', channel: 'board', value: 'tv', isVerified: true }, { id: 'chime', channel: 'chime', value: 'a', isVerified: true }],
  members: { susan: [{ id: 'susan-phone', channel: 'text', value: '1', isVerified: true }, { id: 'susan-mail', channel: 'email', value: 'x', isVerified: true }] }, contacts: ['susan'],
} as const;

/** Whom the bad days befall. */
export function household(): NewPerson {
  return {
    personId: margaret, councilId: harrow, budget: undefined, entries: [], requestBook: { requests: [] }, outcomeBook: { goals: [], excluded: [], feedback: [] }, jobBook: { jobs: [] }, messageBook: { forPerson: [], wordLeft: [] }, alertBoard: emptyBoard, unfinished: undefined,
    household: {
      personId: margaret, councilId: harrow, name: { full: 'M', preferred: 'M' }, timeZone: 'Europe/London', passport: usualPassport, privacy: { answers: 'open', wrongTries: 0 }, interests: [], area: { name: 'Harrow' },
      circle: [{ id: 'susan', name: 'Susan', relationship: 'daughter', kind: 'family', mayKnow: ['visits', 'messages'], mayAct: [], phone: '07700 900123' }],
      council: { name: 'Harrow', phone: '01632 960100', careLinePhone: '01632 960111', adviser: 'Tom', adviserAnswersWithinWorkingDays: 2 },
    },
    visitBook: { provider: { id: 'b', name: 'B', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 }, workers: [], rounds: [], visits: [], backupPlan: { tellAfterMinutes: 30, tell: ['susan'] }, changeRequests: [] },
  };
}
