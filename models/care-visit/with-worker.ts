import type { CareWorker, VisitBook } from './care-visit.ts';

/** The book with this care worker in it: somebody the provider has, who may never have come to this person before. */
export function withWorker(book: VisitBook, worker: CareWorker): VisitBook {
  return book.workers.some(({ id }) => id === worker.id) ? book : { ...book, workers: [...book.workers, worker] };
}
