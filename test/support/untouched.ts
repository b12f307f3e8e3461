// What must be as it was when nothing was agreed to: the money, the requests, the visits, what others were told, who may know, and whose speaker it is.
import type { PersonRecord } from '../../models/person-record/index.ts';

export function untouched({ budget, requestBook, visitBook, messageBook, household, link }: PersonRecord): unknown {
  return structuredClone({
    figures: budget?.figures, entries: budget?.lastEntryNumber, requests: requestBook.requests, changes: visitBook.changeRequests, plan: visitBook.backupPlan,
    told: messageBook.wordLeft, circle: household.circle, answers: household.privacy.answers, speaker: link?.speaker,
  });
}
