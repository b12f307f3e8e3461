/* global fetch */
// What AWS puts around a function: asks the Runtime API for the next call, answers it, asks again. Source: AWS documentation, “Using the Lambda runtime API”.
const { join } = require('node:path');

const api = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const send = (path, body) => fetch(`${api}${path}`, { method: 'POST', body: JSON.stringify(body) });
const fault = (error) => ({ errorMessage: String(error?.message ?? error), errorType: error?.name ?? 'Error' });

(async () => {
  let handler;
  try {
    const [file, name] = process.env._HANDLER.split('.');
    handler = require(join(process.env.LAMBDA_TASK_ROOT, `${file}.cjs`))[name];
    // As nodejs24.x does: no callbacks.
    if (typeof handler !== 'function' || handler.length > 2) throw new Error(`${process.env._HANDLER} is not an async handler`);
  } catch (error) {
    await send('/init/error', fault(error));
    process.exit(1);
  }
  for (;;) {
    const next = await fetch(`${api}/invocation/next`);
    const id = next.headers.get('lambda-runtime-aws-request-id');
    try {
      const answer = await handler(await next.json(), { awsRequestId: id, functionName: process.env.AWS_LAMBDA_FUNCTION_NAME, invokedFunctionArn: next.headers.get('lambda-runtime-invoked-function-arn') });
      await send(`/invocation/${id}/response`, answer ?? null);
    } catch (error) {
      await send(`/invocation/${id}/error`, fault(error));
    }
  }
})();
