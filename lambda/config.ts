import { pence, type Pence } from '../models/shared/index.ts';
import { ConfigIsWrong } from './config-is-wrong.ts';
import { settings, type Found } from './setting-names.ts';

export interface Config {
  readonly isProduction: boolean;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Where care agencies’ files of visits are put, a folder for each source; nothing is watched without it. */
  readonly visitsFolder?: string;
  readonly store: { readonly kind: 'sqlite'; readonly dataDir: string } | { readonly kind: 'dynamodb'; readonly tableName: string; readonly region: string; readonly endpoint?: string };
  readonly skillId: string;
  readonly mustVerifySignature: boolean;
  readonly councilId: string;
  readonly helpPhone: string;
  /** Day and night; the same number without it. */
  readonly outOfHoursPhone?: string;
  /** Where several councils are served: the number for a speaker that is linked to nobody. */
  readonly unlinkedPhone?: string;
  /** Within so many working days the council answers what somebody asked for. */
  readonly decisionWorkingDays: number;
  /** Above this two people of the council have to agree. */
  readonly twoAgreeAbovePence: Pence;
  /** The Open Referral UK feed that the directory is read from anew each night. */
  readonly servicesFeed?: string;
  /** The names by which this server is reached from outside, beside this machine's own. */
  readonly publicHosts: readonly string[];
  /** Where weaknesses are told of: `mailto:…` or `https://…`. */
  readonly securityContact?: string;
  /** How the council shows itself in the console. */
  readonly councilName: string;
  readonly councilColour: string;
  /** The council's own sign-in for its staff. */
  readonly staff?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly returnTo: string; readonly roleClaim: string };
  /** GOV.UK Notify; without it nobody outside the home can be reached but by the staffed desk. */
  readonly notify?: { readonly apiKey: string; readonly textTemplate: string; readonly emailTemplate: string; readonly sender?: string };
  /** The skill’s own credentials, for what speakers are told outside a conversation; with `refreshToken` those of Alexa Smart Properties as well. */
  readonly alexa?: { readonly clientId: string; readonly clientSecret: string; readonly stage: 'live' | 'development'; readonly refreshToken?: string; readonly hasScreens: boolean };
  /** Keys for browsers’ push services. Phones that were set up under the keys before are reached with those, until they are set up anew. */
  readonly push?: { readonly publicKey: string; readonly privateKey: string; readonly subject: string; readonly before?: { readonly publicKey: string; readonly privateKey: string } };
  /** On AWS: the word that only our own front knows, and the one before while it is being changed; and the name people know us by. */
  readonly front: { readonly originWord?: string; readonly originWordBefore?: string; readonly publicHost?: string };
  /** On AWS: the queue that gives back what is due at its time. */
  readonly dueQueueUrl?: string;
  /** Without a sign of life of the engine for so long, the watcher alarms. */
  readonly watchAfterSeconds: number;
  /** A council's own system that the staffed desk's alerts go to as well. */
  readonly webhook?: { readonly url: string; readonly secret: string; /** While it is being changed: calls are signed with both. */ readonly secretBefore?: string };
  /** The bus to TV boards and Home Assistants: inside our own server, or a broker outside it. */
  readonly bus: { readonly kind: 'embedded'; readonly tcpPort?: number } | { readonly kind: 'outside'; readonly url: string; readonly username?: string; readonly password?: string };
  /** On AWS: where IoT Core, in the table's region, takes what is said to devices. */
  readonly iotDataUrl?: string;
  readonly accounts?: { readonly issuer: string; readonly audience: string; readonly jwksUrl: string };
}

const demonstrationSkillId = 'amzn1.ask.skill.demonstration';

