import { nhsNumberSystem, type Reference, type Resolve } from './fhir-schemas.ts';

export const mostRefLength = 120;

/** By what a patient is known: an identifier of the Patient's own that is no NHS number, else that, else its id. */
export function patientKnownAs(actor: Reference | undefined, resolve: Resolve): string | undefined {
  const identifiers = [...(actor?.identifier === undefined ? [] : [actor.identifier]), ...(resolve(actor)?.identifier ?? [])].filter(({ value }) => value !== undefined && value.trim() !== '');
  const known = identifiers.find(({ system }) => system !== nhsNumberSystem) ?? identifiers[0];
  const client = (known?.value ?? resolve(actor)?.id ?? actor?.reference?.split('/').at(-1) ?? '').trim().slice(0, mostRefLength);
  return client === '' ? undefined : client;
}

export function isOf(actor: Reference | undefined, types: readonly string[], resolve: Resolve): boolean {
  const type = resolve(actor)?.resourceType ?? actor?.type ?? actor?.reference?.split('/').at(-2);
  return type !== undefined && types.includes(type);
}
