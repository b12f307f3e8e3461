import type { Budget } from '../../models/budget/index.ts';
import type { PersonRecord, Unfinished } from '../../models/person-record/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import type { RecentlyDecoded } from './recently-decoded.ts';
import { documentOf, valueIn } from './row-document.ts';
import { cameLater, partOfKey, spokenKey, spokenPartNames, spokenSchemas, type SpokenPart, type SpokenParts } from './spoken-parts.ts';
import { StoredRowIsBroken } from './store-errors.ts';
import type { Row } from './table.ts';

/** A person's record as read: it decodes a part when that part is first asked for, and remembers the versions it read. */
export class KeptRecord implements PersonRecord {
  readonly personId: PersonId;
  readonly councilId: CouncilId;
  readonly #rows: ReadonlyMap<SpokenPart, Row>;
  readonly #recent: RecentlyDecoded;

  /** `rows`: all of them of one person. Throws `StoredRowIsBroken` when one of the first eight is missing. */
  constructor(rows: readonly Row[], recent: RecentlyDecoded) {
    this.#rows = byPart(rows);
    this.#recent = recent;
    const [, council, person] = this.row('link').pk.split('#');
    this.councilId = council as CouncilId;
    this.personId = person as PersonId;
  }

  get link(): PersonRecord['link'] { return this.#part('link') ?? undefined; }
  get household(): SpokenParts['household'] { return this.#part('household'); }
  get visitBook(): SpokenParts['visits'] { return this.#part('visits'); }
  get budget(): Budget | undefined { return this.#part('budget') ?? undefined; }
  get requestBook(): SpokenParts['requests'] { return this.#part('requests'); }
  get outcomeBook(): SpokenParts['outcomes'] { return this.#part('outcomes'); }
  get messageBook(): SpokenParts['messages'] { return this.#part('messages'); }
  get jobBook(): SpokenParts['jobs'] { return this.#part('jobs'); }
  get alertBoard(): SpokenParts['alerts'] { return this.#part('alerts'); }
  get unfinished(): Unfinished | undefined { return this.#part('unfinished') ?? undefined; }

  /** The row a part was read from; of version 0 where none has been kept yet. */
  row(part: SpokenPart): Row {
    const row = this.#rows.get(part);
    if (row === undefined) throw new StoredRowIsBroken('person', spokenKey(part), 'the row is missing');
    return row;
  }

  #part<Part extends SpokenPart>(part: Part): SpokenParts[Part] {
    return this.#recent.decoded(this.row(part), (row) => valueIn(row, spokenSchemas[part]));
  }
}

function byPart(rows: readonly Row[]): ReadonlyMap<SpokenPart, Row> {
  const parts = new Map<SpokenPart, Row>();
  for (const row of rows) {
    const part = partOfKey(row.sk);
    if (part !== undefined) parts.set(part, row);
  }
  const link = parts.get('link');
  for (const [part, value] of Object.entries(cameLater)) {
    if (link !== undefined && !parts.has(part as SpokenPart)) parts.set(part as SpokenPart, { ...link, sk: spokenKey(part as SpokenPart), version: 0, doc: documentOf(value) });
  }
  const missing = spokenPartNames.find((part) => !parts.has(part));
  if (missing !== undefined) throw new StoredRowIsBroken('person', spokenKey(missing), 'the row is missing');
  return parts;
}
