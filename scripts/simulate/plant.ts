import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PlantedBug } from './planted-bugs.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the sources with one mistake in it, ready to be simulated. Throws where the mistake can no longer be made. Returns its folder. */
export function plant({ file, find, put }: PlantedBug, name: string): string {
  const to = join(root, 'dist/planted', name);
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const folder of ['models', 'lambda', 'skill', 'scripts/simulate']) cpSync(join(root, folder), join(to, folder), { recursive: true, filter: (path) => !/taught|learned\.json|demonstration-services|directory\/demonstration/.test(path) });
  cpSync(join(root, 'scripts/simulate.ts'), join(to, 'scripts/simulate.ts'));
  writeFileSync(join(to, 'package.json'), '{ "type": "module" }\n');
  const source = readFileSync(join(to, file), 'utf8');
  if (!source.includes(find)) throw new Error(`${file} has no "${find}" any more: plant another mistake`);
  writeFileSync(join(to, file), source.replace(find, put));
  return to;
}
