import type { Goal, GoalEnd, Theme } from '../../models/outcome/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { dateText } from './words.ts';

/** The six themes of Making it Real by their names, each with what it is about in our own words. */
export const themeText: Readonly<Record<Theme, { readonly title: string; readonly about: string }>> = {
  wellbeing: { title: 'Wellbeing and independence', about: 'How the days go, and feeling safe' },
  information: { title: 'Information and advice', about: 'Knowing what there is, and where one stands' },
  communities: { title: 'Active and supportive communities', about: 'People to see, and things to do' },
  'my-way': { title: 'Flexible and integrated care and support', about: 'Help that fits the person and their times' },
  change: { title: 'When things need to change', about: 'What happens when plans change' },
  workforce: { title: 'Workforce', about: 'The people who come to help' },
};

export const goalEndText: Readonly<Record<GoalEnd['how'], string>> = { reached: 'Reached', 'wants-something-else': 'They want something else now', 'cannot-be-done': 'It cannot be done' };

/** "12 January 2027", and whether that day has come. */
export function reviewText({ reviewOn }: Goal, today: LocalDate): { readonly text: string; readonly isDue: boolean } {
  return reviewOn === undefined ? { text: 'No day is set', isDue: false } : { text: dateText(reviewOn), isDue: reviewOn <= today };
}
