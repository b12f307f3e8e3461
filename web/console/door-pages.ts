import type { Page } from './page.ts';
import { accessibilityPage } from './pages/accessibility.ts';
import { accountPage } from './pages/account.ts';
import { homePage } from './pages/home.ts';
import { invitationsPage } from './pages/invitations.ts';
import { phonePage } from './pages/phone.ts';
import { screensDoorPage } from './pages/screens-door.ts';
import { signInCodePage } from './pages/sign-in-code.ts';
import { signInMadeUpPage } from './pages/sign-in-made-up.ts';
import { signInReturnPage, signInStaffPage } from './pages/sign-in-staff.ts';
import { signInPage } from './pages/sign-in.ts';

/** How people get in and out, and what is there for whoever has signed in. */
export const doorPages: readonly Page[] = [
  signInPage,
  signInCodePage,
  signInMadeUpPage,
  signInStaffPage,
  signInReturnPage,
  accountPage,
  accessibilityPage,
  homePage,
  invitationsPage,
  screensDoorPage,
  phonePage,
];
