import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Control { readonly hazard: string; readonly title: string; readonly file: string }
export interface Hazard { readonly name: string; readonly text: string; readonly controls: readonly Control[] }

const root = resolve(import.meta.dirname, '../..');
const log = join(root, 'docs/assurance/hazard-log.md');
const parts = [/^- Cause: ./m, /^- Effect: ./m, /^- At first: [a-z]+, [a-z ]+: risk [1-5]\. Left: [a-z]+, [a-z ]+: risk [1-5]\.$/m];

/** The hazards of a log, each with the tests that are its controls. */
export function readHazards(text = readFileSync(log, 'utf8')): readonly Hazard[] {
  return text.split(/^## (?=H\d+ )/m).slice(1).map((section) => {
    const [heading = ''] = section.split('\n');
    const own = section.split(/^## /m)[0] ?? '';
    return { name: heading, text: own, controls: [...own.matchAll(/\[([^\]]+)\]\(\.\.\/\.\.\/(test\/[^)]+)\)/g)].map(([, title = '', file = '']) => ({ hazard: heading, title, file })) };
  });
}

/** What is wrong with a log: a hazard without a control or a rating, a control whose test is not there or is never run. */
export function missingControls(hazards: readonly Hazard[], read = readTest): readonly string[] {
  return hazards.flatMap(({ name, text, controls }) => [
    ...(controls.length === 0 ? [`${name}: no test controls it`] : []),
    ...parts.filter((part) => !part.test(text)).map((part) => `${name}: lacks ${String(part)}`),
    ...controls.flatMap((control) => {
      const why = whyMissing(control, read(control.file));
      return why === undefined ? [] : [`${name}: “${control.title}” ${why} ${control.file}`];
    }),
  ]);
}

function whyMissing({ title, file }: Control, source: string | undefined): string | undefined {
  if (source === undefined || !file.endsWith('.test.ts')) return 'is in no test file';
  const lines = source.split('\n').filter((line) => ["'", '"', '`'].some((quote) => line.includes(`${quote}${title}${quote}`)));
  if (lines.length === 0) return 'is no test of';
  return lines.every((line) => /\.(?:skip|todo)\b/.test(line)) ? 'is skipped in' : undefined;
}

function readTest(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export interface TestRun { readonly file: string; readonly title: string; readonly status: string }

/** Which controls a run of the tests leaves open. `isWhole`: everything was run, so that a file which did not come is missing too. */
export function openControls(hazards: readonly Hazard[], runs: readonly TestRun[], isWhole: boolean): readonly string[] {
  const files = new Set(runs.map(({ file }) => file));
  return hazards.flatMap(({ controls }) => controls).filter(({ file }) => isWhole || files.has(file)).flatMap(({ hazard, title, file }) => {
    const own = runs.filter((run) => run.file === file && run.title === title);
    if (own.some(({ status }) => status === 'failed')) return [`${hazard}: “${title}” failed`];
    return own.some(({ status }) => status === 'passed') ? [] : [`${hazard}: “${title}” of ${file} did not run`];
  });
}
