// Promise: the house stays as house.md lays it out: rooms, names, sizes, sentences, and nothing of the machine it was made on.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const sources = tracked.filter((path) => /^(models|skill|lambda|web)\/.*\.(ts|js)$/.test(path));

describe('the rooms', () => {
  test('every feature of the models has a front door', () => {
    const features = new Set(tracked.filter((path) => /^models\/[^/]+\/[^/]+\.ts$/.test(path)).map((path) => path.split('/')[1]));
    expect(features.size).toBeGreaterThanOrEqual(9);
    expect([...features].filter((feature) => !tracked.includes(`models/${feature}/index.ts`))).toEqual([]);
  });

  test('a front door of the models only passes on', () => {
    const doors = sources.filter((path) => /^models\/[^/]+\/index\.ts$/.test(path));
    expect(doors.filter((path) => read(path).split('\n').some((line) => line !== '' && !/^export (type )?(\*|\{[^}]*\}) from '\.\/[a-z-]+\.ts';$/.test(line)))).toEqual([]);
  });

  test('no file is named for what nobody could find in it', () => {
    expect(tracked.filter((path) => /^(utils?|helpers?|common|managers?|types|impl|misc)\.[a-z.]+$/.test(basename(path)))).toEqual([]);
  });

  test('files and folders of ours are named in kebab-case', () => {
    expect(sources.filter((path) => !/^([a-z0-9-]+\/)+[a-z0-9-]+(\.d)?\.(ts|js)$/.test(path))).toEqual([]);
  });

  test('no source file grows past two hundred lines', () => {
    expect(sources.filter((path) => read(path).split('\n').length > 200)).toEqual([]);
  });
});

describe('what is written in them', () => {
  test('every function the models export says its rule in a sentence', () => {
    const silent = sources.filter((path) => path.startsWith('models/')).flatMap((path) => {
      const lines = read(path).split('\n');
      return lines.flatMap((line, at) => (/^export (async )?function\b/.test(line) && !isExplained(lines, at) ? [`${path}: ${line.slice(0, 60)}`] : []));
    });
    expect(silent).toEqual([]);
  });

  test('only the entries hand over the environment, and config reads it', () => {
    const readers = sources.filter((path) => read(path).includes('process.env'));
    expect(readers.filter((path) => !entries.includes(path))).toEqual([]);
    for (const path of readers) expect({ path, uses: read(path).match(/process\.env(?!\))/g) }).toEqual({ path, uses: null });
  });

  test('no clock or chance of its own is in what decides or speaks', () => {
    const ambient = /new Date\(\)|Date\.now\(\)|Math\.random\(\)|randomUUID|performance\.now/;
    expect(sources.filter((path) => /^(models|skill)\//.test(path) && ambient.test(read(path)))).toEqual([]);
  });

  test('nothing is left for later', () => {
    expect(sources.filter((path) => /\b(TODO|FIXME|XXX|HACK)\b/.test(read(path)))).toEqual([]);
  });
});

describe('where it runs', () => {
  test('the Node it runs on is the twenty-fourth', () => {
    expect(process.versions.node).toMatch(/^24\./);
    expect((JSON.parse(read('package.json')) as { dependencies: { node: string } }).dependencies.node).toMatch(/^24\./);
  });

  test('the lockfile names packages and sums, and no address', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  test('no tracked file names a path of one machine', () => {
    const ours = tracked.filter((path) => /\.(ts|js|cjs|json|md|njk|css|yml|yaml|sh)$|^\.[a-z/]+$/.test(path) && path !== 'package-lock.json' && path !== 'test/system/architecture.test.ts');
    expect(ours.filter((path) => /\/(home|Users|root|work)\/(?!(visits|at)\/)[a-z]+\/|[A-Z]:\\\\Users/.test(read(path)))).toEqual([]);
  });
});

const entries = ['lambda/skill.ts', 'lambda/web.ts', 'lambda/api.ts', 'lambda/devices.ts', 'lambda/device-authorizer.ts', 'lambda/due-alerts.ts', 'lambda/local.ts', 'lambda/watch.ts', 'lambda/sync-services.ts', 'lambda/rota-calendars.ts', 'lambda/agency-files.ts', 'lambda/config.ts'];

function isExplained(lines: readonly string[], at: number): boolean {
  const before = (lines[at - 1] ?? '').trim();
  return before.endsWith('*/');
}
