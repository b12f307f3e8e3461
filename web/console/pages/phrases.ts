import QRCode from 'qrcode';
import { personPage } from '../page.ts';

/** A card in large print of what this person can say, made from what is really understood, with a code for the carer's page. */
export const phrasesPage = personPage({
  name: 'phrases', path: '/people/:personId/phrases', rule: 'see-phrases',
  view: ({ services, record }) => Promise.resolve({ template: 'console/pages/phrases.njk', title: 'What you can say', model: { groups: services.phrases(record) } }),
});

/** The code on the card, as a picture of lines alone. */
export const phrasesCodePage = personPage({
  name: 'phrases-code', path: '/people/:personId/phrases.svg', rule: 'see-phrases',
  view: async ({ record, request }) => ({ file: { type: 'image/svg+xml', text: await QRCode.toString(`${request.protocol}://${request.get('Host') ?? 'localhost'}/people/${record.personId}`, { type: 'svg', margin: 1 }) } }),
});
