import { randomUUID } from 'node:crypto';
import { bringingParts } from './bringing-parts.ts';
import { builtOnce } from './built-once.ts';
import { finishBrokenOff } from './visits-in/finish-broken-off.ts';
import { fetchSafely } from './visits-in/rota-calendars/fetch-calendar.ts';
import { lookAtCalendars } from './visits-in/rota-calendars/look-at-calendars.ts';

const parts = builtOnce(bringingParts, Date.now, process.env);

/** EventBridge, every minute: calendars of agencies' rotas whose time has come are read from their addresses, and files that were left half way are gone on with, each council's beside the others'. */
export async function handler(): Promise<{ readonly calendars: number; readonly finished: number }> {
  const { councils, services } = await parts();
  const looked = await Promise.all(councils.map(async (council) => ({ calendars: await lookAtCalendars({ council, services, newId: randomUUID, fetch: fetchSafely }), finished: await finishBrokenOff(services, council) })));
  return { calendars: looked.reduce((sum, { calendars }) => sum + calendars, 0), finished: looked.reduce((sum, { finished }) => sum + finished, 0) };
}
