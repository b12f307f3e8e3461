import type { Page } from './page.ts';
import { careWorkersOfPage } from './pages/care-workers-of.ts';
import { careWorkersPage } from './pages/care-workers.ts';
import { workSignInPage } from './pages/work-sign-in.ts';
import { workVisitPage } from './pages/work-visit.ts';
import { workHomePage, workPage } from './pages/work.ts';

/** Care workers: who of them is let in, and what they have on their phones. */
export const workPages: readonly Page[] = [
  careWorkersPage,
  careWorkersOfPage,
  workSignInPage,
  workPage,
  workHomePage,
  workVisitPage,
];
