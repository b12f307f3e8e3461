// Promise: a real council's feed, with all its oddities, is read without losing a record.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDirectoryFiles } from '../../lambda/directory/index.ts';
import { buildDirectory, findServices } from '../../models/service/index.ts';
import { officialFaults } from './official-schema.ts';
import { origin } from './reading.ts';

const folder = join(import.meta.dirname, '../../../shared/data/oruk/bristol-v3');
const isHere = existsSync(folder);
const needed = isHere ? '' : ' (skipped: the sample feed is not beside the repository)';

(isHere ? describe : describe.skip)(`Bristol's live feed${needed}`, () => {
  test('has four records of three services, all usable with doubts', async () => {
    const { services, report } = await readDirectoryFiles(folder, origin);
    expect(services).toHaveLength(3);
    expect(report.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 4 }, () => 'used-with-doubts'));
    expect(services.map(({ description }) => description).join()).not.toMatch(/<\w|&nbsp;/);
    expect(services.every(({ minimum_age }) => minimum_age === undefined)).toBe(true);
  });

  test('keeps suppliers’ fields and joins list and full record', async () => {
    const { services } = await readDirectoryFiles(folder, origin);
    const merged = services.find(({ service_areas }) => service_areas !== undefined);
    expect(merged?.service_areas?.map(({ name }) => name)).toEqual(['Bristol', 'South Gloucestershire']);
    expect(merged?.contacts?.[0]?.phones?.[1]).toMatchObject({ number: '01632 960979', description: 'Bristol Youth MAPS' });
    expect(merged?.other).toHaveProperty('pc_metadata');
  });

  test('says its price is unknown where it gives none', async () => {
    const { services } = await readDirectoryFiles(folder, origin);
    const found = findServices(buildDirectory(services), { today: origin.on, area: 'Bristol', limit: 10 });
    expect(found.map(({ cost }) => cost.kind)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('is not valid by the official schema, which is why we read it kindly', () => {
    const page = JSON.parse(readFileSync(join(folder, 'bristol-services-page1.json'), 'utf8')) as { contents: unknown[] };
    expect(page.contents.every((record) => officialFaults(record).length > 0)).toBe(true);
  });
});
