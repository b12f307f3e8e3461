// Keeps one promise: what was built for Lambda is run as Lambda runs it, by its Runtime API, with nothing but its own folder, and frozen between two calls.
import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { listenLocally } from './local-server.ts';

/** Whatever a function answers. */
type Json = ReturnType<typeof JSON.parse>;

/** A function that failed, as Lambda would say it. */
export class FunctionFailed extends Error {}

export interface RunningFunction {
  /** Calls it; throws `FunctionFailed` when it does. */
  call(event: unknown): Promise<Json>;
  /** Every line it wrote to its log. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

const bootstrap = fileURLToPath(new URL('./lambda-bootstrap.cjs', import.meta.url));

export async function runFunction(folder: string, handler: string, settings: Readonly<Record<string, string>>, region = 'eu-west-2'): Promise<RunningFunction> {
  const lines: string[] = [];
  let waiting: ServerResponse | undefined;
  let asked: { readonly event: unknown; readonly answer: (outcome: { body: Json } | { failed: string }) => void } | undefined;
  let calls = 0;
  const give = () => {
    if (waiting === undefined || asked === undefined) return;
    waiting.setHeader('lambda-runtime-aws-request-id', `call-${(calls += 1)}`).setHeader('lambda-runtime-invoked-function-arn', `arn:aws:lambda:${region}:111122223333:function:my-care-example:live`).setHeader('lambda-runtime-deadline-ms', String(Date.now() + 8_000)).end(JSON.stringify(asked.event));
    waiting = undefined;
  };
  const runtime = await listenLocally((request, response) => {
    if (request.url?.endsWith('/invocation/next') === true) {
      waiting = response;
      give();
      return;
    }
    void text(request).then((body) => {
      response.statusCode = 202;
      response.end();
      asked?.answer(request.url?.endsWith('/response') === true ? { body: JSON.parse(body) } : { failed: body });
    });
  });
  const child = spawn(process.execPath, [bootstrap], {
    cwd: folder,
    env: {
      ...settings, AWS_LAMBDA_RUNTIME_API: runtime.address.replace('http://', ''), LAMBDA_TASK_ROOT: folder, _HANDLER: handler, AWS_REGION: region, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_SESSION_TOKEN: 'of-this-function',
      AWS_LAMBDA_FUNCTION_NAME: handler, TZ: ':UTC', PATH: '/usr/bin',
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => { lines.push(...String(data).split('\n').filter((line) => line !== '')); });
  const ended = new Promise<void>((resolve) => child.once('exit', () => { asked?.answer({ failed: `it ended: ${lines.join(' ')}` }); resolve(); }));
  return {
    lines,
    call: async (event) => {
      const outcome = await new Promise<{ body: Json } | { failed: string }>((resolve) => {
        asked = { event, answer: resolve };
        child.kill('SIGCONT');
        give();
      });
      asked = undefined;
      child.kill('SIGSTOP');
      if ('failed' in outcome) throw new FunctionFailed(outcome.failed);
      return outcome.body;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await runtime.close();
    },
  };
}
