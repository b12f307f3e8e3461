import { readOpenReferral, type ReadDirectory } from '../../lambda/directory/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';

export const origin = { source: 'feed.json', fetchedAt: '2026-12-01T08:00:00.000Z', declaredVersion: 'HSDS-UK-3.0', on: '2026-12-01' as LocalDate };
export const read = (json: unknown): ReadDirectory => readOpenReferral(json, origin);

/** The one service of a record, and the doubts about it. */
export function readOne(record: Readonly<Record<string, unknown>>) {
  const { services, report } = read({ id: 'one', name: 'One', status: 'active', ...record });
  const [service] = services;
  if (service === undefined) throw new Error(`refused: ${report[0]?.reason}`);
  return { service, doubts: report[0]?.doubts ?? [], outcome: report[0]?.outcome };
}
