import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';

/** Reminder and message events, screen errors, and whatever Amazon adds next: taken in, with an empty answer that is always valid. */
export function unknownRequest({ responseBuilder }: HandlerInput): Response {
  return responseBuilder.getResponse();
}
