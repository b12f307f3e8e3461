// Checks what people can say, models/en-GB.json or the file named, in every English: npm run intents. Names every fault and exits 1 if there is one.
import { readFileSync } from 'node:fs';
import type { v1 } from 'ask-smapi-model';
import differences from '../models/other-english.json' with { type: 'json' };
import type { LanguageModelFile } from '../skill/understand/index.ts';
import { coverageFaults } from './intents/coverage-faults.ts';
import { interactionModelFaults } from './intents/interaction-model-faults.ts';
import { spokenFaults } from './intents/spoken-faults.ts';
import { otherEnglish } from './skill-package/other-english.ts';

const path = process.argv[2] ?? new URL('../models/en-GB.json', import.meta.url);
const model = JSON.parse(readFileSync(path, 'utf8')) as v1.skill.interactionModel.InteractionModelData;
const { intents } = model.interactionModel.languageModel;
const faults = [
  ...interactionModelFaults(model),
  ...await coverageFaults(model as LanguageModelFile),
  ...await spokenFaults(intents.map(({ name }) => name)),
  ...Object.entries(differences).flatMap(([locale, words]) => interactionModelFaults(otherEnglish(model, words)).map((fault) => `${locale}: ${fault}`)),
];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`${intents.length} intents, ${intents.reduce((sum, { samples }) => sum + (samples?.length ?? 0), 0)} samples, ${Object.keys(differences).length + 1} kinds of English: no faults.`);
