import { readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const folder = new URL('./open-referral-schemas/', import.meta.url);
const address = (name: string) => `https://openreferraluk.org/specifications/3.0/schema/${name}`;
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object, address(name));

/** What an official schema of Open Referral UK 3.0 finds wrong: `service_list`, `taxonomy` and so on. */
export function faultsBy(schema: string, value: unknown): readonly string[] {
  const validate = ajv.getSchema(address(`${schema}.json`)) as ValidateFunction;
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What the official schema of Open Referral UK 3.0 finds wrong with a service. */
export const officialFaults = (service: unknown): readonly string[] => faultsBy('service_with_definitions', service);
