import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import type { Environment } from 'nunjucks';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import { devices, type DeskSpeaker, type DeskTurn, type Said } from './conversation-port.ts';
import { readForm, readPress, readSay, refusalOf, type SpeakerForm } from './read-turn.ts';
import { answerPieces, elsewherePiece, speakerPage } from './speaker-view.ts';

interface Needs { readonly speaker: DeskSpeaker; readonly templates: Environment }

/** The desk speaker: talk to the skill in a browser, with a script or without one. */
export function speakerPages(needs: Needs): Router {
  const router = express.Router();
  router.get(paths.speaker, (request, response) => view(needs, request, response));
  router.post(paths.speaker, sameOrigin, express.urlencoded({ extended: false, limit: '100kb' }), (request, response) => submit(needs, request, response));
  router.post(paths.speakerSay, sameOrigin, express.json({ limit: '10kb' }), async ({ body }, response) => {
    const input = readSay(body, needs.speaker.people());
    response.json(withPieces(needs, input, await needs.speaker.say(input)));
  });
  router.post(paths.speakerPress, sameOrigin, express.json({ limit: '10kb' }), async ({ body }, response) => {
    const input = readPress(body, needs.speaker.people());
    response.json(withPieces(needs, input, await needs.speaker.press(input)));
  });
  router.get(paths.speakerElsewhere, async ({ query }, response) => {
    const person = needs.speaker.people().find(({ id }) => id === query.person);
    if (person === undefined) throw new PageProblem(400, 'I do not know that person. Choose who is speaking from the page.');
    const elsewhere = await needs.speaker.elsewhere(person.id);
    response.json({ elsewhere, html: elsewherePiece(needs.templates, elsewhere) });
  });
  return router;
}

async function view({ speaker, templates }: Needs, request: Request, response: Response): Promise<void> {
  const people = speaker.people();
  const person = people.find(({ id }) => id === request.query.person) ?? people[0];
  if (person === undefined) throw new PageProblem(503, 'Nobody is set up to try this with yet. Please come back later.');
  const device = devices.find((each) => each === request.query.device) ?? 'speaker';
  const turn = { conversationId: randomUUID(), personId: person.id, device };
  response.type('html').send(speakerPage(templates, { people, turn, elsewhere: await speaker.elsewhere(person.id) }));
}

/** Without a script each sentence is a form sent, and the answer is the page that comes back. */
async function submit(needs: Needs, request: Request, response: Response): Promise<void> {
  const people = needs.speaker.people();
  const form = readForm(request.body, people);
  const { turn, earlier } = form;
  if (form.wantsStartAgain) {
    response.redirect(303, `${paths.speaker}?${new URLSearchParams({ person: turn.personId, device: turn.device }).toString()}`);
    return;
  }
  const refusal = form.press === undefined ? refusalOf(form.text) : undefined;
  const said = refusal === undefined ? await answer(needs.speaker, form) : undefined;
  const elsewhere = await needs.speaker.elsewhere(turn.personId);
  response.status(refusal === undefined ? 200 : 400).type('html').send(speakerPage(needs.templates, {
    people, turn, elsewhere, earlier,
    ...(said === undefined ? {} : { said }),
    ...(refusal === undefined ? {} : { problem: { text: form.text, message: refusal } }),
  }));
}

function answer(speaker: DeskSpeaker, { turn, press, text }: SpeakerForm): Promise<Said> {
  return press === undefined ? speaker.say({ ...turn, text }) : speaker.press({ ...turn, arguments: ['choose', press] });
}

function withPieces({ speaker, templates }: Needs, turn: DeskTurn, said: Said): Said & { readonly html: object } {
  return { ...said, html: answerPieces(templates, speaker.people(), turn, said) };
}
