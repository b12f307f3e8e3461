import { randomUUID } from 'node:crypto';
import { bringingParts } from './bringing-parts.ts';
import { builtOnce } from './built-once.ts';
import { fetchSafely } from './visits-in/rota-calendars/fetch-calendar.ts';
import { lookAtCalendars } from './visits-in/rota-calendars/look-at-calendars.ts';

const parts = builtOnce(bringingParts, Date.now, process.env);

/** EventBridge, every minute: calendars of agencies' rotas whose time has come are read from their addresses, each council's beside the others'. */
export async function handler(): Promise<{ readonly calendars: number }> {
  const { councils, services } = await parts();
  const looked = await Promise.all(councils.map(async (council) => lookAtCalendars({ council, services, newId: randomUUID, fetch: fetchSafely })));
  return { calendars: looked.reduce((sum, count) => sum + count, 0) };
}
