import type { LocalDate } from '../shared/index.ts';
import type { Directory } from './directory.ts';
import type { Place } from './distance.ts';
import { describe, type FoundService } from './found-service.ts';

/** One service with the facts as on that day, as when the person asks for more about number two. */
export function foundById(directory: Directory, id: string, { today, near }: { readonly today: LocalDate; readonly near?: Place | undefined }): FoundService | undefined {
  const entry = directory.byId.get(id);
  return entry && describe(entry, today, near);
}
