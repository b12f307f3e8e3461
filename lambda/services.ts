import { randomInt } from 'node:crypto';
import type { SpeakerLinks } from '../models/household/index.ts';
import type { PersonRecords } from '../models/person-record/index.ts';
import type { Directory } from '../models/service/index.ts';
import { instant, type Clock, type CouncilId } from '../models/shared/index.ts';
import { createSkill, type AskSkill, type SkillLog, type SkillServices } from '../skill/index.ts';
import { createApiClient } from './alexa/api-client.ts';
import type { Config } from './config.ts';
import { createLog, skillLog } from './log.ts';
import { pins } from './pins.ts';
import { liveDirectory } from './store/live-directory.ts';
import { personRecords } from './store/person-records.ts';
import { speakerKeyOf } from './store/speaker-key.ts';
import { speakerLinks } from './store/speaker-links.ts';
import type { Table } from './store/table.ts';

export interface Services {
  readonly config: Config;
  readonly table: Table;
  readonly clock: Clock;
  readonly records: PersonRecords;
  readonly links: SpeakerLinks;
  readonly directory: (council: CouncilId) => Promise<Directory>;
  readonly ask: AskSkill;
}

/** What a test, a rehearsal or the command line may put in place of the real thing. */
export interface Instead {
  readonly table?: Table;
  readonly clock?: Clock;
  readonly random?: (below: number) => number;
  readonly log?: SkillLog;
  readonly readAccount?: SkillServices['readAccount'];
}

const directoryMinutes = 10;

/** Builds everything, once for each process: the only place where the parts meet. */
export async function buildServices(config: Config, instead: Instead = {}): Promise<Services> {
  const clock = instead.clock ?? (() => instant(Date.now()));
  const table = instead.table ?? await openTable(config);
  const records = personRecords(table);
  const links = speakerLinks(table);
  const log = instead.log ?? skillLog(createLog());
  const directory = liveDirectory({ table, clock, refreshAfterMinutes: directoryMinutes, fault: (cause) => { log.fault('directory-not-refreshed', {}, cause); } });
  const ask = createSkill({
    skillId: config.skillId, records, links, directory, clock, pins, speakerKeyOf,
    random: instead.random ?? ((below) => randomInt(below)),
    readAccount: instead.readAccount ?? await accountReader(config, clock),
    helpPhone: config.helpPhone,
    log,
  }, createApiClient());
  return { config, table, clock, records, links, directory, ask };
}

/** The engine the settings name. The one that is not used is not loaded. */
async function openTable({ store }: Config): Promise<Table> {
  if (store.kind === 'dynamodb') {
    const { openDynamodbTable } = await import('./store/dynamodb-table.ts');
    return openDynamodbTable(store);
  }
  const { openStoreFile } = await import('./store/store-file.ts');
  return openStoreFile(store.dataDir);
}

async function accountReader(config: Config, clock: Clock): Promise<SkillServices['readAccount']> {
  if (config.accounts === undefined) return () => Promise.resolve(undefined);
  const { issuer, audience, jwksUrl } = config.accounts;
  const [{ createAccountReader }, { createRemoteJWKSet }] = await Promise.all([import('./alexa/linked-account.ts'), import('jose')]);
  return createAccountReader({ issuer, audience, jwks: createRemoteJWKSet(new URL(jwksUrl)), clock });
}

