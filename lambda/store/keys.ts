import type { SpeakerKey } from '../../models/household/index.ts';
import type { CouncilId, Instant, LocalDate, PersonId } from '../../models/shared/index.ts';
import type { Key } from './table.ts';

/** All that is kept about one person. */
export const personPartition = (council: CouncilId, person: PersonId): string => `person#${plain(council)}#${plain(person)}`;
/** Whom one speaker speaks for, and its wrong codes. */
export const speakerPartition = (speaker: SpeakerKey): string => `speaker#${plain(speaker)}`;
/** The people of a council, one small row each. */
export const councilPartition = (council: CouncilId): string => `council#${plain(council)}`;

export const ownerKey = (speaker: SpeakerKey): Key => ({ pk: speakerPartition(speaker), sk: 'owner' });
export const triesKey = (speaker: SpeakerKey): Key => ({ pk: speakerPartition(speaker), sk: 'tries' });

export const spokenRange = { from: 'spoken#', to: 'spoken#~' } as const;
export const entryRange = { from: 'entry#', to: 'entry#~' } as const;

/** Ledger lines sort by their number. */
export const entryKey = (number: number): string => `entry#${String(number).padStart(12, '0')}`;
/** That a change was kept; never removed. */
export const doneKey = (idempotencyKey: string): string => `done#${idempotencyKey}`;
export const auditKey = (at: Instant, id: string): string => `audit#${new Date(at).toISOString()}#${id}`;
export const historyKey = (list: string, at: Instant, id: string): string => `history#${list}#${new Date(at).toISOString()}#${id}`;
/** What a council's staff should know of that is about no one person. */
export const deskPartition = (council: CouncilId): string => `desk#${plain(council)}`;
/** An alert, with the person it is about or with the council's staff. Its id sorts by when it occurs. */
export const alertKey = (council: CouncilId, person: PersonId | undefined, id: string): Key => ({ pk: person === undefined ? deskPartition(council) : personPartition(council, person), sk: `alert#${id}` });
/** How a person is reached: sorts before what is spoken, so that one query finds both. */
export const reachKey = (council: CouncilId, person: PersonId): Key => ({ pk: personPartition(council, person), sk: 'reach' });
/** A person's routines: read together with how they are reached. */
export const routinesKey = (council: CouncilId, person: PersonId): Key => ({ pk: personPartition(council, person), sk: 'routines' });
export const reachAndSpokenRange = { from: 'reach', to: 'spoken#~' } as const;
/** What a council's engine looks at next, in the order of time: what is urgent by itself, the rest spread over shards by whom it is about. */
export const duePartition = (council: CouncilId, shard: string): string => `due#${plain(council)}#${plain(shard)}`;
/** Where it was before each council had its own. */
export const dueBeforeCouncils = ['due#00', 'due#01', 'due#02', 'due#03'] as const;
/** Rows of the due-index that nobody could read. */
export const unreadablePartition = (council: CouncilId): string => `unreadable#${plain(council)}`;
export const dueSortKey = (at: Instant, about: string): string => `${new Date(at).toISOString()}#${about}`;
/** A person's reminders: beside what is read in every turn, not among it. */
export const remindersKey = (council: CouncilId, person: PersonId): Key => ({ pk: personPartition(council, person), sk: 'reminders' });
/** What a speaker of our own holds: the desk speaker's reminders, and whether it may have any. */
export const deskAlertsPartition = (alexaId: string): string => `desk-alerts#${plain(alexaId)}`;
/** A six-digit code, known by its hash only. */
export const codeKey = (codeHash: string): Key => ({ pk: `code#${codeHash}`, sk: 'code' });
/** A device in a home, by its own id: whoever speaks on the bus is looked up here. */
export const deviceKey = (deviceId: string): Key => ({ pk: `device#${plain(deviceId)}`, sk: 'device' });
/** A code shown by a screen that is being set up, known by its hash only. */
export const pairingKey = (codeHash: string): Key => ({ pk: `pairing#${codeHash}`, sk: 'pairing' });
/** A key of a system outside, by its public half; listed by council. */
export const apiKeyKey = (id: string): Key => ({ pk: `api-key#${plain(id)}`, sk: 'key' });
export const apiKeysOf = (council: CouncilId): string => `api-keys#${plain(council)}`;
/** A request of a system outside, by whose it is and the key it was sent under. */
export const idempotentKey = (owner: string, key: string): Key => ({ pk: `request#${plain(owner)}#${plain(key)}`, sk: 'request' });
/** When something was last heard of a device. */
export const heartbeatKey = (council: CouncilId, deviceId: string): Key => ({ pk: `heartbeats#${plain(council)}`, sk: plain(deviceId) });
/** What a council lately texted to a number, known by its hash only. */
export const textedKey = (council: CouncilId, numberHash: string): Key => ({ pk: `texted#${plain(council)}#${plain(numberHash)}`, sk: 'texted' });
/** The last sign of life of a council's engine. */
export const engineBeatKey = (council: CouncilId): Key => ({ pk: `engine#${plain(council)}`, sk: 'beat' });
/** The visits a provider changed within one stretch of the clock. */
export const changedVisitsPartition = (council: CouncilId, providerId: string, stretch: Instant): string => `changed-visits#${plain(council)}#${providerPart(providerId)}#${new Date(stretch).toISOString()}`;
/** A sign-in code that was sent, and whom a number or an address belongs to: by hashes only. */
export const signInCodeKey = (hash: string): Key => ({ pk: `sign-in-code#${plain(hash)}`, sk: 'code' });
export const contactPartition = (council: CouncilId, hash: string): string => `contact#${plain(council)}#${plain(hash)}`;
/** When an invitation was lately sent to a number or an address. */
export const invitedKey = (council: CouncilId, contactHash: string): Key => ({ pk: `invited#${plain(council)}#${plain(contactHash)}`, sk: 'invited' });
/** A sign-in on one browser, known by the hash of its secret; and where those of one identity are listed. */
export const sessionKey = (hash: string): Key => ({ pk: `session#${plain(hash)}`, sk: 'session' });
export const sessionsOf = (council: CouncilId, whose: string): string => `sessions#${plain(council)}#${plain(whose)}`;
/** A passkey, by its credential's id; where those of one identity are listed; and a challenge that was given out. */
export const passkeyKey = (credentialId: string): Key => ({ pk: `passkey#${plain(credentialId)}`, sk: 'key' });
export const passkeysOf = (council: CouncilId, whose: string): string => `passkeys#${plain(council)}#${plain(whose)}`;
export const passkeyChallengeKey = (challenge: string): Key => ({ pk: `passkey-challenge#${plain(challenge)}`, sk: 'challenge' });
/** How a council's staff set alerts to be told. */
export const rulesKey = (council: CouncilId): Key => ({ pk: `rules#${plain(council)}`, sk: 'rules' });
/** One change of a rule, beside the rules: by kind, then by number. */
export const ruleVersionKey = (council: CouncilId, kind: string, number: number): Key => ({ pk: `rules#${plain(council)}`, sk: `version#${plain(kind)}#${String(number).padStart(9, '0')}` });
export const ruleVersionsOf = (council: CouncilId, kind: string): { readonly pk: string; readonly from: string; readonly to: string } => ({ pk: `rules#${plain(council)}`, from: `version#${plain(kind)}#`, to: `version#${plain(kind)}#~` });
/** Whether the questions about wellbeing may be asked by voice: beside the rules, which every function that talks reads. */
export const spokenQuestionsKey = (council: CouncilId): Key => ({ pk: `rules#${plain(council)}`, sk: 'spoken-questions' });
/** What an agency reported of one person's visits, by when we heard it: outside what is read in a turn, or for an alert. */
export const heardKey = (at: Instant, id: string): string => `heard#${new Date(at).toISOString()}#${id}`;
/** What somebody answered of how they are, by when. */
export const wellbeingKey = (at: Instant, id: string): string => `wellbeing#${new Date(at).toISOString()}#${id}`;
export const wellbeingRange = { from: 'wellbeing#', to: 'wellbeing#~' } as const;
/** A rule that was tried on the past, and the lines it found. */
export const triedPartition = (council: CouncilId): string => `tried#${plain(council)}`;
export const triedKey = (council: CouncilId, id: string): Key => ({ pk: triedPartition(council), sk: `tried#${plain(id)}` });
export const triedLinesKey = (council: CouncilId, id: string, page: number): Key => ({ pk: triedPartition(council), sk: `tried#${plain(id)}#${String(page).padStart(6, '0')}` });
export const triedLinesOf = (council: CouncilId, id: string): { readonly pk: string; readonly from: string; readonly to: string } => ({ pk: triedPartition(council), from: `tried#${plain(id)}#`, to: `tried#${plain(id)}#~` });
/** Whom the ladders do not reach, person by person. */
export const reachGapsPartition = (council: CouncilId): string => `reach-gaps#${plain(council)}`;
export const reachGapsKey = (council: CouncilId, person: PersonId): Key => ({ pk: reachGapsPartition(council), sk: plain(person) });
/** Which reading of a council's directory is the one in use; and the pieces of one. */
export const directoryPartition = (council: CouncilId): string => `${councilPartition(council)}#directory`;
export const snapshotPartition = (council: CouncilId, snapshot: string): string => `${directoryPartition(council)}#${snapshot}`;
/** What a council's staff hold to be so of one service of the directory; and what was last changed of all of them. */
export const correctionsPartition = (council: CouncilId): string => `${councilPartition(council)}#corrections`;
export const correctionKey = (council: CouncilId, serviceId: string): Key => ({ pk: correctionsPartition(council), sk: `service#${serviceId}` });
export const correctionsMarkKey = (council: CouncilId): Key => ({ pk: correctionsPartition(council), sk: 'mark' });
/** What became of the directory when its feed was read last. */
export const directoryReportKey = (council: CouncilId): Key => ({ pk: `${councilPartition(council)}#directory-report`, sk: 'report' });
/** What a care worker recorded as done in a visit, with the person by day; and where those of one provider are listed, by day too. */
export const activityKey = (council: CouncilId, { personId, on, visitId, id }: { readonly personId: PersonId; readonly on: LocalDate; readonly visitId: string; readonly id: string }): Key => ({ pk: personPartition(council, personId), sk: `activity#${on}#${visitId.replaceAll('#', '-')}#${id}` });
export const activityRange = (council: CouncilId, person: PersonId, from: LocalDate, to: LocalDate): { readonly pk: string; readonly from: string; readonly to: string } => ({ pk: personPartition(council, person), from: `activity#${from}`, to: `activity#${to}#~` });
export const activitiesOfProvider = (council: CouncilId, providerId: string): string => `activities#${plain(council)}#${providerPart(providerId)}`;
/** One person's weeks in counts, newest found first from behind; found by council and week as well, to be added up. */
export const personWeekKey = (council: CouncilId, person: PersonId, week: LocalDate): Key => ({ pk: personPartition(council, person), sk: `figures#${week}#${plain(person)}` });
export const figuresOfWeek = (council: CouncilId, week: LocalDate): string => `figures-of#${plain(council)}#${week}`;
/** What a council's weeks came to, in all and by provider, and whom the speaker understands the least. */
export const figuresPartition = (council: CouncilId): string => `figures#${plain(council)}`;
export const councilWeekKey = (council: CouncilId, week: LocalDate): Key => ({ pk: figuresPartition(council), sk: `week#${week}` });
export const providerWeekKey = (council: CouncilId, week: LocalDate, providerId: string): Key => ({ pk: figuresPartition(council), sk: `providers#${week}#${providerId}` });
export const figuresOfProvider = (council: CouncilId, providerId: string): string => `provider-figures#${plain(council)}#${providerId}`;
export const fairnessKey = (council: CouncilId): Key => ({ pk: figuresPartition(council), sk: 'failing' });
/** Something the person said, by its day and Alexa's name for it: said again by a retry, it is the same row. */
export const turnKey = (council: CouncilId, person: PersonId, on: LocalDate, actionId: string): Key => ({ pk: personPartition(council, person), sk: `turn#${on}#${actionId}` });
/** What a care worker wrote down of a visit, with the person by day. */
export const visitNoteKey = (council: CouncilId, { personId, on, visitId, id }: { readonly personId: PersonId; readonly on: LocalDate; readonly visitId: string; readonly id: string }): Key => ({ pk: personPartition(council, personId), sk: `visit-note#${on}#${visitId.replaceAll('#', '-')}#${id}` });
export const visitNoteRange = (council: CouncilId, person: PersonId, from: LocalDate, to: LocalDate): { readonly pk: string; readonly from: string; readonly to: string } => ({ pk: personPartition(council, person), from: `visit-note#${from}`, to: `visit-note#${to}#~` });
/** A council's care providers; and whom each visits. */
export const providersPartition = (council: CouncilId): string => `providers#${plain(council)}`;
export const providerKey = (council: CouncilId, providerId: string): Key => ({ pk: providersPartition(council), sk: providerPart(providerId) });
export const peopleOfProviderPartition = (council: CouncilId, providerId: string): string => `${providersPartition(council)}#${providerPart(providerId)}`;
export const providerPersonKey = (council: CouncilId, providerId: string, person: PersonId): Key => ({ pk: peopleOfProviderPartition(council, providerId), sk: `person#${plain(person)}` });
/** A provider's care workers who may sign in, and its code; an organisation's code and wrong tries, by hashes only. */
export const workersPartition = (council: CouncilId, providerId: string): string => `workers#${plain(council)}#${providerPart(providerId)}`;
export const workerKey = (council: CouncilId, providerId: string, id: string): Key => ({ pk: workersPartition(council, providerId), sk: `worker#${id}` });
export const organisationCodeKey = (hash: string): Key => ({ pk: `organisation-code#${plain(hash)}`, sk: 'code' });
export const wrongTriesKey = (council: CouncilId, hash: string): Key => ({ pk: `wrong-tries#${plain(council)}#${plain(hash)}`, sk: 'tries' });
/** The code that hangs in a home: with the person, and by itself. */
export const visitCodeOfKey = (council: CouncilId, person: PersonId): Key => ({ pk: personPartition(council, person), sk: 'visit-code' });
export const visitCodeKey = (code: string): Key => ({ pk: `visit-code#${plain(code)}`, sk: 'code' });
/** The second way to rows outside a person's own that name them and could not be found again otherwise, such as a code known by its hash. */
export const namedPartition = (council: CouncilId, person: PersonId): string => `named#${plain(council)}#${plain(person)}`;
/** Who was erased, when and by whom, with what was removed and kept. */
export const erasuresPartition = (council: CouncilId): string => `erasures#${plain(council)}`;
export const erasureKey = (council: CouncilId, id: string): Key => ({ pk: erasuresPartition(council), sk: `erasure#${plain(id)}` });
/** One person in the list of a council's people. */
export const listedKey = (council: CouncilId, person: PersonId): Key => ({ pk: councilPartition(council), sk: `person#${plain(person)}` });
/** A private calendar address, known by its hash only, with what it last said beside it; and where those about one person are listed. */
export const calendarFeedKey = (hash: string): Key => ({ pk: `calendar#${plain(hash)}`, sk: 'feed' });
export const calendarRevisionsKey = (hash: string): Key => ({ pk: `calendar#${plain(hash)}`, sk: 'revisions' });
export const calendarFeedsOf = (council: CouncilId, person: PersonId): string => `calendars#${plain(council)}#${plain(person)}`;
/** What the desk does about one alert: beside it, with the person it is about or with the council's staff. */
export const deskWorkKey = (council: CouncilId, person: PersonId | undefined, alertId: string): Key => ({ pk: person === undefined ? deskPartition(council) : personPartition(council, person), sk: `desk-work#${alertId}` });

