import { pino, type Logger } from 'pino';

/** Lines for those who run the server, as JSON. */
export function createLog(level: 'info' | 'silent' = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' });
}
