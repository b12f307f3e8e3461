// npm run bench: figures measured side by side in one run, to be read as ratios. `npm run bench -- turn cold` runs some of them.
import { calendars } from './calendars.ts';
import { coldStart } from './cold-start.ts';
import { consoleBench } from './console.ts';
import { costs } from './costs.ts';
import { engines } from './engines.ts';
import { growth } from './growth.ts';
import { steady } from './steady.ts';
import { storm } from './storm.ts';
import { turn } from './turn.ts';
import { visitsIn } from './visits-in.ts';
import { samples, understanding } from './understanding.ts';

const parts = { calendars, console: consoleBench, turn, engines, growth, cold: coldStart, costs, understanding, samples, storm, steady, visits: visitsIn };
type Part = keyof typeof parts;

const wanted = process.argv.slice(2).filter((name): name is Part => name in parts);
for (const name of wanted.length === 0 ? (Object.keys(parts) as Part[]) : wanted) await parts[name]();
