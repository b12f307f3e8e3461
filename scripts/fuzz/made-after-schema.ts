import { hostileValue } from './spoil-json.ts';
import { below, oneOf, type Chance } from './spoil.ts';

type Schema = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value as readonly Schema[] : []);

/** A value as a JSON Schema describes it, by its examples where it has some; now and then something else in a part of it. */
export function madeAfter(schema: Schema, whole: Schema, chance: Chance): unknown {
  if (chance() < 0.03) return hostileValue(chance);
  const named = schema['$ref'];
  if (typeof named === 'string') return madeAfter(named.slice(2).split('/').reduce<Schema>((at, name) => at[name] as Schema, whole), whole, chance);
  const either = [...list(schema['anyOf']), ...list(schema['oneOf'])];
  if (either.length > 0) return madeAfter(oneOf(either, chance), whole, chance);
  if ('const' in schema) return schema['const'];
  const examples = [...list(schema['enum']), ...list(schema['examples'])];
  if (examples.length > 0) return oneOf(examples, chance);
  switch (schema['type']) {
    case 'object': return Object.fromEntries(Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).filter(([name]) => isRequired(schema, name) || chance() < 0.6).map(([name, part]) => [name, madeAfter(part, whole, chance)]));
    case 'array': return Array.from({ length: below(3, chance) }, () => madeAfter((schema['items'] ?? {}) as Schema, whole, chance));
    case 'integer': case 'number': return Number(schema['minimum'] ?? 0) + below(20, chance);
    case 'boolean': return chance() < 0.5;
    case 'null': return null;
    default: return stringFor(schema, chance);
  }
}

const isRequired = ({ required }: Schema, name: string): boolean => Array.isArray(required) && required.includes(name);

function stringFor({ format }: Schema, chance: Chance): unknown {
  if (format === 'date-time') return new Date(Date.UTC(2026, 10 + below(3, chance), 1 + below(28, chance), below(24, chance))).toISOString();
  return format === 'date' ? `2026-12-${10 + below(20, chance)}` : oneOf(['margaret', 'susan', 'gardening', 'tomorrow', '10:30', 'yes'], chance);
}
