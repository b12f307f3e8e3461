import type { CareVisit, VisitBook } from '../../models/care-visit/index.ts';
import type { SpeechPassport } from '../../models/household/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { ownEntry } from '../own-entry.ts';
import { dayWords, durationWords, listWords, timeOfDayWords, timeWords, whenWords } from '../words/index.ts';

/** Who comes to a visit, by first name; honest when the agency has not said. */
export function workerWords(book: VisitBook, visit: CareVisit): string {
  const names = visit.workerIds.map((id) => book.workers.find((worker) => worker.id === id)?.firstName).filter((name) => name !== undefined);
  return names.length === 0 ? 'somebody from the agency' : listWords(names);
}

/** "Priya comes at half past eight", "Sam and Blessing come at seven this evening". */
export function comesWords(book: VisitBook, visit: CareVisit, today: LocalDate): string {
  const verb = visit.workerIds.length > 1 ? 'come' : 'comes';
  return `${upperFirst(workerWords(book, visit))} ${verb} ${visit.on === today ? `at ${timeWords(visit.from)}` : whenWords(visit.on, visit.from, today)}`;
}

/** One visit in a list: "Priya at half past eight this morning". */
export function visitWords(book: VisitBook, visit: CareVisit, today: LocalDate): string {
  return `${workerWords(book, visit)} at ${visit.on === today ? whenWords(visit.on, visit.from, today) : shortTime(visit)}`;
}

/** A visit with its day: "Priya, tomorrow at half past eight in the morning". */
export function nextWords(book: VisitBook, visit: CareVisit, today: LocalDate): string {
  return `${workerWords(book, visit)}, ${visit.on === today ? 'at ' : ''}${whenWords(visit.on, visit.from, today)}`;
}

/** "help with washing and breakfast", in the person's own words for things where they have given them. */
export function purposeWords(visit: CareVisit, { words }: Pick<SpeechPassport, 'words'>): string {
  return visit.tasks.length === 0 ? 'what is in your plan' : listWords(visit.tasks.map((task) => ownEntry(words, task) ?? task));
}

export function aboutHowLong(visit: CareVisit): string {
  return `about ${durationWords(visit.minutes)}`;
}

/** A visit as it is spoken of in a request: "Blessing at midday on Thursday the 10th of December". */
export function thatVisitWords(book: VisitBook, visit: CareVisit, today: LocalDate): string {
  return `${workerWords(book, visit)} at ${timeWords(visit.from)} ${dayWords(visit.on, today)}`;
}

function shortTime(visit: CareVisit): string {
  return timeOfDayWords(visit.from);
}

export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