/** The only reader of the environment. Names everything that is missing or wrong at once; production takes no demonstration setting. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = settings.safeParse(env);
  if (!read.success) throw new ConfigIsWrong(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const found = read.data;
  const faults = found.MY_CARE_ENV === 'production' ? productionFaults(found) : [];
  const account = accountSettings(found, faults);
  const notify = notifySettings(found, faults);
  const webhook = webhookSettings(found, faults);
  const alexa = alexaSettings(found, faults);
  const push = pushSettings(found, faults);
  const staff = staffSettings(found, faults);
  if (faults.length > 0) throw new ConfigIsWrong(faults);
  const dataDir = found.DATA_DIR ?? '.data';
  return {
    isProduction: found.MY_CARE_ENV === 'production',
    port: found.PORT,
    host: found.HOST ?? '127.0.0.1',
    dataDir,
    ...(found.VISITS_FOLDER !== undefined && { visitsFolder: found.VISITS_FOLDER }),
    store: found.STORE === 'sqlite' ? { kind: 'sqlite', dataDir } : {
      kind: 'dynamodb', tableName: found.TABLE_NAME ?? 'my-care', region: found.TABLE_REGION ?? found.AWS_REGION ?? 'eu-west-2',
      ...(found.DYNAMODB_ENDPOINT !== undefined && { endpoint: found.DYNAMODB_ENDPOINT }),
    },
    skillId: found.SKILL_ID ?? demonstrationSkillId,
    mustVerifySignature: found.ALEXA_SIGNATURE === 'verify',
    councilId: found.COUNCIL_ID ?? 'harrow',
    decisionWorkingDays: found.DECISION_WORKING_DAYS,
    twoAgreeAbovePence: pence(found.TWO_AGREE_ABOVE_POUNDS * 100),
    ...(found.SERVICES_FEED !== undefined && { servicesFeed: found.SERVICES_FEED }),
    ...(found.SECURITY_CONTACT !== undefined && { securityContact: found.SECURITY_CONTACT }),
    publicHosts: found.PUBLIC_HOSTS?.split(',') ?? [],
    front: { ...(found.ORIGIN_WORD !== undefined && { originWord: found.ORIGIN_WORD }), ...(found.ORIGIN_WORD_BEFORE !== undefined && { originWordBefore: found.ORIGIN_WORD_BEFORE }), ...(found.PUBLIC_HOSTS !== undefined && { publicHost: found.PUBLIC_HOSTS.split(',')[0] ?? '' }) },
    helpPhone: found.HELP_PHONE ?? '020 7946 0001',
    ...(found.OUT_OF_HOURS_PHONE !== undefined && { outOfHoursPhone: found.OUT_OF_HOURS_PHONE }),
    councilName: found.COUNCIL_NAME ?? 'Harrow Council',
    councilColour: found.COUNCIL_COLOUR ?? '#1f4e5f',
    ...(staff !== undefined && { staff }),
    watchAfterSeconds: found.WATCH_AFTER_SECONDS,
    ...(found.DUE_QUEUE_URL !== undefined && { dueQueueUrl: found.DUE_QUEUE_URL }),
    bus: busSettings(found),
    ...(found.IOT_DATA_URL !== undefined && { iotDataUrl: found.IOT_DATA_URL }),
    ...(webhook !== undefined && { webhook }),
    ...(alexa !== undefined && { alexa }),
    ...(push !== undefined && { push }),
    ...(account !== undefined && { accounts: account }),
    ...(notify !== undefined && { notify }),
  };
}

function productionFaults(found: Found): string[] {
  const faults = (['SKILL_ID', 'COUNCIL_ID', 'COUNCIL_NAME', 'HELP_PHONE'] as const).filter((name) => found[name] === undefined).map((name) => `${name} is missing`);
  if (found.ALEXA_SIGNATURE === 'skip') faults.push('ALEXA_SIGNATURE=skip is for local use only');
  if (found.SKILL_ID === demonstrationSkillId) faults.push('SKILL_ID is the demonstration one');
  return faults;
}

function accountSettings(found: Found, faults: string[]): Config['accounts'] {
  const { ACCOUNT_ISSUER: issuer, ACCOUNT_AUDIENCE: audience, ACCOUNT_JWKS_URL: jwksUrl } = found;
  if (issuer === undefined && audience === undefined && jwksUrl === undefined) return undefined;
  if (issuer !== undefined && audience !== undefined && jwksUrl !== undefined) return { issuer, audience, jwksUrl };
  faults.push('ACCOUNT_ISSUER, ACCOUNT_AUDIENCE and ACCOUNT_JWKS_URL go together: give all three, or none');
  return undefined;
}

function alexaSettings({ ALEXA_CLIENT_ID: clientId, ALEXA_CLIENT_SECRET: clientSecret, ALEXA_STAGE: stage, ALEXA_PROPERTIES_REFRESH_TOKEN: refreshToken, ALEXA_VISUAL_ALERTS: visual }: Found, faults: string[]): Config['alexa'] {
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret, stage, hasScreens: visual === 'on', ...(refreshToken !== undefined && { refreshToken }) };
  faults.push('ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET go together: give both, or none');
  return undefined;
}

function pushSettings({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject, VAPID_PUBLIC_KEY_BEFORE: publicBefore, VAPID_PRIVATE_KEY_BEFORE: privateBefore }: Found, faults: string[]): Config['push'] {
  if ((publicBefore === undefined) !== (privateBefore === undefined)) faults.push('VAPID_PUBLIC_KEY_BEFORE and VAPID_PRIVATE_KEY_BEFORE go together: give both, or none');
  if (publicKey === undefined && privateKey === undefined && subject === undefined) return undefined;
  if (publicKey !== undefined && privateKey !== undefined && subject !== undefined) return { publicKey, privateKey, subject, ...(publicBefore !== undefined && privateBefore !== undefined && { before: { publicKey: publicBefore, privateKey: privateBefore } }) };
  faults.push('VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT go together: give all three, or none');
  return undefined;
}

function staffSettings({ STAFF_ISSUER: issuer, STAFF_CLIENT_ID: clientId, STAFF_CLIENT_SECRET: clientSecret, STAFF_RETURN_TO: returnTo, STAFF_ROLE_CLAIM: roleClaim }: Found, faults: string[]): Config['staff'] {
  if (issuer === undefined && clientId === undefined && clientSecret === undefined && returnTo === undefined) return undefined;
  if (issuer !== undefined && clientId !== undefined && clientSecret !== undefined && returnTo !== undefined) return { issuer, clientId, clientSecret, returnTo, roleClaim: roleClaim ?? 'roles' };
  faults.push('STAFF_ISSUER, STAFF_CLIENT_ID, STAFF_CLIENT_SECRET and STAFF_RETURN_TO go together: give all four, or none');
  return undefined;
}

function webhookSettings({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_SECRET_BEFORE: secretBefore, MY_CARE_ENV: env }: Found, faults: string[]): Config['webhook'] {
  if (url === undefined && secret === undefined) return undefined;
  if (url === undefined || secret === undefined) faults.push('WEBHOOK_URL and WEBHOOK_SECRET go together: give both, or none');
  else if (env === 'production' && !url.startsWith('https://')) faults.push('WEBHOOK_URL must be https');
  else return { url, secret, ...(secretBefore !== undefined && { secretBefore }) };
  return undefined;
}

function busSettings({ MQTT_URL: url, MQTT_USERNAME: username, MQTT_PASSWORD: password, MQTT_TCP_PORT: tcpPort }: Found): Config['bus'] {
  if (url === undefined) return { kind: 'embedded', ...(tcpPort > 0 && { tcpPort }) };
  return { kind: 'outside', url, ...(username !== undefined && { username }), ...(password !== undefined && { password }) };
}

function notifySettings(found: Found, faults: string[]): Config['notify'] {
  const { NOTIFY_API_KEY: apiKey, NOTIFY_TEXT_TEMPLATE: textTemplate, NOTIFY_EMAIL_TEMPLATE: emailTemplate, NOTIFY_SENDER: sender } = found;
  if (apiKey === undefined && textTemplate === undefined && emailTemplate === undefined) return undefined;
  if (apiKey !== undefined && textTemplate !== undefined && emailTemplate !== undefined) return { apiKey, textTemplate, emailTemplate, ...(sender !== undefined && { sender }) };
  faults.push('NOTIFY_API_KEY, NOTIFY_TEXT_TEMPLATE and NOTIFY_EMAIL_TEMPLATE go together: give all three, or none');
  return undefined;
}
