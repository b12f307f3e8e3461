import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Environment } from 'nunjucks';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import type { BoardDesk } from './board-port.ts';
import { readCollect, readPair, readRemove, type PairForm } from './read-pairing.ts';

interface Needs { readonly board: BoardDesk; readonly templates: Environment }

const mqttInBrowsers = join(createRequire(import.meta.url).resolve('mqtt/package.json'), '../dist/mqtt.esm.js');
const browser = join(import.meta.dirname, 'browser');
const fresh = { index: false, cacheControl: false, redirect: false, setHeaders: (response: Response) => response.set('Cache-Control', 'no-cache') } as const;

const aQuarterOfAnHour = 15 * 60_000;
const triesOfACode = 10;
const codesOffered = 30;

/** The board on a television, and the page where somebody types the code that it shows. */
export function boardPages(needs: Needs): Router {
  const { board, templates } = needs;
  const router = express.Router();
  const json = express.json({ limit: '2kb' });
  const form = express.urlencoded({ extended: false, limit: '10kb' });
  router.get(paths.board, (request, response) => {
    response.type('html').send(templates.render('board/board.njk', { pairAddress: `${request.host}${paths.boardPair}` }));
  });
  router.post(paths.boardCode, sameOrigin, limited(codesOffered, 'This screen has asked for many codes. It will ask again in a quarter of an hour.'), json, async (_request, response) => {
    response.json(await board.offer());
  });
  router.post(paths.boardCollect, sameOrigin, json, async ({ body }, response) => {
    const { code, claim } = readCollect(body);
    response.json(await board.collect(code, claim));
  });
  router.get(paths.boardPair, (request, response) => view(needs, request, response));
  router.post(paths.boardPair, sameOrigin, limited(triesOfACode, 'That was tried too often. Wait a quarter of an hour, then type the code that the screen shows now.'), form, async (request, response) => {
    const read = readPair(request.body, board.people());
    const result = read.problem === undefined ? await board.pair(read.request) : undefined;
    if (result === 'paired') response.redirect(303, `${paths.boardPair}?${new URLSearchParams({ person: read.request.personId, done: 'screen' }).toString()}`);
    else await view(needs, request, response, { form: read.request, message: read.problem ?? notFound });
  });
  router.post(paths.boardHomeAssistant, sameOrigin, limited(triesOfACode, 'That was tried too often. Wait a quarter of an hour.'), form, async (request, response) => {
    const read = readPair({ ...(request.body as object), code: 'AAAAAA' }, board.people());
    if (read.problem !== undefined) return view(needs, request, response, { form: read.request, message: read.problem });
    const made = await board.addHomeAssistant(read.request);
    if (made === 'no-such-person') throw new PageProblem(400, 'I do not know that person. Choose whose home it is from the page.');
    return view(needs, request, response, undefined, { ...made, host: request.hostname });
  });
  router.post(paths.boardRemove, sameOrigin, form, async (request, response) => {
    const { personId, deviceId } = readRemove(request.body, board.people());
    await board.remove(personId, deviceId);
    response.redirect(303, `${paths.boardPair}?${new URLSearchParams({ person: personId, done: 'removed' }).toString()}`);
  });
  router.get(paths.boardWorker, (_request, response) => {
    response.sendFile(join(browser, 'worker.js'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': paths.board } });
  });
  router.get(`${paths.assets}/board/board.css`, (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'board.css'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
  });
  router.get(`${paths.assets}/board/mqtt.js`, (_request, response) => {
    response.sendFile(mqttInBrowsers, { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
  });
  router.use(`${paths.assets}/board`, express.static(browser, fresh));
  return router;
}

const notFound = 'No screen is showing that code now. Check it on the screen, and type it again. A code is good for fifteen minutes.';

async function view({ board, templates }: Needs, request: Request, response: Response, problem?: { readonly form: PairForm; readonly message: string }, home?: object): Promise<void> {
  const people = board.people();
  const wanted = problem?.form.personId ?? request.query.person;
  const person = people.find(({ id }) => id === wanted) ?? people[0];
  if (person === undefined) throw new PageProblem(503, 'Nobody is set up yet. Please come back later.');
  const devices = await board.devicesOf(person.id);
  response.status(problem === undefined ? 200 : 400).type('html').send(templates.render('board/pair.njk', { people, person, devices, home, done: request.query.done, problem: problem?.message, form: problem?.form }));
}

function limited(limit: number, message: string): express.RequestHandler {
  return rateLimit({
    windowMs: aQuarterOfAnHour, limit, standardHeaders: 'draft-8', legacyHeaders: false, ipv6Subnet: 56,
    handler: (_request, _response, next) => { next(new PageProblem(429, message)); },
  });
}
