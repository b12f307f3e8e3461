import type { SkillLog } from '../../skill/index.ts';
import type { EngineLog } from './engine-parts.ts';

/** The engine's lines go where the skill's do; what goes well is not written down. */
export function engineLog(log: SkillLog): EngineLog {
  return { event: () => undefined, fault: (code, facts, cause) => { log.fault(code, facts, cause); } };
}
