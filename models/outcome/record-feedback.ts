import type { Feedback, OutcomeBook } from './outcome.ts';

/** Keeps the person's words as they said them. The newest 100 are kept here; the same one (by id) is kept once only. */
export function recordFeedback(book: OutcomeBook, feedback: Feedback): OutcomeBook {
  if (book.feedback.some((each) => each.id === feedback.id)) return book;
  return { ...book, feedback: [...book.feedback, feedback].slice(-feedbackKept) };
}

const feedbackKept = 100;
