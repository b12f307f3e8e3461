import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Environment } from 'nunjucks';
import { accessTable, actorOf, mayDo, type Action, type Identity, type Session } from '../../models/access/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { localDate, type Instant, type PersonId } from '../../models/shared/index.ts';
import { PageProblem } from '../errors.ts';
import { sameOrigin } from '../same-origin.ts';
import type { ConsoleServices } from './console-port.ts';
import { sessionCookie } from './session-cookie.ts';
import { readUpload } from './uploaded-file.ts';
import { navigationFor } from './navigation.ts';
import { dateText } from './words.ts';
import { visitSeen } from './visit-seen.ts';

/** Something in a form that has to be mended: which field, and how. */
export interface Fault { readonly field: string; readonly message: string }

/** What a page is asked with, once whoever asks has been let in. */
export interface Asked<Rule extends PageRule = PageRule> {
  readonly services: ConsoleServices;
  readonly now: Instant;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string | readonly string[]>>;
  readonly identity: Rule extends 'anybody' ? Identity | undefined : Identity;
  /** The person it is about, as they are now. */
  readonly record: Rule extends 'anybody' | 'signed-in' ? undefined : PersonRecord;
  readonly request: Request;
  readonly response: Response;
}

type View = { readonly template: string; readonly title: string; readonly model?: object } | { readonly file: { readonly name?: string; readonly type: string; readonly text: string } } | { readonly go: string };
/** `shown`: what is shown this once and kept nowhere, such as a code or a password. */
export type Done = { readonly go: string; readonly said?: string } | { readonly faults: readonly Fault[] } | { readonly shown: View };
/** A line of the table of access, or one of the two that need none. */
type PageRule = Action | 'anybody' | 'signed-in';

/** One page: where it is, who may see it, what it shows, and what is done with what is sent from it. */
export interface Page {
  readonly name: string;
  readonly path: string;
  readonly rule: PageRule;
  /** Who may send its form, where that takes more than seeing it. */
  readonly submitRule?: Action;
  /** Its form may bring a file. Nothing of it is read before whoever sends it has been let in. */
  readonly takesFile?: true;
  /** Where somebody who is not signed in is sent; without it, where everybody is. */
  readonly signInAt?: string;
  view(asked: Asked): Promise<View>;
  submit?(asked: Asked): Promise<Done>;
}

/** A page about the council's affairs or nobody's. */
export function page(definition: Omit<Page, 'view' | 'submit'> & { readonly view: (asked: Asked<'signed-in'>) => Promise<View>; readonly submit?: (asked: Asked<'signed-in'>) => Promise<Done> }): Page {
  return definition;
}

/** A page about one person: their record is there. */
export function personPage(definition: Omit<Page, 'view' | 'submit' | 'rule'> & { readonly rule: Action; readonly view: (asked: Asked<'see-person'>) => Promise<View>; readonly submit?: (asked: Asked<'see-person'>) => Promise<Done> }): Page {
  return definition;
}

/** A page before anybody has signed in. */
export function openPage(definition: Omit<Page, 'view' | 'submit' | 'rule'> & { readonly view: (asked: Asked<'anybody'>) => Promise<View>; readonly submit?: (asked: Asked<'anybody'>) => Promise<Done> }): Page {
  return { ...definition, rule: 'anybody' };
}

/** The same words for what is not there and for what is another's. */
export const nothingThere = (): PageProblem => new PageProblem(404, 'There is no page at this address that you can see. If you typed it, check the spelling.');

/** Puts pages at their addresses: each is only reached by whom its rule lets in, and every look at a person's record is written down. */
export function pagesRouter(pages: readonly Page[], { services, templates }: { readonly services: ConsoleServices; readonly templates: Environment }): Router {
  const router = express.Router();
  const form: RequestHandler = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 });
  for (const each of pages) {
    router.get(each.path, async (request, response) => {
      const entered = await enter(each, each.rule, request, response, services);
      if (entered !== undefined) await show(each, entered, [], { services, templates });
    });
    if (each.submit === undefined) continue;
    const read: RequestHandler = each.takesFile !== true ? form : async (request, response, next) => {
      if (await enter(each, each.submitRule ?? each.rule, request, response, services) === undefined) return;
      if (request.is('multipart/form-data') === false) form(request, response, next);
      else {
        await readUpload(request);
        next();
      }
    };
    router.post(each.path, sameOrigin, read, async (request, response) => {
      const entered = await enter(each, each.submitRule ?? each.rule, request, response, services);
      if (entered !== undefined) await take(each, entered, { services, templates });
    });
  }
  return router;
}

