import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Condition, Operation } from './table.ts';

interface Expression {
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

/** The conditions of one operation as DynamoDB takes them, with the values a reindex sets. */
export function conditionFor(operation: Operation): Expression {
  const texts: string[] = [];
  const names: Record<string, string> = {};
  const values: Record<string, AttributeValue> = {};
  operation.when.forEach((condition, position) => texts.push(textFor(condition, position, names, values)));
  if (operation.do === 'reindex') {
    texts.push('attribute_exists(pk)');
    names['#version'] = 'version';
    values[':one'] = { N: '1' };
    if (operation.index !== undefined) values[':idx'] = { S: operation.index };
  }
  // A check of nothing still needs an expression: this one always holds.
  if (operation.do === 'check' && texts.length === 0) texts.push('(attribute_exists(pk) OR attribute_not_exists(pk))');
  return {
    ...(texts.length > 0 && { ConditionExpression: texts.join(' AND ') }),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

function textFor(condition: Condition, position: number, names: Record<string, string>, values: Record<string, AttributeValue>): string {
  if (condition.if === 'absent') return 'attribute_not_exists(pk)';
  if (condition.if === 'version-is') {
    names['#version'] = 'version';
    values[`:v${position}`] = { N: String(condition.version) };
    return `#version = :v${position}`;
  }
  names['#numbers'] = 'numbers';
  names[`#n${position}`] = condition.name;
  values[`:n${position}`] = { N: String(condition.atLeast) };
  return `#numbers.#n${position} >= :n${position}`;
}
