import type { LinkRefusal, LinkResult, SpeakerLinks, SpeakerToLink } from '../../models/household/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { ownerKey, personPartition } from './keys.ts';
import { linkByCode } from './link-by-code.ts';
import { createLinkCode, sixDigits } from './link-code.ts';
import { linkOperations } from './link-operations.ts';
import { fieldOf } from './named-rows.ts';
import { linkIn, ownerIn } from './speaker-link-rows.ts';
import { spokenKey } from './spoken-parts.ts';
import type { Table } from './table.ts';

const tries = 4;

/** Keeps which speaker speaks for whom. `newCode` makes six digits nobody can guess. */
export function speakerLinks(table: Table, newCode: () => string = sixDigits): SpeakerLinks {
  return {
    createLinkCode: (council, person, at) => createLinkCode(table, newCode, council, person, at),
    linkByCode: (code, speaker, at) => linkByCode(table, code, speaker, at),
    linkByAccount: (council, person, speaker, at) => linkKnownPerson(table, council, person, speaker, 'account', at),
    linkByUnit: (council, person, speaker, at) => linkKnownPerson(table, council, person, speaker, 'unit', at),
  };
}

/** Who the person is has been proved elsewhere: one wait for three reads, then one transaction. Whoever has left is not linked again by their account. */
async function linkKnownPerson(
  table: Table, council: CouncilId, person: PersonId, speaker: SpeakerToLink, how: 'account' | 'unit', at: Instant,
): Promise<LinkResult> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const [link, owner, household] = await Promise.all([
      table.get({ pk: personPartition(council, person), sk: spokenKey('link') }),
      table.get(ownerKey(speaker.key)),
      table.get({ pk: personPartition(council, person), sk: spokenKey('household') }),
    ]);
    if (link === undefined || fieldOf(household, 'left') !== undefined) return refused('no-such-person');
    const known = owner === undefined ? undefined : ownerIn(owner);
    if (known !== undefined && (known.council !== council || known.person !== person)) return refused('speaker-speaks-for-another');
    const before = linkIn(link)?.speaker;
    if (before === speaker.key) return { kind: 'linked', council, person };
    const result = await table.transact(linkOperations({
      council, person, speaker, how, at, linkVersion: link.version, speakerBefore: before, isOwner: known !== undefined,
    }));
    if (result.kind === 'done') return { kind: 'linked', council, person };
    if (result.kind === 'unknown') break;
  }
  return { kind: 'unknown' };
}

const refused = (reason: LinkRefusal): LinkResult => ({ kind: 'refused', reason });
