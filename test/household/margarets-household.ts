import { usualPassport, type CircleMember, type Household } from '../../models/household/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';

export const susan: CircleMember = {
  id: 'susan', name: 'Susan', relationship: 'daughter', kind: 'family', mayKnow: ['visits', 'messages', 'alerts'], mayAct: ['visits', 'messages'],
};
export const ann: CircleMember = { id: 'ann', name: 'Ann', relationship: 'neighbour', kind: 'agency', mayKnow: ['visits'], mayAct: ['visits'] };
const adviser: CircleMember = { id: 'okafor', name: 'Mr Okafor', relationship: 'council adviser', kind: 'council', mayKnow: [], mayAct: [] };

export const margaret: Household = {
  personId: personId('margaret'), councilId: councilId('harrow'), name: { full: 'Margaret Ellis', preferred: 'Margaret' }, timeZone: 'Europe/London',
  passport: usualPassport, privacy: { answers: 'open', wrongTries: 0 }, circle: [susan, ann, adviser],
  council: { name: 'Harrow', phone: '020 7946 0001', careLinePhone: '020 7946 0001', adviser: 'Mr Okafor', adviserAnswersWithinWorkingDays: 5 },
  interests: ['singing'], area: { name: 'Harrow' },
};
