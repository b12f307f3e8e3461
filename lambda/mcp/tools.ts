import { answerAlertTool, openAlertsTool } from './alert-tools.ts';
import { askTool } from './ask-tool.ts';
import { budgetLeftTool } from './budget-tool.ts';
import { confirmTool } from './confirm-tool.ts';
import { findServicesTool } from './service-tools.ts';
import type { Tool } from './tool.ts';
import { nextVisitTool, visitsOnDayTool } from './visit-tools.ts';

/** Everything an assistant can ask of us. What is not here cannot be asked. */
export const tools: readonly Tool[] = [nextVisitTool, visitsOnDayTool, budgetLeftTool, findServicesTool, askTool, confirmTool, openAlertsTool, answerAlertTool];
