import type { PersonRecord } from '../../models/person-record/index.ts';
import { helpLines } from '../../skill/everyday/help-lines.ts';

const groups: readonly { readonly title: string; readonly intents: readonly string[]; readonly isFor?: (record: PersonRecord) => boolean }[] = [
  { title: 'Visits', intents: ['WhoIsComingIntent', 'NextCareVisitIntent', 'WhereIsMyCarerIntent', 'CancelCareVisitIntent', 'SetReminderIntent'] },
  { title: 'Money', intents: ['BudgetLeftIntent', 'SpendingIntent', 'TakenBackIntent'], isFor: ({ budget }) => budget !== undefined },
  { title: 'Finding help', intents: ['FindServiceIntent', 'SuggestServiceIntent', 'RequestStatusIntent'] },
  { title: 'People', intents: ['MessagesIntent', 'SendWordIntent', 'TalkToSomeoneIntent', 'WhoKnowsIntent'] },
  { title: 'Any time', intents: ['AMAZON.HelpIntent', 'AMAZON.RepeatIntent', 'SpeakSlowerIntent', 'AMAZON.StopIntent'] },
];

/** What this person can say, from the lines that help itself tells, with the names of their own people in them. */
export function phrasesFor(record: PersonRecord): readonly { readonly title: string; readonly phrases: readonly string[] }[] {
  const { circle } = record.household;
  const relative = circle.find(({ kind, stoppedAt }) => kind === 'family' && stoppedAt === undefined)?.name;
  const worker = record.visitBook.workers[0]?.firstName;
  const withNames = (line: string) => line.replaceAll('Susan', relative ?? 'Susan').replaceAll('Priya', worker ?? 'the carer');
  return groups.filter(({ isFor }) => isFor?.(record) !== false).map(({ title, intents }) => ({ title, phrases: intents.flatMap((intent) => (helpLines[intent] === undefined || (relative === undefined && helpLines[intent].includes('Susan')) ? [] : [withNames(helpLines[intent])])) }));
}
