import type { Page } from './page.ts';
import { alertsPage } from './pages/alerts.ts';
import { appointmentsFilePage } from './pages/appointments-file.ts';
import { assistantsPage } from './pages/assistants.ts';
import { auditPage } from './pages/audit.ts';
import { calendarsPage } from './pages/calendars.ts';
import { circleMemberPage } from './pages/circle-member.ts';
import { circlePage } from './pages/circle.ts';
import { devicesPage } from './pages/devices.ts';
import { invitePage } from './pages/invite.ts';
import { jobsPage } from './pages/jobs.ts';
import { leaveCirclePage } from './pages/leave-circle.ts';
import { messagesPage } from './pages/messages.ts';
import { offerJobPage } from './pages/offer-job.ts';
import { personVisitsPage } from './pages/person-visits.ts';
import { phrasesCodePage, phrasesPage } from './pages/phrases.ts';
import { plannedActivitiesPage } from './pages/planned-activities.ts';
import { rehearsePage } from './pages/rehearse.ts';
import { routinePage } from './pages/routine.ts';
import { routinesPage } from './pages/routines.ts';
import { screensPage } from './pages/screens.ts';
import { speechPage } from './pages/speech.ts';
import { todayPage } from './pages/today.ts';
import { toldMemberPage } from './pages/told-member.ts';
import { visitCodePage, visitCodePicturePage } from './pages/visit-code.ts';
import { visitsDonePage } from './pages/visits-done.ts';

/** A person’s days, what was told, who is around them, and what stands in their home. */
export const dayPages: readonly Page[] = [
  todayPage,
  personVisitsPage,
  visitsDonePage,
  plannedActivitiesPage,
  appointmentsFilePage,
  routinesPage,
  routinePage,
  alertsPage,
  toldMemberPage,
  messagesPage,
  calendarsPage,
  circlePage,
  circleMemberPage,
  invitePage,
  leaveCirclePage,
  jobsPage,
  offerJobPage,
  speechPage,
  devicesPage,
  assistantsPage,
  screensPage,
  phrasesPage,
  phrasesCodePage,
  visitCodePage,
  visitCodePicturePage,
  rehearsePage,
  auditPage,
];
