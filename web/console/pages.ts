import type { Page } from './page.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { achievedFilePage, achievedPartPage } from './pages/achieved-part.ts';
import { achievedReportFilePage, achievedReportPage } from './pages/achieved-report.ts';
import { achievedPage } from './pages/achieved.ts';
import { fairnessPage } from './pages/fairness.ts';
import { accountPage } from './pages/account.ts';
import { addPersonPage } from './pages/add-person.ts';
import { agreeToPartPage } from './pages/agree-to-part.ts';
import { answerMorePage } from './pages/answer-more.ts';
import { assistantsPage } from './pages/assistants.ts';
import { askMorePage } from './pages/ask-more.ts';
import { appointmentsFilePage } from './pages/appointments-file.ts';
import { askForServicePage } from './pages/ask-for-service.ts';
import { alertsPage } from './pages/alerts.ts';
import { budgetFilePage, budgetPage } from './pages/budget.ts';
import { cancelRequestPage } from './pages/cancel-request.ts';
import { budgetChangesPage } from './pages/budget-changes.ts';
import { budgetWaitingPage } from './pages/budget-waiting.ts';
import { changeBudgetPage } from './pages/change-budget.ts';
import { circleMemberPage } from './pages/circle-member.ts';
import { calendarsPage } from './pages/calendars.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { catalogueProvidersPage } from './pages/catalogue-providers.ts';
import { catalogueServicePage } from './pages/catalogue-service.ts';
import { compareServicesPage } from './pages/compare-services.ts';
import { circlePage } from './pages/circle.ts';
import { decidePage } from './pages/decide-request.ts';
import { deskPage } from './pages/desk.ts';
import { devicesPage } from './pages/devices.ts';
import { homePage } from './pages/home.ts';
import { messagesPage } from './pages/messages.ts';
import { auditPage } from './pages/audit.ts';
import { rehearsePage } from './pages/rehearse.ts';
import { requestStepsPage } from './pages/request-steps.ts';
import { personRequestsPage } from './pages/person-requests.ts';
import { invitationsPage } from './pages/invitations.ts';
import { invitePage } from './pages/invite.ts';
import { jobsPage } from './pages/jobs.ts';
import { leaveCirclePage } from './pages/leave-circle.ts';
import { offerJobPage } from './pages/offer-job.ts';
import { peoplePage } from './pages/people.ts';
import { phonePage } from './pages/phone.ts';
import { phrasesCodePage, phrasesPage } from './pages/phrases.ts';
import { queuePage } from './pages/queue.ts';
import { routinePage } from './pages/routine.ts';
import { routinesPage } from './pages/routines.ts';
import { rulePage } from './pages/rule.ts';
import { ruleReachFilePage, ruleReachPage } from './pages/rule-reach.ts';
import { ruleTriedPage } from './pages/rule-tried.ts';
import { ruleVersionsPage } from './pages/rule-versions.ts';
import { rulesPage } from './pages/rules.ts';
import { personVisitsPage } from './pages/person-visits.ts';
import { providerFilePage, providerPage } from './pages/provider.ts';
import { providersFilePage, providersPage } from './pages/providers.ts';
import { screensPage } from './pages/screens.ts';
import { screensDoorPage } from './pages/screens-door.ts';
import { serviceIdeasPage } from './pages/service-ideas.ts';
import { servicePage } from './pages/service.ts';
import { servicesPage } from './pages/services.ts';
import { signInCodePage } from './pages/sign-in-code.ts';
import { signInMadeUpPage } from './pages/sign-in-made-up.ts';
import { signInReturnPage, signInStaffPage } from './pages/sign-in-staff.ts';
import { signInPage } from './pages/sign-in.ts';
import { speechPage } from './pages/speech.ts';
import { toldMemberPage } from './pages/told-member.ts';
import { todayPage } from './pages/today.ts';
import { visitColumnsPage } from './pages/visit-columns.ts';
import { visitClientsPage } from './pages/visit-clients.ts';
import { visitRunFilePage, visitRunPage } from './pages/visit-run.ts';
import { visitSourcePage } from './pages/visit-source.ts';
import { visitSourceSettingsPage } from './pages/visit-source-settings.ts';
import { moneyInExamplePage } from './pages/money-in-example.ts';
import { moneyInPage } from './pages/money-in.ts';
import { visitsInPage } from './pages/visits-in.ts';
import { careWorkersPage } from './pages/care-workers.ts';
import { careWorkersOfPage } from './pages/care-workers-of.ts';
import { visitCodePage, visitCodePicturePage } from './pages/visit-code.ts';
import { visitsDonePage } from './pages/visits-done.ts';
import { workHomePage, workPage } from './pages/work.ts';
import { workSignInPage } from './pages/work-sign-in.ts';
import { workVisitPage } from './pages/work-visit.ts';
import { recordPages } from './record-pages.ts';

/** Every page of the console. What is not here is not there. */
export const pages: readonly Page[] = [
  signInPage,
  signInCodePage,
  signInMadeUpPage,
  signInStaffPage,
  signInReturnPage,
  accountPage,
  accessibilityPage,
  homePage,
  invitationsPage,
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
  todayPage,
  ...recordPages,
  routinesPage,
  routinePage,
  alertsPage,
  toldMemberPage,
  circlePage,
  calendarsPage,
  appointmentsFilePage,
  circleMemberPage,
  invitePage,
  leaveCirclePage,
  jobsPage,
  offerJobPage,
  messagesPage,
  budgetPage,
  budgetFilePage,
  changeBudgetPage,
  budgetWaitingPage,
  budgetChangesPage,
  personRequestsPage,
  decidePage,
  requestStepsPage,
  cancelRequestPage,
  agreeToPartPage,
  askMorePage,
  answerMorePage,
  speechPage,
  devicesPage,
  assistantsPage,
  screensPage,
  screensDoorPage,
  phonePage,
  phrasesPage,
  phrasesCodePage,
  rehearsePage,
  auditPage,
  servicesPage,
  compareServicesPage,
  serviceIdeasPage,
  servicePage,
  askForServicePage,
  cataloguePage,
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
  personVisitsPage,
  catalogueProvidersPage,
  catalogueServicePage,
  visitsInPage,
  moneyInPage,
  moneyInExamplePage,
  visitRunPage,
  visitRunFilePage,
  visitSourcePage,
  visitSourceSettingsPage,
  visitColumnsPage,
  visitClientsPage,
  visitsDonePage,
  visitCodePage,
  visitCodePicturePage,
  careWorkersPage,
  careWorkersOfPage,
  workSignInPage,
  workPage,
  workHomePage,
  workVisitPage,
];
