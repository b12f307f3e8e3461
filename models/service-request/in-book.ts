import { isOpen } from './request-states.ts';
import type { RequestBook, ServiceRequest } from './service-request.ts';

/** The book with a request put in, or put in place of itself as it was. Beyond 60, the oldest that are over are left out; never an open one. */
export function inBook(book: RequestBook, request: ServiceRequest): RequestBook {
  const isKnown = book.requests.some((each) => each.id === request.id);
  const requests = isKnown ? book.requests.map((each) => (each.id === request.id ? request : each)) : [...book.requests, request];
  let over = requests.length - requestsKept;
  return over <= 0 ? { ...book, requests } : { ...book, requests: requests.filter((each) => isOpen(each) || over-- <= 0) };
}

const requestsKept = 60;
