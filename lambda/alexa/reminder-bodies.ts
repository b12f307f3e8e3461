import type { services } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { AlertOnSpeaker, ReminderTime } from '../../models/routine/index.ts';
import { instant, localDate, localTime, type LocalDate, type LocalTime, type Weekday } from '../../models/shared/index.ts';
import type { ReminderToSet } from '../../skill/reminder/speaker-reminders.ts';

/**
 * A reminder as Amazon takes it: wall-clock times without any offset, so that Alexa minds the clock changes, and one rule for each day
 * of the week. Nothing is sent to a phone: the person said yes to hearing it on this speaker, and to no more.
 */
export function reminderRequest({ time, firstOn, zone, words, askedAt }: ReminderToSet): services.reminderManagement.ReminderRequest {
  return {
    requestTime: wall(localDate(askedAt, zone), localTime(askedAt, zone)),
    trigger: {
      type: 'SCHEDULED_ABSOLUTE', scheduledTime: wall(firstOn, time.at), timeZoneId: zone,
      ...(time.kind === 'weekly' && { recurrence: { startDateTime: wall(firstOn, midnight), recurrenceRules: rulesFor(time) } }),
    },
    alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: words, ssml: `<speak>${words}</speak>` }] } },
    pushNotification: { status: 'DISABLED' },
  };
}

/** The token and version of a reminder just made; undefined where the answer cannot be read. */
export function setIn(body: string | undefined): { readonly token: string; readonly version: string } | undefined {
  const read = z.object({ alertToken: namedText(), version: z.optional(z.string()) }).safeParse(parsed(body));
  return read.success ? { token: read.data.alertToken, version: read.data.version ?? '1' } : undefined;
}

/** The reminders a speaker says it has, and whether these are all; undefined where the answer cannot be read. */
export function alertsIn(body: string | undefined): { readonly alerts: readonly AlertOnSpeaker[]; readonly isWhole: boolean } | undefined {
  const alert = z.object({ alertToken: namedText(), version: z.optional(z.string()), status: z.optional(z.string()), createdTime: z.optional(z.string()) });
  const read = z.object({ alerts: z.array(alert), links: z.optional(z.unknown()) }).safeParse(parsed(body));
  if (!read.success) return undefined;
  const alerts = read.data.alerts.map(({ alertToken, version = '1', status, createdTime }): AlertOnSpeaker => {
    const madeAt = Date.parse(createdTime ?? '');
    return { token: alertToken, version, isOn: status !== 'COMPLETED', ...(!Number.isNaN(madeAt) && { madeAt: instant(madeAt) }) };
  });
  const { links } = read.data;
  return { alerts, isWhole: links === undefined || links === null || links === '' };
}

/** Amazon's word for what went wrong, if it gave one. */
export function codeIn(body: string | undefined): string | undefined {
  const { code } = (parsed(body) ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : undefined;
}

const namedText = () => z.string().check(z.minLength(1));
const midnight = '00:00' as LocalTime;
const dayNames: Readonly<Record<Weekday, string>> = { 1: 'MO', 2: 'TU', 3: 'WE', 4: 'TH', 5: 'FR', 6: 'SA', 7: 'SU' };

function rulesFor({ days, at }: Extract<ReminderTime, { kind: 'weekly' }>): string[] {
  const time = `BYHOUR=${Number(at.slice(0, 2))};BYMINUTE=${Number(at.slice(3))};BYSECOND=0;INTERVAL=1;`;
  return days.length === 7 ? [`FREQ=DAILY;${time}`] : days.map((day) => `FREQ=WEEKLY;BYDAY=${dayNames[day]};${time}`);
}

const wall = (date: LocalDate, time: LocalTime) => `${date}T${time}:00.000`;

function parsed(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}
