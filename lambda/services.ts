import { randomInt } from 'node:crypto';
import type { SpeakerLinks } from '../models/household/index.ts';
import type { PersonRecords } from '../models/person-record/index.ts';
import type { ReminderBooks } from '../models/routine/index.ts';
import type { Directory } from '../models/service/index.ts';
import { instant, type Clock, type CouncilId } from '../models/shared/index.ts';
import { createSkill, type AskSkill, type SkillLog, type SkillServices } from '../skill/index.ts';
import type { services as alexa } from 'ask-sdk-model';
import type { Channel, ChannelName } from '../models/alert/index.ts';
import { alertDesk, type AlertDesk } from './alerts/alert-desk.ts';
import { desksOf } from './alerts/desk-addresses.ts';
import { allRight } from './alerts/all-right.ts';
import { engineLog } from './alerts/engine-log.ts';
import { createApiClient } from './alexa/api-client.ts';
import { managedEndpointIn, managedReminders } from './alexa/managed-reminders.ts';
import { speakerReminders, type OwnSpeakers } from './alexa/speaker-reminders.ts';
import { amazonToken } from './channels/amazon-token.ts';
import type { Config } from './config.ts';
import type { Councils } from './councils.ts';
import { noReminders } from './conversation/no-reminders.ts';
import { provedAtTheDoor } from './conversation/door-id.ts';
import type { TurnLog } from './figures/turn-log.ts';
import { pins } from './pins.ts';
import { lineLog, skillLog } from './skill-log.ts';
import { alertStore } from './store/alert-store.ts';
import { endingAccess } from './store/circle-access.ts';
import { correctedDirectory } from './store/corrected-directory.ts';
import { correctionStore, type CorrectionStore } from './store/correction-rows.ts';
import { liveDirectory } from './store/live-directory.ts';
import { personRecords } from './store/person-records.ts';
import { reminderBooks } from './store/reminder-books.ts';
import { ruleStore, type RuleStore } from './store/rule-rows.ts';
import { speakerKeyOf } from './store/speaker-key.ts';
import { speakerLinks } from './store/speaker-links.ts';
import { spokenQuestions } from './store/spoken-question-rows.ts';
import type { Table } from './store/table.ts';

export interface Services {
  /** Of the council these services are for. */
  readonly config: Config;
  readonly councils: Councils;
  /** The same for another of the councils that are served; undefined for one that is not. */
  of(council: string): Services | undefined;
  readonly table: Table;
  readonly clock: Clock;
  readonly records: PersonRecords;
  readonly reminderBooks: ReminderBooks;
  readonly links: SpeakerLinks;
  /** As the council's staff have corrected it. */
  readonly directory: (council: CouncilId) => Promise<Directory>;
  /** As it was read in. */
  readonly recordedDirectory: (council: CouncilId) => Promise<Directory>;
  readonly corrections: CorrectionStore;
  readonly alerts: AlertDesk;
  readonly rules: RuleStore;
  readonly ask: AskSkill;
  /** The same for talks that no linked speaker brings: for our own doors only, each of which proves at every turn whose it is. */
  readonly askAtTheDoor: AskSkill;
  readonly log: SkillLog;
  /** Tells the engine that something is due at once. */
  readonly wake: () => void;
}

/** What a server, a test, a rehearsal or the command line may put in place of the real thing. */
export interface Instead {
  /** All that are served, where that is more than one. */
  readonly councils?: Councils;
  readonly clock?: Clock;
  readonly random?: (below: number) => number;
  readonly log?: SkillLog;
  readonly readAccount?: SkillServices['readAccount'];
  /** Speakers that no Amazon stands behind: our own page and the terminal. */
  readonly ownSpeakers?: OwnSpeakers;
  readonly amazon?: alexa.ApiClient;
  /** The ways to reach people, where there are any. */
  readonly channels?: Partial<Record<ChannelName, Channel>>;
  /** Counts what is said; without it nothing is counted. */
  readonly turns?: TurnLog;
  /** Tells the engine that something is due at once. */
  readonly wake?: () => void;
}

const directoryMinutes = 10;

