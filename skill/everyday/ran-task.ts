import type { HandlerInput } from 'ask-sdk-core';
import type { LaunchRequest, Response } from 'ask-sdk-model';
import { isComing, nextVisit, visitsOn } from '../../models/care-visit/index.ts';
import { usualPassport } from '../../models/household/index.ts';
import { tell, type Answer } from '../answer.ts';
import { dialogue } from '../converse.ts';
import { isGuarded } from '../household/private-answers.ts';
import { render } from '../render.ts';
import type { SkillServices } from '../services.ts';
import { phone, say } from '../ssml.ts';
import { turnFor, type Turn } from '../turn.ts';
import { countWord, timeOfDayWords, whenWords } from '../words/index.ts';
import { whoIsSpeaking } from '../who-is-speaking.ts';

/** A routine opened us by itself: perhaps nobody is in the room. One short answer without names, and the task is done. */
export async function ranTask(input: HandlerInput, services: SkillServices): Promise<Response> {
  const envelope = input.requestEnvelope;
  const name = (envelope.request as LaunchRequest).task?.name.split('.').at(-1) ?? '';
  const record = await whoIsSpeaking(envelope, { misses: 0 }, services);
  const answer = record === undefined
    ? notLinked(services.helpPhone)
    : briefing(name, turnFor(record, { intent: name, slots: {}, confidence: 1, memory: { misses: 0 }, services, dialogue }, envelope));
  const known = name === 'TodayBriefing' || name === 'NextVisit';
  const status = known ? { code: '200', message: 'ok' } : { code: '404', message: 'unknown task' };
  const done = { type: 'Tasks.CompleteTask', status, ...(known && { result: { payload: 'done' } }) };
  return render({ ...answer, directives: [done] }, { passport: record?.household.passport ?? usualPassport, mayShowCard: false }, envelope);
}

function briefing(task: string, turn: Turn): Answer {
  if (isGuarded(turn)) return tell('Hello from My Care.', 'To hear about your day, open me and ask.');
  return task === 'NextVisit' ? nextOne(turn) : today(turn);
}

function today({ record, today: day, zone, now }: Turn): Answer {
  const visits = visitsOn(record.visitBook, day, zone).filter((visit) => isComing(visit) && visit.endsAt > now);
  const first = visits[0];
  if (first === undefined) return tell('Nobody else is booked to come today.');
  const many = visits.length === 1 ? 'one visit' : `${countWord(visits.length)} visits`;
  return tell(`You have ${many} today.`, `${visits.length === 1 ? 'It is' : 'The first is'} at ${timeOfDayWords(first.from)}.`);
}

function nextOne({ record, today: day, zone, now }: Turn): Answer {
  const visit = nextVisit(record.visitBook, now, zone);
  return visit === undefined ? tell('You have no visits booked.') : tell(`Your next visit is ${visit.on === day ? 'at ' : ''}${whenWords(visit.on, visit.from, day)}.`);
}

function notLinked(helpPhone: string): Answer {
  return tell('This speaker isn’t linked to anyone yet.', say`Your council can help on ${phone(helpPhone)}.`);
}
