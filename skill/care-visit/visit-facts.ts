import type { CareVisit } from '../../models/care-visit/index.ts';
import type { Facts } from '../answer.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { capitalised, countWord, dayWords, listWords, spacedListWords, whenWords } from '../words/index.ts';
import { nextWords, upperFirst, visitWords, workerWords } from './speech.ts';

/** The single facts of the visits just told: when, which day, who, how many, and the agency's number. */
export function visitFacts({ record: { visitBook }, today }: Turn, visits: readonly CareVisit[]): Facts {
  if (visits.length === 0) return {};
  const days = [...new Set(visits.map(({ on }) => dayWords(on, today)))];
  const who = [...new Set(visits.map((visit) => workerWords(visitBook, visit)))];
  const isToday = visits.every(({ on }) => on === today);
  const { name, phone: number } = visitBook.provider;
  return {
    'in-short': `${upperFirst(spacedListWords(visits.map((visit) => (isToday ? visitWords : nextWords)(visitBook, visit, today))))}.`,
    time: `${capitalised(spacedListWords(visits.map(({ on, from }) => whenWords(on, from, today))))}.`,
    day: `${capitalised(listWords(days))}.`,
    who: `${upperFirst(listWords(who))}.`,
    'how-many': visits.length === 1 ? 'One visit.' : `${capitalised(countWord(visits.length))} visits.`,
    phone: say`${name} is on ${phone(number)}.`,
  };
}
