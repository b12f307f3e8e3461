// npm run bundle: the skill for Lambda, in dist/skill/.
import { bundleSkill, skillFolder } from './bundling.ts';

for (const { file, bytes } of await bundleSkill(skillFolder)) console.log(`${file}: ${Math.round(bytes / 1024)} KB`);
