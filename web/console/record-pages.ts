import type { Page } from './page.ts';
import { aboutPage } from './pages/about.ts';
import { budgetSettingsPage } from './pages/budget-settings.ts';
import { consentKindPage } from './pages/consent-kind.ts';
import { consentPage } from './pages/consent.ts';
import { dataFilePage, dataPage, dataReadablePage } from './pages/data.ts';
import { erasePage } from './pages/erase.ts';
import { erasurePage, erasuresPage } from './pages/erasures.ts';
import { feedbackPage } from './pages/feedback.ts';
import { goalProgressPage } from './pages/goal-progress.ts';
import { goalPage } from './pages/goal.ts';
import { goalsPage } from './pages/goals.ts';
import { leavePage } from './pages/leave.ts';
import { setUpPage } from './pages/set-up.ts';
import { wellbeingQuestionsPage } from './pages/wellbeing-questions.ts';
import { wellbeingPage } from './pages/wellbeing.ts';

/** How a person's record is looked after: who they are, what they agreed to, what they want and how they are, all that is held, and its end. */
export const recordPages: readonly Page[] = [
  aboutPage,
  setUpPage,
  consentPage,
  consentKindPage,
  goalsPage,
  goalPage,
  goalProgressPage,
  feedbackPage,
  wellbeingPage,
  wellbeingQuestionsPage,
  budgetSettingsPage,
  leavePage,
  dataPage,
  dataReadablePage,
  dataFilePage,
  erasePage,
  erasuresPage,
  erasurePage,
];
