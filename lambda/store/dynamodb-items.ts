import type { AttributeValue, QueryCommandInput } from '@aws-sdk/client-dynamodb';
import type { Query, Row } from './table.ts';

export type Item = Record<string, AttributeValue>;

export function itemFromRow({ pk, sk, version, index, numbers, doc }: Row): Item {
  const kept = Object.entries(numbers ?? {}).map(([name, value]) => [name, { N: String(value) }] as const);
  return {
    pk: { S: pk }, sk: { S: sk }, version: { N: String(version) }, doc: { S: doc },
    ...(index !== undefined && { idx: { S: index } }),
    ...(kept.length > 0 && { numbers: { M: Object.fromEntries(kept) } }),
  };
}

export function rowFromItem({ pk, sk, version, idx, numbers, doc }: Item): Row {
  const kept = Object.entries(numbers?.M ?? {}).map(([name, value]) => [name, Number(value.N)] as const);
  return {
    pk: pk?.S ?? '', sk: sk?.S ?? '', version: Number(version?.N),
    ...(idx?.S !== undefined && { index: idx.S }),
    ...(kept.length > 0 && { numbers: Object.fromEntries(kept) }),
    doc: doc?.S ?? '',
  };
}

/** A query as DynamoDB takes it: by partition it is consistent, by index it cannot be. */
export function queryInput(tableName: string, query: Query): QueryCommandInput {
  const byIndex = query.by === 'index';
  const range = rangeOf(query);
  return {
    TableName: tableName,
    ...(byIndex ? { IndexName: 'by-index' } : { ConsistentRead: true }),
    KeyConditionExpression: `#p = :p${range.text}`,
    ExpressionAttributeNames: { '#p': byIndex ? 'idx' : 'pk', ...(range.text !== '' && { '#s': 'sk' }) },
    ExpressionAttributeValues: { ':p': { S: byIndex ? query.index : query.pk }, ...range.values },
    ScanIndexForward: query.backwards !== true,
    ...(query.limit !== undefined && { Limit: query.limit }),
    ...(query.after !== undefined && { ExclusiveStartKey: JSON.parse(query.after) as Item }),
  };
}

function rangeOf({ from, to }: Query): { text: string; values: Item } {
  if (from !== undefined && to !== undefined) return { text: ' AND #s BETWEEN :from AND :to', values: { ':from': { S: from }, ':to': { S: to } } };
  if (from !== undefined) return { text: ' AND #s >= :from', values: { ':from': { S: from } } };
  if (to !== undefined) return { text: ' AND #s <= :to', values: { ':to': { S: to } } };
  return { text: '', values: {} };
}
