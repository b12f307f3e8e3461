import { randomUUID } from 'node:crypto';
import { bringingParts } from './bringing-parts.ts';
import { builtOnce } from './built-once.ts';
import { fetchSafely } from './visits-in/rota-calendars/fetch-calendar.ts';
import { lookAtCalendars } from './visits-in/rota-calendars/look-at-calendars.ts';

const parts = builtOnce(bringingParts, Date.now, process.env);

/** EventBridge, every minute: calendars of agencies' rotas whose time has come are read from their addresses. */
export async function handler(): Promise<{ readonly calendars: number }> {
  return { calendars: await lookAtCalendars({ ...await parts(), newId: randomUUID, fetch: fetchSafely }) };
}