/** Builds everything, once for each process: the only place where the parts meet. */
export function buildServices(config: Config, { table, ...instead }: Instead & { readonly table: Table }): Services {
  const clock = instead.clock ?? (() => instant(Date.now()));
  const books = reminderBooks(table);
  const links = speakerLinks(table);
  const log = instead.log ?? skillLog(lineLog(clock));
  const records = endingAccess(personRecords(table), { table, clock, fault: (cause) => { log.fault('access-not-ended', {}, cause); } });
  const corrections = correctionStore(table, clock);
  const recordedDirectory = liveDirectory({ table, clock, refreshAfterMinutes: directoryMinutes, fault: (cause) => { log.fault('directory-not-refreshed', {}, cause); } });
  const directory = correctedDirectory({ recorded: recordedDirectory, corrections, fault: (cause) => { log.fault('corrections-not-read', {}, cause); } });
  const wake = instead.wake ?? (() => undefined);
  const councils = instead.councils ?? [config];
  const configOf = (council: string) => councils.find(({ councilId }) => councilId === council);
  const alerts = alertDesk({ store: alertStore(table), clock, channels: instead.channels ?? {}, log: engineLog(log), councils: desksOf(councils), wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }) }, wake);
  const amazon = instead.amazon ?? createApiClient();
  const skill: SkillServices = {
    skillId: config.skillId, records, links, directory, clock, pins, speakerKeyOf,
    reminderBooks: books, remindersFor: remindersFor(config, amazon, clock, log, instead.ownSpeakers),
    random: instead.random ?? ((below) => randomInt(below)),
    readAccount: instead.readAccount ?? accountReader(config, clock),
    helpPhone: config.unlinkedPhone ?? config.helpPhone, ...(instead.turns !== undefined && { heard: instead.turns.note }),
    mayAskWellbeing: async (council) => (await spokenQuestions(table, council))?.mayBeSpoken === true,
    allRight: (council, person, at) => allRight(alerts, council, person, at),
    answerAlert: async (councilId, personId, alertId, word, at) => ['answered', 'already-over'].includes((await alerts.answer({ councilId, personId, alertId }, { by: { kind: 'person' }, word, at, through: 'speaker' })).kind),
    log,
  };
  const ask = createSkill(skill, amazon);
  let atTheDoor: AskSkill | undefined;
  const askAtTheDoor: AskSkill = (envelope) => (atTheDoor ??= createSkill({ ...skill, provedAtTheDoor, remindersFor: () => noReminders }, amazon))(envelope);
  const services: Services = {
    config, councils, table, clock, records, reminderBooks: books, links, directory, recordedDirectory, corrections, alerts, rules: ruleStore(table, clock), ask, askAtTheDoor, log, wake,
    of: (council) => {
      const own = configOf(council);
      return own === undefined ? undefined : { ...services, config: own };
    },
  };
  return services;
}

/** A speaker that is managed for somebody is asked with the organisation's token; any other with the one that came with the request. */
function remindersFor({ alexa }: Config, amazon: alexa.ApiClient, clock: Clock, log: SkillLog, own: OwnSpeakers | undefined): SkillServices['remindersFor'] {
  const usual = speakerReminders({ amazon, log, ...(own && { own }) });
  if (alexa?.refreshToken === undefined) return usual;
  const managed = managedReminders({ api: amazon, token: amazonToken(alexa, 'alexa::enterprise:management', amazon, clock), log });
  return (envelope) => {
    const endpointId = managedEndpointIn(envelope);
    return endpointId === undefined ? usual(envelope) : managed(endpointId);
  };
}

/** Checking signatures takes a library as large as the rest of a turn: it is loaded with the first token, if one ever comes. */
function accountReader({ accounts }: Config, clock: Clock): SkillServices['readAccount'] {
  if (accounts === undefined) return () => Promise.resolve(undefined);
  let reader: Promise<SkillServices['readAccount']> | undefined;
  return async (accessToken) => {
    reader ??= import('./alexa/remote-accounts.ts').then(({ remoteAccounts }) => remoteAccounts(accounts, clock));
    return (await reader)(accessToken);
  };
}