interface Entered { readonly asked: Asked; readonly session: Session | undefined }

/** Who is asking, and whether they may; undefined once they were sent to sign in. Another's, unknown and forbidden look the same. */
async function enter(each: Page, rule: PageRule, request: Request, response: Response, services: ConsoleServices): Promise<Entered | undefined> {
  const now = services.clock();
  const token = sessionCookie.read(request);
  const session = await standing(token === undefined ? undefined : await services.sessions.find(token, now), services);
  const asked = { services, now, params: request.params as Record<string, string>, query: textsIn(request.query), form: formIn(request.body), identity: session?.identity, record: undefined, request, response } as unknown as Asked;
  if (rule === 'anybody') return { asked, session };
  if (session === undefined) {
    response.redirect(303, `${each.signInAt ?? '/sign-in'}?next=${encodeURIComponent(request.method === 'GET' ? request.originalUrl : '/')}`);
    return undefined;
  }
  if (rule === 'signed-in') return { asked, session };
  if (accessTable[rule].about === 'council') {
    if (!mayDo(session.identity, rule, { councilId: services.council.id })) throw nothingThere();
    return { asked, session };
  }
  const personId = request.params['personId'];
  const record = typeof personId === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(personId) ? await services.records.byPerson(services.council.id, personId as PersonId) : undefined;
  if (record === undefined || !mayDo(session.identity, rule, { councilId: services.council.id, household: record.household, ...visitSeen(record, request.params['visitId'], now) })) throw nothingThere();
  if (session.identity.kind !== 'person') await services.audit.write({ who: actorOf(session.identity), personId: record.personId, what: each.name, why: request.method === 'GET' ? 'look' : 'change', at: now });
  return { asked: { ...asked, record } as unknown as Asked, session };
}

/** A care worker who was stopped is out at once, whatever became of their sessions. */
async function standing(session: Session | undefined, { workers }: ConsoleServices): Promise<Session | undefined> {
  return session?.identity.kind === 'worker' && !await workers.stands(session.identity) ? undefined : session;
}

async function show(each: Page, { asked, session }: Entered, faults: readonly Fault[], { services, templates }: { readonly services: ConsoleServices; readonly templates: Environment }, shown?: View): Promise<void> {
  const { request, response } = asked;
  const view = shown ?? await each.view(asked);
  if ('go' in view) response.redirect(303, view.go);
  else if ('file' in view) {
    if (view.file.name !== undefined) response.set('Content-Disposition', `attachment; filename="${view.file.name}"`);
    response.type(view.file.type).send(view.file.text);
  }
  else {
    const said = typeof request.query['said'] === 'string' ? noted[request.query['said']] : undefined;
    response.status(faults.length > 0 ? 400 : 200).type('html').send(templates.render(view.template, {
      title: view.title, council: services.council, isDemonstration: services.isDemonstration, navigation: navigationFor(session?.identity, asked.record, each.path), identity: session?.identity,
      csrf: session?.csrf ?? '', faults, fault: Object.fromEntries(faults.map(({ field, message }) => [field, { text: message }])), said, form: asked.form, personId: asked.record?.personId, name: asked.record?.household.name.preferred, leftOn: asked.record?.household.left === undefined ? undefined : dateText(localDate(asked.record.household.left.at, asked.record.household.timeZone)), ...view.model,
    }));
  }
}

