import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const schema = JSON.parse(readFileSync(new URL('./open-referral-schemas/service_with_definitions.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validate = ajv.compile(schema);

/** What the official schema of Open Referral UK 3.0 finds wrong with a service. */
export function officialFaults(service: unknown): readonly string[] {
  return validate(service) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
