import type { Clock } from '../models/shared/index.ts';
import type { SkillLog } from '../skill/index.ts';

/** What can write a line about a fault: pino on a server, `lineLog` where pino would be most of what is loaded. */
export interface ErrorLog { error(about: Readonly<Record<string, unknown>>, message: string): void }

/** Tells those who run the service of a fault. Its own text may quote what was stored, so only its name and code are written. */
export function skillLog(log: ErrorLog): SkillLog {
  return {
    fault: (code, about, cause) => { log.error({ code, ...about, kind: cause instanceof Error ? cause.name : typeof cause, at: whereIn(cause) }, 'A turn went wrong'); },
  };
}

/** Writes faults to the standard output, a line of JSON each, as pino would. */
export function lineLog(clock: Clock): ErrorLog {
  return {
    error: (about, message) => { process.stdout.write(`${JSON.stringify({ level: 50, time: new Date(clock()).toISOString(), ...about, message })}\n`); },
  };
}

/** The first line of our own code in the stack: a file and a line, never a message. */
function whereIn(cause: unknown): string | undefined {
  const line = cause instanceof Error ? cause.stack?.split('\n').find((each) => each.includes('    at ') && !each.includes('node_modules')) : undefined;
  return line?.replace(/^.*[/(]((?:skill|lambda|models|web)\/[^)]*)\)?$/, '$1').trim();
}
