// npm run assurance: every control in the hazard log must be a test that exists. Whether each ran and passed is looked at when all tests are run (test/support/hazard-reporter.ts).
import { readHazards, missingControls } from './assurance/hazards.ts';

const hazards = readHazards();
const faults = missingControls(hazards);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${hazards.length} hazards, ${hazards.reduce((sum, { controls }) => sum + controls.length, 0)} controls, each a test that is there.`);
