import type { Directive, Response } from 'ask-sdk-model';
import { householdNames, noNames, type NamesDirective } from '../household-names.ts';
import { recall } from '../memory.ts';
import type { Turn } from '../turn.ts';

/** The response with the household's names beside it: at the start of a talk, when something new is offered, and taken away at its end. */
export async function listenForNames(response: Response, turn: Turn, attributes: Readonly<Record<string, unknown>>): Promise<Response> {
  const names = await namesFor(response, turn, recall(attributes).focus?.offered ?? []);
  return names === undefined ? response : { ...response, directives: [...(response.directives ?? []), names as unknown as Directive] };
}

async function namesFor({ shouldEndSession }: Response, turn: Turn, offered: readonly string[]): Promise<NamesDirective | undefined> {
  if (shouldEndSession !== false) return turn.isFirst ? undefined : noNames;
  const isNew = offered.some((id) => turn.memory.focus?.offered?.includes(id) !== true);
  if (!turn.isFirst && !isNew) return undefined;
  return householdNames(turn.record, await turn.services.directory(turn.record.councilId), offered);
}
