import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDirectory } from '../../../models/service/index.ts';
import { councilId, instant } from '../../../models/shared/index.ts';
import { demonstrationServicesPath, syncServices } from '../../../lambda/directory/index.ts';
import { publishedDirectory } from '../../../lambda/published-directory/published-directory.ts';
import { writeService } from '../../../lambda/published-directory/write-service.ts';
import { loadDirectory } from '../../../lambda/store/directory-store.ts';
import { openSqliteTable } from '../../../lambda/store/sqlite-table.ts';
import { wrong, type Fuzzed } from '../fuzzed.ts';
import { jsonText, spoilJson } from '../spoil-json.ts';
import { below, oneOf, type Chance } from '../spoil.ts';

const base = 'https://directory.example';
const council = councilId('fuzz');
const at = instant(Date.UTC(2026, 11, 1, 8));

/** As version 1 of the standard writes a page: other names, and its lists inside out. */
const versionOne = { totalElements: 1, totalPages: 1, number: 1, size: 1, first: true, last: true, empty: false, content: [{
  id: 'one', name: 'Green Fingers', description: 'Gardening', url: 'https://example.org', status: 'active', organization: { id: 'o', name: 'Green' }, contacts: [{ id: 'c', name: 'Ann', phones: [{ id: 'p', number: '020 7946 0001' }] }],
  cost_options: [{ id: 'k', option: 'hour', amount: 12.5 }], regular_schedules: [{ id: 's', weekday: 'MO', opens_at: '09:00', closes_at: '17:00' }], service_taxonomys: [{ id: 't', taxonomy: { id: 'x', name: 'Gardening', vocabulary: 'ours' } }],
  service_at_locations: [{ id: 'l', location: { id: 'h', name: 'Hall', latitude: 51.5, longitude: -0.3, physical_addresses: [{ id: 'a', address_1: '1 High Street', city: 'Harrow', postal_code: 'HA1 1AA' }] } }], eligibilitys: [{ id: 'e', minimum_age: 18 }],
}] };

/** A feed is brought in whole or leaves the directory as it is; what was brought in can be read and published. */
export function directory(): Fuzzed {
  const mocks = join(import.meta.dirname, '..', '..', '..', 'test', 'directory', 'open-referral-mocks');
  const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
  const pages = [json(join(mocks, 'service_list.json')), json(demonstrationServicesPath), versionOne];
  const records = [json(join(mocks, 'service_full.json')), ...versionOne.content];
  const table = openSqliteTable(':memory:');
  const maybe = (value: unknown, chance: Chance) => (chance() < 0.7 ? spoilJson(value, chance) : value);
  return {
    input: (chance) => jsonText({ about: maybe({ version: oneOf(['HSDS-UK-3.0', '1.0', ''], chance) }, chance), page: maybe(oneOf(pages, chance), chance), record: maybe(oneOf(records, chance), chance), none: below(4, chance) === 0 }, chance),
    read: async (text) => {
      const { about, page, record, none } = parts(text);
      const get = (address: string) => Promise.resolve(address.endsWith('/') ? { kind: 'json', json: about } as const : address.includes('/services?') ? { kind: 'json', json: page } as const : none === true ? { kind: 'none', why: 'it did not answer' } as const : { kind: 'json', json: record } as const);
      const result = await syncServices({ from: base, get, table, council, at, say: () => undefined, fewer: true });
      if (result.kind !== 'synced') return result.reason === 'not-saved' ? wrong('it was not saved') : false;
      const published = publishedDirectory(buildDirectory((await loadDirectory(table, council))?.services ?? []));
      JSON.stringify([...published.services.values()].map(writeService));
      return published.services.size > 0 || wrong('nothing of it is published');
    },
  };
}

function parts(text: string): { readonly about?: unknown; readonly page?: unknown; readonly record?: unknown; readonly none?: unknown } {
  try {
    return JSON.parse(text) as object;
  } catch {
    return { page: text };
  }
}
