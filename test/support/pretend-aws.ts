// Keeps one promise: a function finds the parts of AWS it uses (the table, the queue, its secrets) on this machine, and what it asked of them can be read afterwards.
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenLocally } from './local-server.ts';

export interface PretendAws {
  /** The settings under which a function finds all of it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Which partitions each function touched since the last `forget`, by what it did. */
  readonly touched: { readonly action: string; readonly partition: string }[];
  readonly queued: { readonly body: string; readonly delaySeconds: number }[];
  readonly secrets: Record<string, string>;
  close(): Promise<void>;
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
  const extension = await listenLocally((incoming, response) => {
    const secret = secrets[new URL(incoming.url ?? '', 'http://local').searchParams.get('secretId') ?? ''];
    response.statusCode = incoming.headers['x-aws-parameters-secrets-token'] !== 'of-this-function' ? 401 : secret === undefined ? 400 : 200;
    response.end(JSON.stringify(secret === undefined ? {} : { ARN: 'arn', SecretString: secret }));
  });
  return {
    touched, queued, secrets,
    settings: { DYNAMODB_ENDPOINT: table.address, DUE_QUEUE_URL: `${queue.address}/111122223333/my-care-example-due`, PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(extension.address).port },
    close: async () => { await Promise.all([table.close(), queue.close(), extension.close()]); },
  };
}

function partitionsIn(action: string, asked: Json): readonly { action: string; partition: string }[] {
  if (action === 'TransactWriteItems') return asked.TransactItems.flatMap((item: Json) => Object.entries<Json>(item).map(([part, { Item, Key }]) => ({ action: part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`, partition: (Item ?? Key).pk.S })));
  return [{ action, partition: action === 'Query' ? asked.ExpressionAttributeValues[':p'].S : asked.Key?.pk.S ?? '' }];
}
