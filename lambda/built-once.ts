import { withSecrets, type Settings } from './settings-from-secrets.ts';

const freshForMs = 5 * 60_000;

/**
 * The parts of a Lambda function. Without secrets they are built as it starts; with secrets at the first call, and anew when five minutes later one of
 * these has another value: a key that was changed is taken up without a deployment. What cannot be built is tried again at the next call.
 */
export function builtOnce<Parts>(build: (settings: Settings) => Parts, now: () => number, env: Settings): () => Promise<Parts> {
  if ((env['SECRET_IDS'] ?? '') === '') {
    const parts = build(env);
    return () => Promise.resolve(parts);
  }
  let built: { readonly parts: Parts; readonly from: string; at: number } | undefined;
  const renew = async (): Promise<Parts> => {
    const settings = await withSecrets(env);
    const from = JSON.stringify(settings);
    if (built?.from === from) built.at = now();
    else built = { parts: build(settings), from, at: now() };
    return built.parts;
  };
  let renewing: Promise<Parts> | undefined;
  return async () => {
    if (built !== undefined && now() - built.at < freshForMs) return built.parts;
    const before = built?.parts;
    try {
      return await (renewing ??= renew().finally(() => { renewing = undefined; }));
    } catch (cause) {
      // Old keys are better than none.
      if (before === undefined) throw cause;
      return before;
    }
  };
}