/** A provider's id as another system has it. */
const providerPart = (providerId: string): string => plain(providerId.replaceAll('#', '-'));
/** The key of somebody's assistant, by its public half; where those about one person are listed; and a request it read back, that waits for a yes. */
export const assistantKeyKey = (id: string): Key => ({ pk: `assistant#${plain(id)}`, sk: 'key' });
export const assistantKeysOf = (council: CouncilId, person: PersonId): string => `assistants#${plain(council)}#${plain(person)}`;
export const assistantAskKey = (id: string): Key => ({ pk: `assistant-ask#${plain(id)}`, sk: 'ask' });
/** The systems visits come from; whom one of them calls what, and whose visits it has brought; what was sent, and the pages of it. */
export const visitSourcesPartition = (council: CouncilId): string => `visit-sources#${plain(council)}`;
export const visitClientsPartition = (council: CouncilId, sourceId: string): string => `visit-clients#${plain(council)}#${plain(sourceId)}`;
export const visitRunsPartition = (council: CouncilId): string => `visit-runs#${plain(council)}`;
export const visitRunPartition = (council: CouncilId, runId: string): string => `visit-run#${plain(council)}#${plain(runId)}`;
/** Files of money that were brought in. */
export const moneyFilesPartition = (council: CouncilId): string => `${councilPartition(council)}#money-files`;
/** Calendars of those systems that are read from an address. */
export const rotaCalendarsPartition = (council: CouncilId): string => `rota-calendars#${plain(council)}`;
export const rotaCalendarKey = (council: CouncilId, id: string): Key => ({ pk: rotaCalendarsPartition(council), sk: `rota#${plain(id)}` });
/** The talks of one assistant, or device in a home, that are not over: sealed with its own secret. */
export const sealedTalksKey = (whose: string): Key => ({ pk: `talks#${plain(whose)}`, sk: 'talks' });

/** The character between the parts of a key may not be in a part: one person's key could be another's. */
function plain(part: string): string {
  if (part === '' || part.includes('#')) throw new RangeError(`An id in a key may not be empty or hold a #: "${part}"`);
  return part;
}
