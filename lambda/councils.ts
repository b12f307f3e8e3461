import { ConfigIsWrong } from './config-is-wrong.ts';
import { readConfig, type Config } from './config.ts';
import { prefixOf, type Settings } from './settings-from-secrets.ts';

/** What each council has of its own where one server serves several. All else, the skill and its speakers, the store and the bus, is one for all. */
export const ofEachCouncil = [
  'COUNCIL_NAME', 'COUNCIL_COLOUR', 'HELP_PHONE', 'OUT_OF_HOURS_PHONE', 'DECISION_WORKING_DAYS', 'TWO_AGREE_ABOVE_POUNDS', 'PUBLIC_HOSTS', 'SERVICES_FEED', 'VISITS_FOLDER', 'NOTIFY_API_KEY', 'NOTIFY_TEXT_TEMPLATE', 'NOTIFY_EMAIL_TEMPLATE', 'NOTIFY_SENDER',
  'STAFF_ISSUER', 'STAFF_CLIENT_ID', 'STAFF_CLIENT_SECRET', 'STAFF_RETURN_TO', 'STAFF_ROLE_CLAIM', 'WEBHOOK_URL', 'WEBHOOK_SECRET', 'WEBHOOK_SECRET_BEFORE',
] as const;
const isOfEach = (name: string): boolean => (ofEachCouncil as readonly string[]).includes(name);

/** One council at least: the first is asked where nobody can tell which is meant. */
export type Councils = readonly [Config, ...Config[]];

/**
 * The settings of every council that is served: of the one, as ever; or, where COUNCILS names several with commas between, of each by its own
 * prefix. Nothing of one council's stands in for another's: a key, a number or an address without a prefix is refused there, but for HELP_PHONE,
 * which is then the number for speakers that are linked to nobody. Names everything that is missing or wrong at once.
 */
export function readCouncils(env: Settings): Councils {
  const named = env['COUNCILS']?.split(',').map((each) => each.trim()).filter((each) => each !== '') ?? [];
  const [first, ...others] = named;
  if (first === undefined) return [readConfig(env)];
  const unlinked = env['MY_CARE_ENV'] === 'production' && (env['HELP_PHONE'] ?? '') === '' ? ['HELP_PHONE is missing: the number for speakers that are linked to nobody'] : [];
  const faults = [...faultsOfNames(named), ...strangers(env, named), ...unlinked];
  if (faults.length > 0) throw new ConfigIsWrong(faults);
  const read = [first, ...others].map((council) => readOne(env, council));
  const wrong = read.flatMap((each) => ('faults' in each ? each.faults : []));
  const configs = read.flatMap((each) => ('config' in each ? [each.config] : []));
  const [config, ...rest] = configs;
  if (wrong.length > 0 || config === undefined) throw new ConfigIsWrong([...new Set(wrong)]);
  const crossed = named.length > 1 ? faultsOfHosts(configs) : [];
  if (crossed.length > 0) throw new ConfigIsWrong(crossed);
  return [config, ...rest];
}

/** The one council that a command is about: of several the one that COUNCIL_ID names. */
export function readCouncil(env: Settings): Config {
  const councils = readCouncils(env);
  const meant = councils.length === 1 ? councils[0] : councils.find(({ councilId }) => councilId === env['COUNCIL_ID']);
  if (meant === undefined) throw new ConfigIsWrong([`COUNCIL_ID says which council is meant: ${councils.map(({ councilId }) => councilId).join(' or ')}`]);
  return meant;
}

/** The council that a request to this name is for; where one alone is served, every request is. */
export function councilAt(councils: Councils, host: string | undefined): Config | undefined {
  return councils.length === 1 ? councils[0] : councils.find(({ publicHosts }) => host !== undefined && publicHosts.includes(host.toLowerCase()));
}

function readOne(env: Settings, council: string): { readonly config: Config } | { readonly faults: readonly string[] } {
  const prefix = prefixOf(council);
  const own = Object.fromEntries(ofEachCouncil.map((name) => [name, env[`${prefix}${name}`]]));
  try {
    return { config: { ...readConfig({ ...env, ...own, COUNCIL_ID: council }), ...(env['HELP_PHONE'] !== undefined && { unlinkedPhone: env['HELP_PHONE'] }) } };
  } catch (error) {
    if (!(error instanceof ConfigIsWrong)) throw error;
    return { faults: error.faults.map((fault) => (isOfEach(/^[A-Z_]+/.exec(fault)?.[0] ?? '') ? `${prefix}${fault}` : fault)) };
  }
}

function faultsOfNames(named: readonly string[]): readonly string[] {
  const twice = named.filter((each, place) => named.indexOf(each) !== place).map((each) => `COUNCILS: ${each} is there twice`);
  return [...twice, ...named.filter((each) => !/^[a-z0-9-]{2,40}$/.test(each)).map((each) => `COUNCILS: “${each}” is no short name of small letters, digits and hyphens`)];
}

/** A key that would be shared, and one of a council that is not served. */
function strangers(env: Settings, named: readonly string[]): readonly string[] {
  const known = new Set(named.map(prefixOf));
  return Object.entries(env).flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    if (isOfEach(name) && name !== 'HELP_PHONE') return [`${name} is one council’s own: call it ${prefixOf(named[0] ?? '')}${name}, and so for each`];
    const [, prefix = '', own = ''] = /^([A-Z0-9_]+?__)([A-Z_]+)$/.exec(name) ?? [];
    return isOfEach(own) && !known.has(prefix) ? [`${name}: COUNCILS names no such council`] : [];
  });
}

function faultsOfHosts(configs: readonly Config[]): readonly string[] {
  const hosts = configs.flatMap(({ councilId, publicHosts }) => publicHosts.map((host) => ({ councilId, host })));
  const none = configs.filter(({ publicHosts }) => publicHosts.length === 0).map(({ councilId }) => `${prefixOf(councilId)}PUBLIC_HOSTS is missing: its pages are known by their host`);
  return [...none, ...hosts.filter(({ host }, place) => hosts.findIndex((other) => other.host === host) !== place).map(({ councilId, host }) => `${prefixOf(councilId)}PUBLIC_HOSTS: ${host} is another council’s`)];
}
