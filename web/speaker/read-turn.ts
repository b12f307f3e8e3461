import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { PageProblem } from '../errors.ts';
import { devices, type DeskPerson, type DeskTurn } from './conversation-port.ts';

const longestText = 300;
const conversationId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const turn = { conversationId, personId: z.string().min(1).max(100), device: z.enum(devices) };
const sayBody = z.object({ ...turn, text: z.string().trim() });
const pressBody = z.object({ ...turn, arguments: z.array(z.union([z.string().max(200), z.number(), z.boolean()])).min(1).max(8) });
const earlier = z.array(z.object({ heard: z.string().max(1000), speech: z.string().max(4000) })).max(20);

/** The sentence a script sends, or a problem that says how to mend it. */
export function readSay(body: unknown, people: readonly DeskPerson[]): DeskTurn & { readonly text: string } {
  const said = known(sayBody.safeParse(body), people);
  const refusal = refusalOf(said.text);
  if (refusal !== undefined) throw new PageProblem(400, refusal);
  return said;
}

/** What a script says was pressed on the screen. */
export function readPress(body: unknown, people: readonly DeskPerson[]): DeskTurn & { readonly arguments: unknown[] } {
  return known(pressBody.safeParse(body), people);
}

/** A plain form without scripts: who and where, what was said or pressed, and the turns already shown. */
export interface SpeakerForm {
  readonly turn: DeskTurn;
  readonly text: string;
  readonly press?: string;
  readonly wantsStartAgain: boolean;
  readonly earlier: readonly { readonly heard: string; readonly speech: string }[];
}

const form = z.object({
  conversationId: z.string().catch(''),
  personId: z.string(),
  personWas: z.string().catch(''),
  device: z.enum(devices).catch('speaker'),
  text: z.string().catch(''),
  example: z.string().max(longestText).optional(),
  press: z.string().max(200).optional(),
  'start-again': z.string().optional(),
  earlier: z.string().max(60_000).catch(''),
});

/** Reads the form. Another person means another conversation: nobody carries on where somebody else left off. */
export function readForm(body: unknown, people: readonly DeskPerson[]): SpeakerForm {
  const fields = known(form.safeParse(body), people);
  const isSamePerson = fields.personWas === fields.personId && conversationId.safeParse(fields.conversationId).success;
  return {
    turn: { conversationId: isSamePerson ? fields.conversationId : randomUUID(), personId: fields.personId, device: fields.device },
    text: (fields.example ?? fields.text).trim(),
    ...(fields.press === undefined || !isSamePerson ? {} : { press: fields.press }),
    wantsStartAgain: fields['start-again'] !== undefined,
    earlier: isSamePerson ? turnsShown(fields.earlier) : [],
  };
}

/** Why these words cannot be taken, or nothing when they can. */
export function refusalOf(words: string): string | undefined {
  if (words === '') return 'Say or type something first.';
  return words.length > longestText ? `That is a lot at once. Please use fewer than ${longestText} letters.` : undefined;
}

function known<Turn extends { readonly personId: string }>(parsed: z.ZodSafeParseResult<Turn>, people: readonly DeskPerson[]): Turn {
  if (!parsed.success) throw new PageProblem(400, 'I could not read that. Please open the page again and try once more.');
  if (!people.some(({ id }) => id === parsed.data.personId)) throw new PageProblem(400, 'I do not know that person. Choose who is speaking from the page.');
  return parsed.data;
}

function turnsShown(text: string): SpeakerForm['earlier'] {
  try {
    return earlier.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
