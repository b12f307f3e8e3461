// What the tests share that run the built functions as AWS would: the bundles, the settings of a stage, and a refusal of whatever the rights do not name.
import { expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { leadingKeys, type Toucher } from '../../infra/may-touch.ts';
import type { FunctionBundle } from '../../scripts/bundle-functions.ts';
import { skillId } from './alexa-request.ts';
import type { PretendAws } from './pretend-aws.ts';

/** Into a folder, in a process of its own: esbuild refuses to run inside jest's. */
export function bundle(folder: string, names: readonly FunctionBundle['name'][]): void {
  const bundling = fileURLToPath(new URL('../../scripts/bundle-functions.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `await (await import(${JSON.stringify(bundling)})).bundleFunctions(${JSON.stringify(folder)}, ${JSON.stringify(names)})`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Nothing was bundled: ${stderr}`);
}

export const stageSettings = {
  MY_CARE_ENV: 'production', STORE: 'dynamodb', TABLE_REGION: 'eu-west-2', SKILL_ID: skillId, COUNCIL_ID: 'harrow', COUNCIL_NAME: 'Harrow Council', HELP_PHONE: '020 7946 0001', SECURITY_CONTACT: 'mailto:security@harrow.example', PUBLIC_HOSTS: 'my-care.harrow.example',
} as const;

/** What IAM would have refused. */
export function nothingBeyondItsRights(name: Toucher, { touched }: Pick<PretendAws, 'touched'>): void {
  const patterns = leadingKeys(name, { councilId: 'harrow' });
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter(({ partition }) => !patterns.some((pattern) => (pattern.endsWith('*') ? partition.startsWith(pattern.slice(0, -1)) : partition === pattern)))).toEqual([]);
  expect(touched.filter(({ action }) => !['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].includes(action))).toEqual([]);
}
