import type { Express } from 'express';
import { builtOnce } from './built-once.ts';
import { answerHttpEvents, type Front, type HttpAnswer, type HttpEvent } from './http-event.ts';
import type { Settings } from './settings-from-secrets.ts';

/** What one HTTP function is made of: what answers, where it stands, and the turns it has still to count. */
interface HttpParts { readonly app: Express; readonly front: Front; readonly turns: { flush(): Promise<void> } }

/** The handler of a function that answers over HTTP. Once it has answered, the process may stand still for good: what was counted is kept before. */
export function httpHandler(build: (settings: Settings) => HttpParts, now: () => number, env: Settings): (event: HttpEvent) => Promise<HttpAnswer> {
  const parts = builtOnce((settings) => {
    const { app, ...rest } = build(settings);
    return { ...rest, answer: answerHttpEvents(app) };
  }, now, env);
  return async (event) => {
    const { answer, front, turns } = await parts();
    const answered = await answer(event, front);
    await turns.flush();
    return answered;
  };
}
