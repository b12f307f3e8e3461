// An assistant at a running house: a key as somebody makes it in the console, and the protocol's own client with it.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import express from 'express';
import type { AssistantDeed } from '../../models/access/index.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { mcpRouter } from '../../lambda/mcp/mcp-router.ts';
import type { Services } from '../../lambda/services.ts';
import { assistantKeyRows } from '../../lambda/store/assistant-key-rows.ts';
import { personId } from '../../models/shared/index.ts';
import { runningHouse, type RunningHouse } from '../support/running-house.ts';

interface Told { readonly words: string; /** As the tool writes them: each test knows which. */ readonly facts: ReturnType<typeof JSON.parse>; readonly isRefused: boolean }

export interface Assistant {
  readonly client: Client;
  readonly call: (tool: string, input?: Readonly<Record<string, unknown>>) => Promise<Told>;
  readonly close: () => Promise<void>;
}

/** Everything but no limit on how often, unless one is given. */
export function assistantHouse(perMinute = 10_000): Promise<RunningHouse> {
  return runningHouse({ mount: (services: Services) => express.Router().use('/mcp', mcpRouter(services, { perMinute })) });
}

/** A key as the console would make it for somebody. */
export async function keyFor({ services, clock }: RunningHouse, who: string, may: readonly AssistantDeed[], about = 'margaret'): Promise<string> {
  const { identity } = madeUpIdentities.find(({ key }) => key === who)!;
  return (await assistantKeyRows(services.table).add({ identity, personId: personId(about), name: 'My tablet', may, madeAt: clock() }))!;
}

export async function assistant({ origin }: RunningHouse, key: string): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', origin), { requestInit: { headers: { Authorization: `Bearer ${key}` } } });
  await client.connect(transport);
  return {
    client, close: () => client.close(),
    call: async (name, input = {}) => {
      const result = await client.callTool({ name, arguments: { ...input } });
      const [first] = result.content as readonly { readonly text?: string }[];
      return { words: first?.text ?? '', facts: (result.structuredContent ?? {}) as Told['facts'], isRefused: result.isError === true };
    },
  };
}
