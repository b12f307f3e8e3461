import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Environment } from 'nunjucks';
import { instrumentIds, instruments } from '../../models/outcome/index.ts';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import type { BoardDesk } from './board-port.ts';
import { readCollect, readKnown } from './read-collect.ts';

interface Needs { readonly board: BoardDesk; readonly templates: Environment }

const mqttInBrowsers = join(createRequire(import.meta.url).resolve('mqtt/package.json'), '../dist/mqtt.esm.js');
const browser = join(import.meta.dirname, 'browser');
const fresh = { index: false, cacheControl: false, redirect: false, setHeaders: (response: Response) => response.set('Cache-Control', 'no-cache') } as const;

const aQuarterOfAnHour = 15 * 60_000;
const codesOffered = 30;
const timesAsked = 300;

/** The board on a television. Who types the code that it shows does so in the console. */
export function boardPages({ board, templates }: Needs): Router {
  const router = express.Router();
  const json = express.json({ limit: '2kb' });
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
  router.post(paths.boardKnown, sameOrigin, limited(timesAsked, 'This screen has asked often whether it is known. It will ask again in a quarter of an hour.'), json, async ({ body }, response) => {
    const { deviceId, word } = readKnown(body);
    response.json({ isKnown: await board.isKnown(deviceId, word) });
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
  router.get(`${paths.assets}/board/questions.json`, (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(instrumentIds.map((id) => instruments[id]));
  });
  router.use(`${paths.assets}/board`, express.static(browser, fresh));
  return router;
}

function limited(limit: number, message: string): express.RequestHandler {
  return rateLimit({
    windowMs: aQuarterOfAnHour, limit, standardHeaders: 'draft-8', legacyHeaders: false, ipv6Subnet: 56,
    handler: (_request, _response, next) => { next(new PageProblem(429, message)); },
  });
}
