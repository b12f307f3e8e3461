import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

// The small form of zod has no words for what is wrong until it is given some.
z.config(en());

/** A setting left empty is a setting not given. */
const setting = <Setting>(usual: Setting, schema: z.ZodMiniType<Setting>) => z.pipe(z.transform((value): unknown => (value === '' || value === undefined ? usual : value)), schema);
const text = (schema: z.ZodMiniType<string>) => setting(undefined, z.optional(schema));
const number = (usual: number, least: number, most: number) => setting(usual, z.pipe(z.transform(Number), z.int().check(z.minimum(least), z.maximum(most))));
const choice = <const Choices extends readonly [string, ...string[]]>(choices: Choices, usual: Choices[number]) => setting(usual, z.enum(choices));
const words = text(z.string());
const address = text(z.url());
const phone = text(z.string().check(z.regex(/^[0-9 +]{6,20}$/)));

/** Every setting there is: what it is called in the environment, and what it may be. */
export const settings = z.object({
  MY_CARE_ENV: choice(['demonstration', 'production'], 'demonstration'),
  PORT: number(3000, 0, 65_535),
  HOST: words,
  DATA_DIR: words,
  VISITS_FOLDER: words,
  STORE: choice(['sqlite', 'dynamodb'], 'sqlite'),
  TABLE_NAME: text(z.string().check(z.regex(/^[A-Za-z0-9_.-]{3,255}$/))),
  DYNAMODB_ENDPOINT: address,
  AWS_REGION: words,
  TABLE_REGION: words,
  SKILL_ID: text(z.string().check(z.minLength(1))),
  ALEXA_SIGNATURE: choice(['verify', 'skip'], 'verify'),
  COUNCILS: words,
  COUNCIL_ID: text(z.string().check(z.regex(/^[a-z0-9-]{2,40}$/))),
  HELP_PHONE: phone,
  OUT_OF_HOURS_PHONE: phone,
  DECISION_WORKING_DAYS: number(5, 1, 60),
  TWO_AGREE_ABOVE_POUNDS: number(500, 0, 100_000),
  NOTIFY_API_KEY: text(z.string().check(z.regex(/-[0-9a-f-]{36}-[0-9a-f-]{36}$/))),
  NOTIFY_TEXT_TEMPLATE: words,
  NOTIFY_EMAIL_TEMPLATE: words,
  NOTIFY_SENDER: text(z.uuid()),
  ALEXA_CLIENT_ID: words,
  ALEXA_CLIENT_SECRET: words,
  ALEXA_STAGE: choice(['live', 'development'], 'development'),
  ALEXA_PROPERTIES_REFRESH_TOKEN: words,
  ALEXA_VISUAL_ALERTS: choice(['on', 'off'], 'off'),
  SECURITY_CONTACT: text(z.string().check(z.regex(/^(?:mailto:[^@\s]+@[^@\s]+|https:\/\/[^\s]+)$/))),
  PUBLIC_HOSTS: text(z.string().check(z.regex(/^[a-z0-9.-]+(?:,[a-z0-9.-]+)*$/))),
  ORIGIN_WORD: text(z.string().check(z.minLength(20))),
  ORIGIN_WORD_BEFORE: text(z.string().check(z.minLength(20))),
  SERVICES_FEED: address,
  DUE_QUEUE_URL: words,
  COUNCIL_NAME: words,
  COUNCIL_COLOUR: text(z.string().check(z.regex(/^#[0-9a-f]{6}$/i))),
  STAFF_ISSUER: words,
  STAFF_CLIENT_ID: words,
  STAFF_CLIENT_SECRET: words,
  STAFF_RETURN_TO: words,
  STAFF_ROLE_CLAIM: words,
  VAPID_PUBLIC_KEY: text(z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/))),
  VAPID_PRIVATE_KEY: text(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
  VAPID_PUBLIC_KEY_BEFORE: text(z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/))),
  VAPID_PRIVATE_KEY_BEFORE: text(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))),
  VAPID_SUBJECT: text(z.string().check(z.regex(/^(?:mailto:|https:\/\/).+/))),
  WATCH_AFTER_SECONDS: number(60, 5, 3_600),
  WEBHOOK_URL: address,
  WEBHOOK_SECRET: text(z.string().check(z.minLength(32))),
  WEBHOOK_SECRET_BEFORE: text(z.string().check(z.minLength(32))),
  MQTT_URL: text(z.string().check(z.regex(/^(?:mqtts?|wss?):\/\/[^\s]+$/))),
  MQTT_USERNAME: words,
  MQTT_PASSWORD: words,
  MQTT_TCP_PORT: number(0, 0, 65_535),
  IOT_DATA_URL: address,
  ACCOUNT_ISSUER: address,
  ACCOUNT_AUDIENCE: words,
  ACCOUNT_JWKS_URL: address,
});

export type Found = z.infer<typeof settings>;
