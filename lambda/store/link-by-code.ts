import type { LinkRefusal, LinkResult, SpeakerKey, SpeakerToLink } from '../../models/household/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { codeKey, speakerPartition, triesKey } from './keys.ts';
import { linkOperations } from './link-operations.ts';
import { documentOf } from './row-document.ts';
import { codeHashOf } from './speaker-key.ts';
import { linkCodeIn, ownerIn, triesIn, type LinkCode, type Owner, type Tries } from './speaker-link-rows.ts';
import type { Operation, Row, Table } from './table.ts';

const mostWrong = 5;
const rememberedMilliseconds = 24 * 60 * 60 * 1000;
const rounds = 6;

/**
 * Links a speaker by a spoken code. One wait for two reads side by side (the code; the speaker's owner and wrong tries),
 * then one transaction. After five wrong codes a speaker is refused, even with a right one, until 24 hours after the last.
 */
export async function linkByCode(table: Table, code: string, speaker: SpeakerToLink, at: Instant): Promise<LinkResult> {
  for (let round = 0; round < rounds; round += 1) {
    const [codeRow, { rows }] = await Promise.all([
      table.get(codeKey(codeHashOf(code))),
      table.query({ by: 'pk', pk: speakerPartition(speaker.key) }),
    ]);
    const result = await decide(table, codeRow, seenFrom(rows), speaker, at);
    if (result !== 'again') return result;
  }
  return { kind: 'unknown' };
}

interface Seen { readonly owner: Owner | undefined; readonly tries: Tries | undefined; readonly triesRow: Row | undefined }

function seenFrom(rows: readonly Row[]): Seen {
  const ownerRow = rows.find((row) => row.sk === 'owner');
  const triesRow = rows.find((row) => row.sk === 'tries');
  return { owner: ownerRow && ownerIn(ownerRow), tries: triesRow && triesIn(triesRow), triesRow };
}

async function decide(table: Table, codeRow: Row | undefined, seen: Seen, speaker: SpeakerToLink, at: Instant): Promise<LinkResult | 'again'> {
  const wrong = seen.tries !== undefined && at < seen.tries.until ? seen.tries.wrong : 0;
  if (wrong >= mostWrong) return refused('too-many-tries');
  if (codeRow === undefined) return countWrong(table, wrong + 1, seen, speaker.key, at);
  const code = linkCodeIn(codeRow);
  if (code.expiresAt <= at) return refused('expired');
  const isOwner = seen.owner?.council === code.council && seen.owner.person === code.person;
  if (seen.owner !== undefined && !isOwner) return refused('speaker-speaks-for-another');
  const result = await table.transact([
    ...linkOperations({ ...placeOf(code), speaker, how: 'code', at, isOwner }),
    { do: 'delete', key: { pk: codeRow.pk, sk: codeRow.sk }, when: [{ if: 'version-is', version: codeRow.version }] },
    forgetTries(speaker.key, seen),
  ]);
  if (result.kind === 'done') return { kind: 'linked', council: code.council, person: code.person };
  if (result.kind === 'unknown') return { kind: 'unknown' };
  // The link row comes first: when it has moved on, the code was made before a newer one, or before another link.
  return result.failed.includes(0) ? refused('no-such-code') : 'again';
}

/** A wrong code is answered only once it has been counted, so that asking twice at once gains nothing. */
async function countWrong(table: Table, wrong: number, { triesRow }: Seen, speaker: SpeakerKey, at: Instant): Promise<LinkResult | 'again'> {
  const doc = documentOf({ wrong, until: instant(at + rememberedMilliseconds) });
  const row = { ...triesKey(speaker), version: (triesRow?.version ?? 0) + 1, doc };
  const result = await table.transact([{ do: 'put', row, when: [asSeen(triesRow)] }]);
  if (result.kind === 'unknown') return { kind: 'unknown' };
  if (result.kind === 'refused') return 'again';
  return refused(wrong >= mostWrong ? 'too-many-tries' : 'no-such-code');
}

/** The wrong tries must still be as we saw them: a guess made meanwhile counts. */
function forgetTries(speaker: SpeakerKey, { triesRow }: Seen): Operation {
  const key = triesKey(speaker);
  return triesRow === undefined ? { do: 'check', key, when: [{ if: 'absent' }] } : { do: 'delete', key, when: [asSeen(triesRow)] };
}

const asSeen = (row: Row | undefined) => (row === undefined ? { if: 'absent' } as const : { if: 'version-is', version: row.version } as const);

function placeOf({ council, person, linkVersion, speakerBefore }: LinkCode) {
  return { council, person, linkVersion, speakerBefore: speakerBefore as SpeakerKey | undefined };
}

const refused = (reason: LinkRefusal): LinkResult => ({ kind: 'refused', reason });
