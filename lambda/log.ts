import { pino, type Logger } from 'pino';
import type { SkillLog } from '../skill/index.ts';

/** Lines for those who run the service, as JSON. A fault's own text may quote what was stored, so only its name and code are written. */
export function createLog(level: 'info' | 'silent' = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' });
}

export function skillLog(log: Logger): SkillLog {
  return {
    fault: (code, about, cause) => log.error({ code, ...about, kind: cause instanceof Error ? cause.name : typeof cause, at: whereIn(cause) }, 'A turn went wrong'),
  };
}

/** The first line of our own code in the stack: a file and a line, never a message. */
function whereIn(cause: unknown): string | undefined {
  const line = cause instanceof Error ? cause.stack?.split('\n').find((each) => each.includes('    at ') && !each.includes('node_modules')) : undefined;
  return line?.replace(/^.*[/(]((?:skill|lambda|models|web)\/[^)]*)\)?$/, '$1').trim();
}
