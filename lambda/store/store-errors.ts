import { CareError } from '../../skill/care-error.ts';

/** The store's file cannot be opened, read or written. The message is one line for whoever started the server. */
export class StoreCannotOpen extends CareError {
  constructor(path: string, cause: unknown) {
    super('store-cannot-open', `The store at ${path} cannot be opened: ${whatToDo(cause)}`, { cause });
    this.name = 'StoreCannotOpen';
  }
}

/** The engine did not answer in time, or answered that it cannot. Nothing was read. */
export class StoreDoesNotAnswer extends CareError {
  constructor(cause: unknown) {
    super('store-does-not-answer', 'The store does not answer.', { cause });
    this.name = 'StoreDoesNotAnswer';
  }
}

/** A row in the store is not of the shape we keep. */
export class StoredRowIsBroken extends CareError {
  constructor(pk: string, sk: string, cause: unknown) {
    super('stored-row-is-broken', `The row ${sk} in ${pk.split('#')[0]} is not of a shape we know.`, { cause });
    this.name = 'StoredRowIsBroken';
  }
}

function whatToDo(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (/not a database|malformed|no such column/i.test(said)) return 'the file is not a store of ours, or it is damaged. Move it away and start again, or restore a copy.';
  if (/ECONNREFUSED|ENOTFOUND|ETIMEDOUT/.test(said) || (cause as { code?: unknown }).code === 'ECONNREFUSED') return 'nothing answers there. Start the engine first, or leave DYNAMODB_ENDPOINT out.';
  if (/locked|busy/i.test(said)) return 'another server is using it. Stop that one first.';
  if (/readonly|read-only|unable to open|permission|EACCES/i.test(said)) return 'the folder or file cannot be written. Check that it exists and that you own it.';
  return said;
}
