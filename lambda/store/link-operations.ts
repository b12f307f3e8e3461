import type { SpeakerKey, SpeakerLink, SpeakerToLink } from '../../models/household/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { auditKey, ownerKey, personPartition, speakerPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import { spokenKey, spokenPartNames } from './spoken-parts.ts';
import type { Operation } from './table.ts';

export interface LinkToMake {
  readonly council: CouncilId;
  readonly person: PersonId;
  readonly speaker: SpeakerToLink;
  readonly how: SpeakerLink['how'];
  readonly at: Instant;
  /** The link row as it must still be. */
  readonly linkVersion: number;
  readonly speakerBefore: SpeakerKey | undefined;
  /** The speaker speaks for this very person already. */
  readonly isOwner: boolean;
}

/**
 * One transaction that links a speaker: the link row (always the first), the other nine rows found by the new speaker and
 * no longer by the old, the new speaker's owner, and who did it. All ten rows are known by name, so none has to be read.
 */
export function linkOperations(link: LinkToMake): readonly Operation[] {
  const { council, person, speaker, how, at } = link;
  const pk = personPartition(council, person);
  const index = speakerPartition(speaker.key);
  const version = link.linkVersion + 1;
  const kept = { speaker: speaker.key, details: { how, linkedAt: at, alexaId: speaker.alexaId } };
  return [
    { do: 'put', row: { pk, sk: spokenKey('link'), version, index, doc: documentOf(kept) }, when: [{ if: 'version-is', version: link.linkVersion }] },
    ...spokenPartNames.filter((part) => part !== 'link').map((part): Operation => ({ do: 'reindex', key: { pk, sk: spokenKey(part) }, index, when: [] })),
    ...ownerOperations(link),
    { do: 'put', row: { pk, sk: auditKey(at, `link#${version}`), version: 1, doc: documentOf({ action: 'speaker-linked', by: how, about: 'speaker' }) }, when: [] },
  ];
}

function ownerOperations({ council, person, speaker, speakerBefore, isOwner }: LinkToMake): readonly Operation[] {
  const own: Operation = isOwner
    ? { do: 'check', key: ownerKey(speaker.key), when: [{ if: 'version-is', version: 1 }] }
    : { do: 'put', row: { ...ownerKey(speaker.key), version: 1, doc: documentOf({ council, person }) }, when: [{ if: 'absent' }] };
  const loses = speakerBefore !== undefined && speakerBefore !== speaker.key;
  return loses ? [own, { do: 'delete', key: ownerKey(speakerBefore), when: [] }] : [own];
}