/** What is said at the top of the next page; only these, so that an address cannot put words there. */
const noted: Readonly<Record<string, string>> = {
  done: 'That is done.', 'request-split': 'These are two requests now, and each waits for a decision of its own.', 'erasure-asked': 'That is asked for. Somebody else of the council has to agree before anything is erased.', 'erasure-taken-back': 'It is not asked for any more. Nothing was erased.', erased: 'That is erased. This is the proof of it.', thanks: 'Thank you. That is kept.', 'nothing-kept': 'You stopped. Nothing was kept.', left: 'They have left. Nothing is said or told from now on.', back: 'They are back. Set up what they need anew.', withdrawn: 'That is withdrawn, from this moment.', added: 'They are added. What follows is still to do.', kept: 'That is kept.', stopped: 'They are told nothing from now on.', sent: 'That is sent. They are told that a message waits, outside their quiet hours, and it is read out when they ask.', asked: 'That is kept. They are asked about it, and nothing happens before their yes.',
  agreed: 'Agreed. They are told at once.', 'half-agreed': 'Your yes is kept. Nothing is set aside, and they are told nothing, until somebody else agrees as well.', declined: 'Declined. They are told at once, with your reason when they ask.', answered: 'Closed for everybody.', uncertain: 'It is not certain that this went through. Look again in a moment.', 'signed-out': 'You are signed out.',
  'calendar-ended': 'That address is ended. Calendars that read it find nothing there from now on; what they copied before, they may still show until you remove it.',
  'in-hand': 'You have it in hand. Family are still told until it is closed.', 'let-go': 'It is let go: anybody at the desk can take it.', 'tried-again': 'It is tried again now.',
  recorded: 'That is recorded.', 'taken-back': 'That is taken back.', 'worker-stopped': 'They are signed out everywhere and cannot come back.', 'visit-code': 'Here is the new code. One that was printed before opens nothing any more.',
  'assistant-ended': 'That key is ended. Whoever uses it is let in no more.',
  passkey: 'The passkey is kept. Next time you can sign in with it.', 'passkey-removed': 'That passkey is removed.',
  cancelled: 'That is cancelled.', 'budget-changed': 'That is in the ledger.', 'budget-waits': 'That waits for somebody else to agree. No money has moved.', 'budget-not-agreed': 'That is not done, and waits no more. No money has moved.', 'part-agreed': 'That part is agreed, and the rest declined. They are told at once, with your reason when they ask.', 'part-agreed-rest-waits': 'That part is agreed, and they are told at once. The rest goes on waiting.',
  'more-asked': 'That is asked. They are told at once, and the request waits for the answer.', 'more-answered': 'The answer is with the council. The request waits for the decision now.',
  'asked-for': 'That is asked for.', 'adviser-asked': 'The adviser is asked. Nothing is spent until the answer is yes.',
  invited: 'They are invited. They are told nothing until they have said yes.', 'invited-unsent': 'The invitation is kept, but was not sent: they were written to three times today. Send it again tomorrow.', 'invitation-withdrawn': 'The invitation is withdrawn. It cannot be said yes to any more.', 'invitation-declined': 'You said no. They are not told why.', 'invitation-accepted': 'Thank you. This is what you may see.', 'left-circle': 'You have left the circle, and are signed out.',
  'message-taken-back': 'That message is taken back. They will not hear it.',
  'job-offered': 'That is asked for. Everybody who may help sees it.', 'job-take': 'Thank you. It is yours, and everybody sees that.', 'job-give-back': 'It is free again, and everybody who may help sees that.', 'job-take-back': 'It is free again. Ring them, so that they know.', 'job-done': 'Done. Thank you.', 'job-drop': 'That is not needed any more, and everybody sees it.',
  'visits-in': 'That is brought in. Whoever should know is told.', 'visits-thrown-away': 'That is thrown away. Nothing was changed.', 'visits-cancelled': 'Those visits are cancelled, and the people concerned are told.', 'visits-left': 'They stay as they are. If the next file lacks them too, they are listed again.', 'columns-kept': 'That is kept. Send the file once more, and it is read so.', 'client-linked': 'That is kept. The next file finds them.',
  'calendar-added': 'That is kept. It is read within a minute, and about once an hour from then on.', 'calendar-asked': 'That is asked. Look at this page again in a minute.', 'calendar-stopped': 'It is not read any more. What it brought stays.',
  screen: 'The screen is set up. It shows its welcome now: press OK on it once, so that it may speak.', 'screen-removed': 'That is removed. It shows nothing any more.',
};

async function take(each: Page, entered: Entered, needs: { readonly services: ConsoleServices; readonly templates: Environment }): Promise<void> {
  const { asked, session } = entered;
  if (session !== undefined && !isSame(String(asked.form['_csrf'] ?? ''), session.csrf)) throw new PageProblem(403, 'That form was open for too long, or came from elsewhere, so nothing was done. Go back, open the page again and send it once more.');
  const done = await each.submit?.(asked);
  if (done === undefined) return;
  if ('faults' in done) await show(each, entered, done.faults, needs);
  else if ('shown' in done) await show(each, entered, [], needs, done.shown);
  else asked.response.redirect(303, done.said === undefined ? done.go : `${done.go}${done.go.includes('?') ? '&' : '?'}said=${done.said}`);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function textsIn(query: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

function formIn(body: unknown): Record<string, string | readonly string[]> {
  return Object.fromEntries(Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) => (typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string')) ? [[name, value as string | readonly string[]]] : [])));
}
