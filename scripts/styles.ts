// Builds the console's style sheet: npm run styles. `--check` only says whether the one that is kept is still the right one.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const from = fileURLToPath(new URL('../web/console/console.scss', import.meta.url));
const to = fileURLToPath(new URL('../web/console/console.css', import.meta.url));
const { css } = compile(from, { style: 'compressed', loadPaths: [fileURLToPath(new URL('../node_modules', import.meta.url))], quietDeps: true });
if (process.argv.includes('--check')) {
  if (readFileSync(to, 'utf8') !== css) throw new Error('web/console/console.css is not what console.scss makes: run npm run styles');
} else {
  writeFileSync(to, css);
  console.log(`${Math.round(css.length / 1024)} KB`);
}
