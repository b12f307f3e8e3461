import type { Page } from './page.ts';
import { achievedFilePage, achievedPartPage } from './pages/achieved-part.ts';
import { achievedReportFilePage, achievedReportPage } from './pages/achieved-report.ts';
import { achievedPage } from './pages/achieved.ts';
import { addPersonPage } from './pages/add-person.ts';
import { addRotaCalendarPage } from './pages/add-rota-calendar.ts';
import { budgetChangesPage } from './pages/budget-changes.ts';
import { catalogueProvidersPage } from './pages/catalogue-providers.ts';
import { catalogueServicePage } from './pages/catalogue-service.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { deskPage } from './pages/desk.ts';
import { directoryReportFilePage, directoryReportPage } from './pages/directory-report.ts';
import { fairnessPage } from './pages/fairness.ts';
import { goalsInExamplePage } from './pages/goals-in-example.ts';
import { goalsInPage } from './pages/goals-in.ts';
import { moneyInExamplePage } from './pages/money-in-example.ts';
import { moneyInPage } from './pages/money-in.ts';
import { peoplePage } from './pages/people.ts';
import { providerFilePage, providerPage } from './pages/provider.ts';
import { providersFilePage, providersPage } from './pages/providers.ts';
import { queuePage } from './pages/queue.ts';
import { rotaCalendarsPage } from './pages/rota-calendars.ts';
import { ruleReachFilePage, ruleReachPage } from './pages/rule-reach.ts';
import { ruleTriedPage } from './pages/rule-tried.ts';
import { ruleVersionsPage } from './pages/rule-versions.ts';
import { rulePage } from './pages/rule.ts';
import { rulesPage } from './pages/rules.ts';
import { spokenQuestionsPage } from './pages/spoken-questions.ts';
import { visitClientsPage } from './pages/visit-clients.ts';
import { visitColumnsPage } from './pages/visit-columns.ts';
import { visitRunFilePage, visitRunPage } from './pages/visit-run.ts';
import { visitSourceSettingsPage } from './pages/visit-source-settings.ts';
import { visitSourcePage } from './pages/visit-source.ts';
import { visitsInPage } from './pages/visits-in.ts';

/** What staff work with that is about no one person: the desk, what waits, the rules, the catalogue, what comes in, and figures. */
export const councilPages: readonly Page[] = [
  deskPage,
  queuePage,
  peoplePage,
  addPersonPage,
  rulesPage,
  ruleReachPage,
  ruleReachFilePage,
  rulePage,
  ruleVersionsPage,
  ruleTriedPage,
  cataloguePage,
  catalogueProvidersPage,
  directoryReportPage,
  directoryReportFilePage,
  catalogueServicePage,
  spokenQuestionsPage,
  achievedPage,
  achievedReportPage,
  achievedReportFilePage,
  fairnessPage,
  achievedPartPage,
  achievedFilePage,
  providersPage,
  providersFilePage,
  providerPage,
  providerFilePage,
  budgetChangesPage,
  visitsInPage,
  rotaCalendarsPage,
  addRotaCalendarPage,
  visitRunPage,
  visitRunFilePage,
  visitSourcePage,
  visitSourceSettingsPage,
  visitColumnsPage,
  visitClientsPage,
  goalsInPage,
  goalsInExamplePage,
  moneyInPage,
  moneyInExamplePage,
];
