import { isAbout } from '../budget/index.ts';
import { requestNews } from './request-news.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

/** The request that words mean: by its reference (or the service's id), else by the names of the service or provider, else by what kind of thing it is. Of several, the one that changed last. */
export function findRequest(requestBook: RequestBook, words: string): ServiceRequest | undefined {
  const news = requestNews(requestBook);
  const said = ` ${plain(words)} `;
  return news.find(({ reference, serviceId }) => serviceId === words || said.includes(` ${plain(reference)} `))
    ?? news.find((request) => namesOf(request).some((name) => said.includes(` ${name} `)))
    ?? news.find((request) => isAbout(request, words))
    ?? news.find(({ serviceName, providerName }) => isAbout({ what: `${serviceName} ${providerName}` }, words));
}

function namesOf({ serviceName, providerName }: ServiceRequest): readonly string[] {
  return [serviceName, providerName].map(plain).filter((name) => name !== '');
}

function plain(text: string): string {
  return (text.toLowerCase().replaceAll(/['’]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
