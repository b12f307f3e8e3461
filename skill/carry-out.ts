import type { PersonRecord, RecordChange } from '../models/person-record/index.ts';
import { tell, type Answer } from './answer.ts';
import { CareError } from './care-error.ts';
import { phone, say } from './ssml.ts';
import { withRecord, type Turn } from './turn.ts';

/** What a decision comes to: words to say, and what must be kept before they are true. */
export interface Decision {
  readonly answer: Answer;
  readonly change?: Omit<RecordChange, 'idempotencyKey' | 'at'>;
}

const tries = 25;

/**
 * Decides, keeps, and only then speaks. If somebody changed the record meanwhile it is read and decided again.
 * If we cannot tell whether it was kept we say that, and never "done". `part` tells two changes of one turn apart.
 */
export async function carryOut(turn: Turn, decide: (turn: Turn) => Decision, part = ''): Promise<Answer> {
  let current = turn;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { answer, change } = decide(current);
    if (change === undefined) return answer;
    const result = await turn.services.records.save(current.record, { ...change, idempotencyKey: `${turn.actionId}${part}`, at: turn.now });
    if (result.kind === 'saved' || result.kind === 'already-done') return { ...answer, hasKept: true };
    if (result.kind === 'unknown') return notSure(turn);
    current = withRecord(current, await readAgain(current));
  }
  throw new CareError('too-many-changes-at-once', 'The record kept changing under a spoken action');
}

async function readAgain(turn: Turn): Promise<PersonRecord> {
  const record = await turn.services.records.byPerson(turn.record.councilId, turn.record.personId);
  if (record === undefined) throw new CareError('record-gone', 'A record was there and is not any more');
  return record;
}

function notSure(turn: Turn): Answer {
  const { careLinePhone } = turn.record.household.council;
  return tell('I’m not sure that went through.', say`Ask me in a minute what happened to it, or ring ${phone(careLinePhone)}.`);
}
