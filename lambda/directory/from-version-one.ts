import { isLoose, type Doubt, type Loose } from './tidy-record.ts';

/** Brings a tidied Open Referral UK 1 record to the names of version 3. A version 3 record comes back as it was. */
export function fromVersionOne(record: Loose, doubt: Doubt): Loose {
  const old = ['regular_schedules', 'eligibilitys', 'service_taxonomys'].filter((field) => field in record);
  if (old.length === 0) return record;
  doubt(`${old.join(', ')}: fields of version 1, read as those of version 3`);
  const { regular_schedules: schedules, eligibilitys, service_taxonomys: terms, ...rest } = record;
  return {
    ...agesOf(listOf(eligibilitys)),
    ...(schedules === undefined ? {} : { schedules: listOf(schedules).map(scheduleFrom) }),
    ...(terms === undefined ? {} : { attributes: listOf(terms).map(attributeFrom) }),
    ...rest,
  };
}

function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter(isLoose) : [];
}

/** One group of people gives the ages. Several are too many for two fields: nobody is shut out. */
function agesOf(groups: readonly Loose[]): Loose {
  const [group] = groups;
  if (group === undefined || groups.length > 1) return {};
  return Object.fromEntries(['minimum_age', 'maximum_age'].flatMap((field) => (typeof group[field] === 'number' ? [[field, group[field]]] : [])));
}

const dayCodes: Readonly<Record<string, string>> = { monday: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR', saturday: 'SA', sunday: 'SU' };

function scheduleFrom({ weekday, ...rest }: Loose): Loose {
  const code = typeof weekday === 'string' ? dayCodes[weekday.toLowerCase()] : undefined;
  return code === undefined || 'byday' in rest ? rest : { freq: 'WEEKLY', byday: code, ...rest };
}

function attributeFrom({ taxonomy, ...rest }: Loose): Loose {
  return isLoose(taxonomy) ? { ...rest, taxonomy_term: taxonomy } : rest;
}
