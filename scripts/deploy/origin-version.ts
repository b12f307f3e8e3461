import * as z from 'zod';
import { homeRegion, secretName, type Stage } from '../../infra/stage.ts';
import type { AskAws } from './preflight.ts';

const described = z.object({ VersionIdsToStages: z.record(z.string(), z.array(z.string())) });

/** Which word CloudFront is to say: without it a deployment would not see that the word has changed. Undefined before there is one. */
export async function originVersion(stage: Pick<Stage, 'name'>, ask: AskAws): Promise<string | undefined> {
  const found = await ask(['secretsmanager', 'describe-secret', '--secret-id', secretName(stage, 'origin'), '--region', homeRegion]);
  const versions = 'failed' in found ? undefined : described.safeParse(JSON.parse(found.text)).data?.VersionIdsToStages;
  return Object.entries(versions ?? {}).find(([, stages]) => stages.includes('AWSCURRENT'))?.[0];
}
