import type { PersonRecord } from '../models/person-record/index.ts';
import type { Directory } from '../models/service/index.ts';
import { cleanWords } from './ssml.ts';

/** Amazon's form of names that hold for one session. */
export interface NamesDirective {
  readonly type: 'Dialog.UpdateDynamicEntities';
  readonly updateBehavior: 'REPLACE' | 'CLEAR';
  readonly types: readonly { readonly name: string; readonly values: readonly NamedValue[] }[];
}
interface NamedValue { readonly id: string; readonly name: { readonly value: string; readonly synonyms: readonly string[] } }

/** Amazon takes a hundred names with their synonyms; a few fewer leave room for what it counts differently. */
const mostNames = 90;
const longestName = 140;

/**
 * The names this person's speaker should listen for: first names of their care workers and of their circle, services they
 * have asked for, and those just offered. First names and services only: nothing else of theirs goes to Amazon.
 */
export function householdNames(record: PersonRecord, directory: Pick<Directory, 'byId'>, offered: readonly string[]): NamesDirective {
  const services = [...new Set([...offered, ...record.requestBook.requests.map(({ serviceId }) => serviceId)])].flatMap((id) => directory.byId.get(id) ?? []);
  const types = [
    { name: 'CARE_WORKER', values: record.visitBook.workers.map(({ id, firstName, describedAs = [] }) => named(id, firstName, describedAs)) },
    { name: 'CIRCLE_PERSON', values: record.household.circle.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ id, name }) => named(id, firstOf(name), [`our ${firstOf(name)}`])) },
    { name: 'SERVICE_NAME', values: services.map(({ service }) => named(service.id, service.name, [])) },
  ];
  let room = mostNames;
  return {
    type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE',
    types: types.map(({ name, values }) => ({
      name, values: values.filter(({ name: { value, synonyms } }) => {
        const isTaken = value !== '' && room >= 1 + synonyms.length;
        if (isTaken) room -= 1 + synonyms.length;
        return isTaken;
      }),
    })).filter(({ values }) => values.length > 0),
  };
}

/** Takes the names away again when the talk is over. */
export const noNames: NamesDirective = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR', types: [] };

function named(id: string, value: string, synonyms: readonly string[]): NamedValue {
  return { id, name: { value: spoken(value), synonyms: [...new Set(synonyms.map(spoken))].filter((each) => each !== '') } };
}

function firstOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

/** Letters, digits, spaces, hyphens and apostrophes: what can be said, and no more than Amazon takes. */
function spoken(text: string): string {
  return cleanWords(text).replaceAll(/[^\p{L}\p{N}' ’-]/gu, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, longestName);
}
