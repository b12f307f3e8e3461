// npm run bundle: the skill as one file for Lambda, in dist/skill/.
import { bundle, bundlePaths } from './bundling.ts';

const { bytes } = await bundle(bundlePaths.skill);
console.log(`${bundlePaths.skill.outfile}: ${Math.round(bytes / 1024)} KB`);
