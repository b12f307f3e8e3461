import type { Instant } from '../shared/index.ts';
import type { CareVisit, VisitBook } from './care-visit.ts';

/** When somebody is told that nobody has come to this visit, and who, in order: ids of circle members. Empty: nobody. */
export function backupPlanFor(book: VisitBook, visit: CareVisit): { readonly at: Instant; readonly tell: readonly string[] } {
  return { at: (visit.startsAt + book.backupPlan.tellAfterMinutes * 60_000) as Instant, tell: book.backupPlan.tell };
}

/** The book with somebody taken out of the backup plan, as when the person stops us telling them about visits. */
export function dropFromBackupPlan(book: VisitBook, memberId: string): VisitBook {
  return { ...book, backupPlan: { ...book.backupPlan, tell: book.backupPlan.tell.filter((id) => id !== memberId) } };
}
