import * as z from 'zod/mini';
import { instrumentIds, isTooYoungFor, instruments } from '../../models/outcome/index.ts';
import { wellbeingAnswered, type PersonRecords } from '../../models/person-record/index.ts';
import { localDate, type Clock } from '../../models/shared/index.ts';
import type { Device } from '../store/known-devices.ts';

const answeredOnBoard = z.object({
  id: z.string().check(z.regex(/^answers-[0-9a-f-]{36}$/)), instrument: z.enum(instrumentIds), isStopped: z.boolean(),
  answers: z.record(z.string().check(z.maxLength(30)), z.string().check(z.maxLength(30))),
});

const mostTries = 5;

/** Keeps what somebody answered on their television, as it is kept from the web; the same id is kept once only. Undefined where nothing was kept. */
export async function keepBoardAnswers({ councilId, personId, kind }: Device, said: unknown, { records, clock }: { readonly records: Pick<PersonRecords, 'byPerson' | 'save'>; readonly clock: Clock }): Promise<string | undefined> {
  const read = answeredOnBoard.safeParse(said);
  if (!read.success || kind !== 'board') return undefined;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await records.byPerson(councilId, personId);
    if (record === undefined || record.household.left !== undefined || isTooYoungFor(instruments[read.data.instrument], record.household.bornOn, localDate(clock(), record.household.timeZone))) return undefined;
    const change = wellbeingAnswered(record, { ...read.data, mode: 'tv', at: clock() }, 'person');
    if (Object.keys(change.wellbeing.answers).length === 0) return undefined;
    const { kind: saved } = await records.save(record, { idempotencyKey: read.data.id, at: clock(), ...change });
    if (saved !== 'changed-meanwhile') return saved === 'unknown' ? undefined : read.data.id;
  }
  return undefined;
}
