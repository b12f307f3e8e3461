import { daysBetween, isLocalDate, type LocalDate } from '../../models/shared/index.ts';

/** What is said around the facts, in three wordings each. Facts are never in here: they keep their words, their place and their order. */
export const frames: readonly (readonly [string, string, string])[] = [
  ['Right you are.', 'All right.', 'That’s fine.'],
  ['Anything else?', 'Is there anything else?', 'Can I help with anything else?'],
  ['Shall I tell you more about it?', 'Would you like to hear more about it?', 'Do you want to know more about it?'],
  ['Would you like to know what they’re coming for?', 'Shall I tell you what they’re coming for?', 'Do you want to hear what they’re coming for?'],
  ['Which would you like to hear about?', 'Which one shall I tell you about?', 'Which one would you like to know about?'],
  ['Shall I suggest something?', 'Would you like an idea?', 'Shall I find you something?'],
  ['I found three.', 'There are three.', 'I have three for you.'],
  ['I found two.', 'There are two.', 'I have two for you.'],
];

/** The day's wording of a sentence: the same all day long for one person, another the next day. Anything that is not a frame stays as it is. */
export function wordingOfTheDay(sentence: string, person: string, today: LocalDate): string {
  const wordings = frames.find(([first]) => first === sentence);
  if (wordings === undefined) return sentence;
  const days = Math.abs(daysBetween(firstDay, today));
  const step = 1 + (sumOf(person + sentence) % (wordings.length - 1));
  return wordings[(days * step) % wordings.length] ?? sentence;
}

const firstDay = dayOf('2026-12-01');

/** Two people, or two frames, need not change in step. */
function sumOf(words: string): number {
  return Array.from(words).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

function dayOf(date: string): LocalDate {
  if (!isLocalDate(date)) throw new TypeError(`Not a day: ${date}`);
  return date;
}
