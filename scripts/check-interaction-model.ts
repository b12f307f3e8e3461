// Checks what people can say, models/en-GB.json or the file named: npm run intents. Names every fault and exits 1 if there is one.
import { readFileSync } from 'node:fs';
import type { v1 } from 'ask-smapi-model';
import { interactionModelFaults } from './interaction-model-faults.ts';

const path = process.argv[2] ?? new URL('../models/en-GB.json', import.meta.url);
const model = JSON.parse(readFileSync(path, 'utf8')) as v1.skill.interactionModel.InteractionModelData;
const faults = interactionModelFaults(model);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
const { intents } = model.interactionModel.languageModel;
console.log(`${intents.length} intents, ${intents.reduce((sum, { samples }) => sum + (samples?.length ?? 0), 0)} samples: no faults.`);
