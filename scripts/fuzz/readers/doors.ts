import { randomUUID } from 'node:crypto';
import model from '../../../models/en-GB.json' with { type: 'json' };
import { assistantDeeds } from '../../../models/access/index.ts';
import { personId } from '../../../models/shared/index.ts';
import { alexaRouter } from '../../../lambda/alexa/alexa-router.ts';
import { conversationRouter } from '../../../lambda/conversation/conversation-router.ts';
import { madeUpIdentities } from '../../../lambda/demonstration/made-up-identities.ts';
import { alexaEnvelope, type DeskRequest } from '../../../lambda/desk-speaker/alexa-envelope.ts';
import { deskAlexaId } from '../../../lambda/desk-speaker/desk-alexa-id.ts';
import { mcpRouter } from '../../../lambda/mcp/mcp-router.ts';
import { notificationApi } from '../../../lambda/notifications/api.ts';
import { openApiDocument } from '../../../lambda/notifications/openapi.ts';
import { operations } from '../../../lambda/notifications/operations.ts';
import { apiKeys, scopes } from '../../../lambda/store/api-key-rows.ts';
import { assistantKeyRows } from '../../../lambda/store/assistant-key-rows.ts';
import { hostileWords } from '../../../test/support/hostile-words.ts';
import { harrow, margaret, type RunningHouse } from '../../../test/support/running-house.ts';
import type { Fuzzed } from '../fuzzed.ts';
import { madeAfter } from '../made-after-schema.ts';
import { hostileValue, jsonText, spoilJson } from '../spoil-json.ts';
import { oneOf, type Chance } from '../spoil.ts';
import { fuzzedHouse } from './fuzzed-house.ts';

const json = { 'Content-Type': 'application/json' };
const perMinute = 10_000_000;
const spoiledText = (value: unknown, chance: Chance) => jsonText(chance() < 0.6 ? spoilJson(value, chance) : value, chance);

/** What Amazon sends, over HTTP, to the whole skill. */
export async function alexa(): Promise<Fuzzed> {
  const { house, taken } = await fuzzedHouse(({ ask, log }) => alexaRouter({ invoke: ask, verify: 'skip', log: { refused: () => undefined, fault: (code, about, cause) => { log.fault(code, about, cause); } } }));
  const { intents } = model.interactionModel.languageModel;
  const slotsOf = (names: readonly { readonly name: string }[], chance: Chance) => Object.fromEntries(names.map(({ name }) => [name, { name, value: oneOf(chance() < 0.5 ? hostileWords : ['tomorrow', '2026-12-03', 'gardening', '10:30', 'two', 'Priya', '4419'], chance), confirmationStatus: 'NONE' as const, ...(chance() < 0.5 && { resolutions: matchedTo(oneOf([...hostileWords, 'gardening', 'morning', 'priya'], chance)) }) }]));
  const said = (chance: Chance): DeskRequest => oneOf<() => DeskRequest>([
    () => { const { name, slots = [] } = oneOf(intents as readonly { readonly name: string; readonly slots?: readonly { readonly name: string }[] }[], chance); return { kind: 'intent', name, slots: slotsOf(slots, chance), confidence: chance() }; },
    () => ({ kind: 'launch' }), () => ({ kind: 'permission', status: 'ACCEPTED', scope: 'alexa::alerts:reminders:skill:readwrite', token: 'x' }), () => ({ kind: 'message', message: { kind: 'look', alertId: 'x' } }), () => ({ kind: 'press', token: 'x', arguments: ['yes', hostileValue(chance)] }),
  ], chance)();
  return {
    input: (chance) => spoiledText(alexaEnvelope({
      skillId: house.services.config.skillId, alexaId: deskAlexaId(personId('margaret')), sessionId: 's', isNew: chance() < 0.5, device: oneOf(['speaker', 'screen', 'tv'], chance), at: house.clock(), requestId: 'r',
      attributes: { council: harrow, person: margaret, misses: 0, ...(chance() < 0.3 && { pending: hostileValue(chance) }) },
    }, said(chance)), chance),
    read: (body) => taken({ path: '/alexa', headers: json, body }),
  };
}

