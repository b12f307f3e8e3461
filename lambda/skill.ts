import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { readConfig } from './config.ts';
import { buildServices } from './services.ts';

const services = buildServices(readConfig(process.env));

/** Alexa calls this. Built once for each cold start; async, because Node 24 on Lambda takes no callbacks. */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  const { ask } = await services;
  return ask(event);
}
