import type { CircleMember, CouncilContact, Household } from '../../models/household/index.ts';
import { addDays, councilId, type LocalDate } from '../../models/shared/index.ts';

/** The council and the people more than one household shares. All numbers are ones nobody can be rung on. */
export const harrow = councilId('harrow');
export const demonstrationZone = 'Europe/London';

export const council: CouncilContact = {
  name: 'Harrow Council', phone: '020 7946 0001', careLinePhone: '020 7946 0001', adviser: 'Mr Okafor', adviserAnswersWithinWorkingDays: 5,
};

export const area: Household['area'] = { name: 'Harrow', latitude: 51.5802, longitude: -0.3344 };

export const susan: CircleMember = {
  id: 'susan', name: 'Susan', relationship: 'daughter', kind: 'family', phone: '07700 900123',
  mayKnow: ['visits', 'messages', 'alerts'], mayAct: ['visits', 'messages', 'alerts'],
};

/** A neighbour, and the one who answers at the agency's office. */
export const ann: CircleMember = {
  id: 'ann', name: 'Ann', relationship: 'neighbour', kind: 'friend', phone: '07700 900456', mayKnow: ['visits', 'alerts'], mayAct: ['visits'],
};

export const adviser: CircleMember = {
  id: 'mr-okafor', name: 'Mr Okafor', relationship: 'council adviser', kind: 'council', phone: council.phone,
  mayKnow: ['visits', 'money', 'requests'], mayAct: ['money', 'requests'],
};

/** A birthday that makes somebody so many years old, and a half, today. */
export function bornYearsAgo(years: number, today: LocalDate): string {
  return addDays(today, -Math.round((years + 0.5) * 365.25));
}