const matchedTo = (id: string) => ({ resolutionsPerAuthority: [{ authority: 'amzn1.er-authority.echo-sdk.dynamic.fuzz', status: { code: 'ER_SUCCESS_MATCH' as const }, values: [{ value: { name: id, id } }] }] });

/** Every operation of the notification API, GOV.UK Notify’s receipts and texts among them. */
export async function api(): Promise<Fuzzed> {
  const { house, taken } = await fuzzedHouse((services) => notificationApi({ operations: operations(services), table: services.table, clock: services.clock, log: services.log, perMinute }));
  const key = await apiKeys(house.table).make({ councilId: harrow, name: 'fuzz', scopes }, house.clock());
  const all = operations(house.services);
  const document = JSON.parse(JSON.stringify(openApiDocument(all))) as Record<string, unknown>;
  const bodyOf = ({ path, method }: (typeof all)[number]) => (document['paths'] as Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: Record<string, unknown> } } } }>>)[path]?.[method]?.requestBody?.content['application/json'].schema;
  const bodies = all.map((operation) => ({ operation, schema: bodyOf(operation) }));
  return {
    input: (chance) => {
      const { operation: { method, path }, schema } = oneOf(bodies, chance);
      const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((name === 'personId' && chance() < 0.7 ? 'margaret' : oneOf(hostileWords, chance).slice(0, 200)).toWellFormed()));
      return JSON.stringify({ method: method.toUpperCase(), path: chance() < 0.2 ? `${at}?from=${encodeURIComponent(oneOf(hostileWords, chance).slice(0, 99).toWellFormed())}` : at, ...(schema !== undefined && { body: spoiledText(madeAfter(schema, document, chance), chance) }) });
    },
    read: (input) => {
      const { method, path, body } = JSON.parse(input) as { readonly method: string; readonly path: string; readonly body?: string };
      return taken({ method, path, headers: { ...json, Authorization: `Bearer ${key}` }, ...(body !== undefined && { body }) });
    },
  };
}

/** What other assistants send by the Model Context Protocol. */
export async function assistants(): Promise<Fuzzed> {
  const { house, taken, answered } = await fuzzedHouse((services) => mcpRouter(services, { perMinute }));
  const headers = { ...json, Accept: 'application/json, text/event-stream', Authorization: `Bearer ${await keyOf(house)}` };
  const call = (method: string, params: object) => ({ jsonrpc: '2.0', id: 1, method, params });
  const { text } = await answered({ path: '/', headers, body: JSON.stringify(call('tools/list', {})) });
  const { tools } = (JSON.parse(text) as { readonly result: { readonly tools: readonly { readonly name: string; readonly inputSchema: Record<string, unknown> }[] } }).result;
  return {
    input: (chance) => {
      const { name, inputSchema } = oneOf(tools, chance);
      return spoiledText(chance() < 0.1 ? call('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'fuzz', version: '1' } }) : call('tools/call', { name, arguments: madeAfter(inputSchema, inputSchema, chance) }), chance);
    },
    read: (body) => taken({ path: '/', headers, body }),
  };
}

/** What a home’s own voice assistant sends in words. */
export async function conversation(): Promise<Fuzzed> {
  const { house, taken } = await fuzzedHouse((services) => conversationRouter(services, { perMinute }));
  const headers = { ...json, Authorization: `Bearer ${await keyOf(house)}` };
  const samples = model.interactionModel.languageModel.intents.flatMap(({ samples: some }) => some);
  return {
    input: (chance) => spoiledText({ text: oneOf(chance() < 0.5 ? hostileWords : [...samples, 'yes', 'no'], chance), conversation_id: chance() < 0.5 ? 'one' : null, language: 'en-GB' }, chance),
    read: (body) => taken({ path: '/', headers, body }),
  };
}

async function keyOf({ table, clock }: RunningHouse): Promise<string> {
  const own = madeUpIdentities.find(({ key }) => key === 'margaret');
  const key = own && await assistantKeyRows(table).add({ identity: own.identity, personId: margaret, name: randomUUID(), may: assistantDeeds, madeAt: clock() });
  if (key === undefined) throw new Error('The house gave out no key');
  return key;
}
