import { join } from 'node:path';
import express from 'express';
import type { AgencyDesk } from './agency/agency-port.ts';
import { agencyPages } from './agency/agency.ts';
import type { BoardDesk } from './board/board-port.ts';
import { boardPages } from './board/board.ts';
import { calendarFeeds } from './calendar/calendar.ts';
import type { ConsoleServices } from './console/console-port.ts';
import { consolePages } from './console/console.ts';
import { pageNotFound, showProblem, type WebLog } from './errors.ts';
import { paths } from './paths.ts';
import type { PhoneDesk } from './phone/phone-port.ts';
import { phoneLines } from './phone/phone.ts';
import { securityHeaders } from './security.ts';
import type { DeskSpeaker } from './speaker/conversation-port.ts';
import { speakerPages } from './speaker/speaker.ts';
import { startPage } from './start/start.ts';
import { createTemplates } from './templates.ts';

/** What the pages need of the rest. */
export interface WebServices {
  readonly speaker: DeskSpeaker;
  /** Absent where no bus reaches any screen. */
  readonly board?: BoardDesk;
  /** Absent where no keys for push services are set. */
  readonly phone?: PhoneDesk;
  /** Only where people are made up. */
  readonly agency?: AgencyDesk;
  /** The console for staff, family and the person. */
  readonly console?: ConsoleServices;
  readonly log: WebLog;
}

/** All the pages. Mount it last: it answers every address, if only to say that nothing is there. */
export function createWebApp({ speaker, board, phone, agency, console: own, log }: WebServices): express.Express {
  const templates = createTemplates();
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders());
  app.use(paths.assets, assets());
  app.get(paths.health, (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.use(startPage(templates, { hasBoard: board !== undefined, hasAgency: agency !== undefined, hasConsole: own !== undefined }));
  app.use(speakerPages({ speaker, templates }));
  if (agency !== undefined) app.use(agencyPages({ agency, templates }));
  if (board !== undefined) app.use(boardPages({ board, templates }));
  if (own !== undefined && phone !== undefined) app.use(phoneLines({ phone, sessions: own.sessions, clock: own.clock }));
  if (own !== undefined) app.use(calendarFeeds({ calendars: own.calendars }));
  if (own !== undefined) app.use(consolePages({ services: own, templates, log }));
  app.use(pageNotFound);
  app.use(showProblem(templates, log));
  return app;
}

/** Our own styles, scripts and icon, checked for freshness at each visit. Nothing of GOV.UK's own look is served: this is not a GOV.UK page. */
function assets(): express.Router {
  const router = express.Router();
  const fresh = { index: false, cacheControl: false, redirect: false, setHeaders: (response: express.Response) => response.set('Cache-Control', 'no-cache') } as const;
  router.use('/speaker', express.static(join(import.meta.dirname, 'speaker/browser'), fresh));
  for (const file of ['site.css', 'icon.svg', 'speaker/speaker.css']) {
    router.get(`/${file.replace('speaker/', '')}`, (_request, response) => {
      response.sendFile(join(import.meta.dirname, file), { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } });
    });
  }
  return router;
}
