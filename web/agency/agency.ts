import express, { type Router } from 'express';
import type { Environment } from 'nunjucks';
import * as z from 'zod';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import { agencyWords, type AgencyDesk } from './agency-port.ts';

const reportForm = z.object({ personId: z.string(), visitId: z.string().max(200), said: z.enum(agencyWords) });
const choices = [['en-route', 'On the way'], ['late', '20 minutes late'], ['started', 'Arrived'], ['left', 'Left'], ['moved', 'Moved: an hour later'], ['cancelled', 'Cancelled']] as const;

/** The demonstration's care agency: tells how a visit goes, as an agency's own system would over the API. */
export function agencyPages({ agency, templates }: { readonly agency: AgencyDesk; readonly templates: Environment }): Router {
  const router = express.Router();
  const view = async (wanted: unknown, told?: string) => {
    const people = agency.people();
    const person = people.find(({ id }) => id === wanted) ?? people[0];
    if (person === undefined) throw new PageProblem(404, 'There is no page at this address. If you typed it, check the spelling.');
    return templates.render('agency/agency.njk', { people, person, visits: await agency.visits(person.id), choices, told });
  };
  router.get(paths.agency, async ({ query }, response) => { response.type('html').send(await view(query.person)); });
  router.post(paths.agency, sameOrigin, express.urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    const read = reportForm.safeParse(request.body);
    if (!read.success || !agency.people().some(({ id }) => id === read.data.personId)) throw new PageProblem(400, 'I could not read that. Open the page again and choose from the list.');
    const { personId, visitId, said } = read.data;
    response.type('html').send(await view(personId, await agency.report(personId, visitId, said)));
  });
  return router;
}
