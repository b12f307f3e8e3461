import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Operation } from './operation.ts';
import { problem } from './schemas.ts';

/** The API as OpenAPI 3.1 writes it, made from the same schemas that check every request. */
export function openApiDocument(operations: readonly Operation[]): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = described(operation);
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'My Care notifications', version: '1.0.0', description: 'For care providers, councils’ own systems and GOV.UK Notify: tell how visits go, raise alerts, see what became of them.' },
    servers: [{ url: '/api' }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'The key that the council gave you' } } },
    paths,
  });
}

function described({ name, summary, about, scope, pathParts, query, body, answers, method }: Operation): ZodOpenApiOperationObject {
  const problems = { description: 'What is wrong and how to mend it', content: { 'application/problem+json': { schema: problem } } };
  const header = z.object({ 'Idempotency-Key': z.string().optional().meta({ description: 'Yours, 8 to 100 characters: the same request under the same key takes effect once, for 13 months' }) });
  return {
    operationId: name, summary, description: `${about} Needs ${scope}.`, security: [{ key: [scope] }],
    requestParams: { ...(pathParts !== undefined && { path: pathParts }), ...(query !== undefined && { query }), ...(method === 'post' && { header }) },
    ...(body !== undefined && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, { description: answer.about, content: { 'application/json': { schema: answer.schema } } }])),
      ...Object.fromEntries((body === undefined ? ['401', '403', '404', '429', '503'] : ['400', '401', '403', '404', '409', '413', '415', '422', '429', '503']).map((status) => [status, problems])),
    },
  };
}
