// Keeps one promise: a function finds the parts of AWS it uses (the table, the queue, the device bus, its secrets) on this machine, and what it asked of them can be read afterwards.
import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from './local-server.ts';

export interface PretendAws {
  /** The settings under which a function finds all of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Which partitions each function touched since the last `forget`, by what it did. */
  readonly touched: { readonly action: string; readonly partition: string }[];
  readonly queued: { readonly body: string; readonly delaySeconds: number }[];
  readonly bus: PretendBus;
  readonly secrets: Record<string, string>;
  close(): Promise<void>;
}

/** The data plane of IoT Core, as far as it is used. Source: its API reference, Publish, GetConnection and DeleteConnection. */
export interface PretendBus {
  readonly there: Set<string>;
  readonly said: { readonly topic: string; readonly payload: string; readonly isKept: boolean }[];
  readonly sentAway: string[];
}

type Json = ReturnType<typeof JSON.parse>;

/** Stands in front of a DynamoDB engine. */
export async function pretendAws(engine: string): Promise<PretendAws> {
  const touched: PretendAws['touched'] = [];
  const queued: PretendAws['queued'] = [];
  const secrets: Record<string, string> = {};
  const table = await listenLocally((incoming, response) => {
    void text(incoming).then((body) => {
      touched.push(...partitionsIn(String(incoming.headers['x-amz-target']).split('.')[1] ?? '', JSON.parse(body)));
      request(engine, { method: 'POST', headers: { ...incoming.headers, host: new URL(engine).host } }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).end(body);
    });
  });
  const queue = await listenLocally((incoming, response) => {
    void text(incoming).then((body) => {
      const { Entries } = JSON.parse(body) as { Entries: { Id: string; MessageBody: string; DelaySeconds: number }[] };
      queued.push(...Entries.map(({ MessageBody, DelaySeconds }) => ({ body: MessageBody, delaySeconds: DelaySeconds })));
      response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify({ Successful: Entries.map(({ Id, MessageBody }) => ({ Id, MessageId: `m-${Id}`, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') })) }));
    });
  });
  const bus: PretendBus = { there: new Set(), said: [], sentAway: [] };
  const data = await listenLocally((incoming, response) => {
    void text(incoming).then((payload) => {
      const status = answerOfBus(bus, incoming, payload);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ connected: true }));
    });
  });
  const extension = await listenLocally((incoming, response) => {
    const secret = secrets[new URL(incoming.url ?? '', 'http://local').searchParams.get('secretId') ?? ''];
    response.statusCode = incoming.headers['x-aws-parameters-secrets-token'] !== 'of-this-function' ? 401 : secret === undefined ? 400 : 200;
    response.end(JSON.stringify(secret === undefined ? {} : { ARN: 'arn', SecretString: secret }));
  });
  return {
    touched, queued, secrets, bus,
    settings: { DYNAMODB_ENDPOINT: table.address, IOT_DATA_URL: data.address, DUE_QUEUE_URL: `${queue.address}/111122223333/my-care-example-due`, PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(extension.address).port },
    close: async () => { await Promise.all([table.close(), queue.close(), data.close(), extension.close()]); },
  };
}

function partitionsIn(action: string, asked: Json): readonly { action: string; partition: string }[] {
  if (action === 'TransactWriteItems') return asked.TransactItems.flatMap((item: Json) => Object.entries<Json>(item).map(([part, { Item, Key }]) => ({ action: part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`, partition: (Item ?? Key).pk.S })));
  return [{ action, partition: action === 'Query' ? asked.ExpressionAttributeValues[':p'].S : asked.Key?.pk.S ?? '' }];
}

/** Signed for the data plane, or refused; a device that is not there is not found. */
function answerOfBus({ there, said, sentAway }: PretendBus, { method, url, headers }: IncomingMessage, payload: string): number {
  if (!/^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/eu-west-2\/iotdata\/aws4_request,/.test(headers.authorization ?? '') || headers['x-amz-security-token'] !== 'of-this-function') return 403;
  const { pathname, searchParams } = new URL(url ?? '', 'http://local');
  const [, kind, name = ''] = pathname.split('/').map(decodeURIComponent);
  if (kind === 'topics' && method === 'POST' && searchParams.get('qos') === '1') {
    said.push({ topic: name, payload, isKept: searchParams.get('retain') === 'true' });
    return 200;
  }
  if (kind !== 'connections' || !there.has(name)) return 404;
  if (method === 'DELETE') {
    there.delete(name);
    sentAway.push(name);
  }
  return 200;
}
