import QRCode from 'qrcode';
import { actorOf } from '../../../models/access/index.ts';
import { PageProblem } from '../../errors.ts';
import { personPage } from '../page.ts';
import { momentText } from '../words.ts';

/** A square code to hang in the home: a care worker's phone opens the visit with it. It says nothing of who lives there, and opens nothing without their sign-in. */
export const visitCodePage = personPage({
  name: 'visit-code', path: '/people/:personId/visit-code', rule: 'make-visit-code',
  view: async ({ services, record }) => {
    const code = await services.visitWork.code(record.personId);
    return { template: 'console/pages/visit-code.njk', title: 'Code for care workers', model: { made: code === undefined ? undefined : momentText(code.madeAt, record.household.timeZone) } };
  },
  submit: async ({ services, record, identity, now }) => {
    await services.visitWork.renewCode(record.personId, actorOf(identity), now);
    return { go: `/people/${record.personId}/visit-code`, said: 'visit-code' };
  },
});

/** The code as a picture of lines alone. */
export const visitCodePicturePage = personPage({
  name: 'visit-code-picture', path: '/people/:personId/visit-code.svg', rule: 'make-visit-code',
  view: async ({ services, record, request }) => {
    const code = await services.visitWork.code(record.personId);
    if (code === undefined) throw new PageProblem(404, 'That code is not there any more. Make a new one first.');
    return { file: { type: 'image/svg+xml', text: await QRCode.toString(`${request.protocol}://${request.get('Host') ?? 'localhost'}/work/at/${code.code}`, { type: 'svg', margin: 1 }) } };
  },
});
