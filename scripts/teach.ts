// Teaches our own understanding anew: npm run teach. Reads models/en-GB.json and skill/understand/taught/, writes skill/understand/learned.json.
import { writeFileSync } from 'node:fs';
import model from '../models/en-GB.json' with { type: 'json' };
import { learn } from './teach/learn.ts';
import { sentencesToTeach } from './teach/lessons.ts';
import { readMarkedSentences } from './teach/marked-sentences.ts';

const said = readMarkedSentences(new URL('../skill/understand/taught/', import.meta.url));
const sentences = sentencesToTeach(model, said);
const learned = learn(model, sentences, said);
const text = `${JSON.stringify(learned)}\n`;
writeFileSync(new URL('../skill/understand/learned.json', import.meta.url), text);
console.log(`${said.length} sentences that people said, ${sentences.length} with samples, near misses and misheard ones: ${learned.classes.length} classes, ${Math.round(text.length / 1024)} KB.`);
