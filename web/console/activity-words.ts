import type { ActivityKind } from '../../models/care-visit/index.ts';

/** What care workers do with somebody, as the pages name it. */
export const activityText: Readonly<Record<ActivityKind, string>> = {
  'personal-care': 'Washing, dressing and the like', meals: 'Meals', medicines: 'Medicines', home: 'Around the home', shopping: 'Shopping', 'going-out': 'Going out', learning: 'Learning to do things', company: 'Company', appointment: 'Going along to an appointment', night: 'At night', other: 'Something else',
};
