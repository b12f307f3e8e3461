import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';

/** The line dropped or the person fell silent. Nothing may be said; whatever mattered was kept when it was asked. */
export function sessionEnded({ responseBuilder }: HandlerInput): Response {
  return responseBuilder.getResponse();
}
