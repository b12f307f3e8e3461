import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import * as z from 'zod';
import { actorOf } from '../../models/access/index.ts';
import { cleanWords } from '../../skill/ssml.ts';
import { writeLook } from '../store/audit-rows.ts';
import { guardPrivacy, isGuarded } from './private-answers.ts';
import type { Called, Told, Tool } from './tool.ts';
import { tools } from './tools.ts';

const pin = z.string().regex(/^\d{4}$/, 'is four digits').optional().describe('The person’s own four numbers, if they gave them in this conversation');

/** The server for one request of one assistant: it has only the tools that this assistant may use now. */
export function mcpServer(called: Called): McpServer {
  const name = called.record.household.name.preferred;
  const server = new McpServer({ name: 'my-care', version: '1.0.0' }, {
    capabilities: { tools: {} },
    instructions: `My Care tells about the social care of ${name}. Say what it gives in plain words. Money moves only in two steps: read ask_for_service back to them, and confirm with their own clear yes. It is no emergency service: for an emergency they ring 999.`,
  });
  for (const each of tools.filter(({ deed }) => called.deeds.includes(deed))) {
    const isPrivate = each.isPrivate === true && isGuarded(called);
    server.registerTool(each.name, {
      title: each.title, description: each.about, inputSchema: isPrivate ? each.input.extend({ pin }).strict() : each.input,
      annotations: { readOnlyHint: each.changes !== true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    }, async (input: Readonly<Record<string, unknown>>) => answered(await told(called, each, input, isPrivate)));
  }
  return server;
}

async function told(called: Called, { name, changes, run }: Tool, { pin: said, ...input }: Readonly<Record<string, unknown>>, isPrivate: boolean): Promise<Told> {
  const { services, key, record, now } = called;
  try {
    await writeLook(services.table, record.councilId, { personId: record.personId, who: actorOf(key.identity), what: `${name.replaceAll('_', '-')}-by-assistant`, why: changes === true ? 'change' : 'look', at: now });
    const guarded = isPrivate ? await guardPrivacy(called, typeof said === 'string' ? said : undefined) : undefined;
    return guarded ?? await run(called, input);
  } catch (cause) {
    services.log.fault('assistant-tool-failed', { tool: name }, cause);
    return { isRefused: true, words: `Something went wrong at My Care.${changes === true ? ' It is not certain whether this was done: look before trying again.' : ' Try again in a minute.'}`, facts: { refused: changes === true ? 'uncertain' : 'not-now' } };
  }
}

function answered({ words, facts, isRefused }: Told) {
  return { content: [{ type: 'text' as const, text: cleanWords(words) }], structuredContent: { ...facts }, ...(isRefused === true && { isError: true }) };
}
