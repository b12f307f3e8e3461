import type { Page } from './page.ts';
import { agreeToPartPage } from './pages/agree-to-part.ts';
import { answerMorePage } from './pages/answer-more.ts';
import { askForServicePage } from './pages/ask-for-service.ts';
import { askMorePage } from './pages/ask-more.ts';
import { budgetWaitingPage } from './pages/budget-waiting.ts';
import { budgetFilePage, budgetPage } from './pages/budget.ts';
import { cancelRequestPage } from './pages/cancel-request.ts';
import { changeBudgetPage } from './pages/change-budget.ts';
import { compareServicesPage } from './pages/compare-services.ts';
import { decidePage } from './pages/decide-request.ts';
import { personRequestsPage } from './pages/person-requests.ts';
import { requestStepsPage } from './pages/request-steps.ts';
import { serviceIdeasPage } from './pages/service-ideas.ts';
import { servicePage } from './pages/service.ts';
import { servicesPage } from './pages/services.ts';

/** A person’s budget, what they asked for, and the services there are. */
export const moneyPages: readonly Page[] = [
  budgetPage,
  budgetFilePage,
  changeBudgetPage,
  budgetWaitingPage,
  personRequestsPage,
  decidePage,
  requestStepsPage,
  cancelRequestPage,
  agreeToPartPage,
  askMorePage,
  answerMorePage,
  servicesPage,
  compareServicesPage,
  serviceIdeasPage,
  servicePage,
  askForServicePage,
];
