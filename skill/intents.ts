import type { Answer } from './answer.ts';
import { imAllRight, whoWasTold } from './alert/help-wanted.ts';
import { budgetLeft } from './budget/budget-left.ts';
import { budgetSummary } from './budget/budget-summary.ts';
import { canIUseBudget } from './budget/can-i-use-budget.ts';
import { spending } from './budget/spending.ts';
import { takenBack } from './budget/taken-back.ts';
import { backupPlan } from './care-visit/backup-plan.ts';
import { cancelCareVisit } from './care-visit/cancel-care-visit.ts';
import { careVisitPurpose } from './care-visit/care-visit-purpose.ts';
import { careVisitsOnDay } from './care-visit/care-visits-on-day.ts';
import { sayingHowOld } from './care-visit/how-old.ts';
import { moveCareVisit } from './care-visit/move-care-visit.ts';
import { whereIsMyCarer } from './care-visit/where-is-my-carer.ts';
import { nextCareVisit, whoIsComing } from './care-visit/who-is-coming.ts';
import { didNotCatch } from './everyday/fallback.ts';
import { cancel, stop, thankYou, wait } from './everyday/goodbye.ts';
import { help } from './everyday/help.ts';
import { iNeedHelp } from './everyday/i-need-help.ts';
import { justTellMe } from './everyday/just-tell-me.ts';
import { launch } from './everyday/launch.ts';
import { repeat } from './everyday/repeat.ts';
import { resume } from './everyday/resume.ts';
import { why } from './everyday/why.ts';
import { alreadyLinked } from './household/link-with-code.ts';
import { changePin, privacyOff, privacyOn } from './household/set-privacy.ts';
import { unlinkSpeaker } from './household/unlink-speaker.ts';
import { stopTellingSomebody, whatWasTold, whoKnows } from './household/who-knows.ts';
import { explain } from './information/explain.ts';
import { messages } from './message/messages.ts';
import { sayWords, sendWord } from './message/send-word.ts';
import { talkToSomeone } from './message/talk-to-someone.ts';
import { howItWent } from './outcome/how-it-went.ts';
import { myGoals } from './outcome/my-goals.ts';
import { wellbeingQuestions } from './outcome/wellbeing.ts';
import { myReminders } from './reminder/my-reminders.ts';
import { setReminder } from './reminder/set-reminder.ts';
import { stopReminders } from './reminder/stop-reminders.ts';
import { findService } from './service/find-service.ts';
import { serviceDetail } from './service/service-detail.ts';
import { feelingLow, suggestService } from './service/suggest-service.ts';
import { askForService } from './service-request/ask-for-service.ts';
import { cancelThat } from './service-request/cancel-that.ts';
import { requestStatus } from './service-request/request-status.ts';
import { speakFaster, speakNormally, speakShorter, speakSlower } from './speech-passport/change-speech.ts';
import type { Turn } from './turn.ts';

export interface Intent {
  readonly answer: (turn: Turn) => Answer | Promise<Answer>;
  /** Waits for the four numbers when the person keeps their answers private. */
  readonly isPrivate?: true;
  /** Heard whatever else is going on, before any open question and at any confidence. */
  readonly isAlwaysHeard?: true;
}

const open = (answer: Intent['answer']): Intent => ({ answer });
const isPrivate = (answer: Intent['answer']): Intent => ({ answer, isPrivate: true });
const always = (answer: Intent['answer']): Intent => ({ answer, isAlwaysHeard: true });

/** Everything a person can say, and who answers it. Answers to our own questions are in `reply-table.ts`. */
export const intents: Readonly<Record<string, Intent | undefined>> = {
  Launch: open(launch),
  INeedHelpIntent: always(iNeedHelp),
  ImAllRightIntent: open(imAllRight),
  WhoWasToldIntent: open(whoWasTold),
  'AMAZON.HelpIntent': always(help),
  'AMAZON.StopIntent': always(stop),
  'AMAZON.CancelIntent': always(cancel),
  'AMAZON.NavigateHomeIntent': always(stop),
  'AMAZON.RepeatIntent': always(repeat),
  'AMAZON.FallbackIntent': always((turn) => didNotCatch(turn)),
  ThankYouIntent: always(thankYou),
  WaitIntent: always(wait),
  JustTellMeIntent: open(justTellMe),
  WhyIntent: open(why),
  ResumeIntent: open(resume),

  NextCareVisitIntent: isPrivate(sayingHowOld(nextCareVisit)),
  WhoIsComingIntent: isPrivate(sayingHowOld(whoIsComing)),
  CareVisitsOnDayIntent: isPrivate(sayingHowOld(careVisitsOnDay)),
  WhereIsMyCarerIntent: isPrivate(sayingHowOld(whereIsMyCarer)),
  CareVisitPurposeIntent: isPrivate(careVisitPurpose),
  CancelCareVisitIntent: isPrivate(cancelCareVisit),
  MoveCareVisitIntent: isPrivate(moveCareVisit),
  BackupPlanIntent: isPrivate(backupPlan),

  SetReminderIntent: isPrivate(setReminder),
  StopRemindersIntent: open(stopReminders),
  MyRemindersIntent: isPrivate(myReminders),

  BudgetLeftIntent: isPrivate(budgetLeft),
  BudgetSummaryIntent: isPrivate(budgetSummary),
  SpendingIntent: isPrivate(spending),
  CanIUseBudgetIntent: isPrivate(canIUseBudget),
  TakenBackIntent: isPrivate(takenBack),

  FindServiceIntent: open((turn) => findService(turn)),
  SuggestServiceIntent: open(suggestService),
  FeelingLowIntent: open(feelingLow),
  ServiceDetailIntent: open(serviceDetail),
  AskForServiceIntent: isPrivate(askForService),
  RequestStatusIntent: isPrivate(requestStatus),
  CancelThatIntent: open(cancelThat),

  MyGoalsIntent: isPrivate(myGoals),
  WellbeingQuestionsIntent: isPrivate(wellbeingQuestions),
  HowItWentIntent: open(howItWent),
  MessagesIntent: isPrivate(messages),
  SendWordIntent: open(sendWord),
  SayWordsIntent: open(sayWords),
  TalkToSomeoneIntent: open(talkToSomeone),
  ExplainIntent: open((turn) => explain(turn.slots)),

  LinkWithCodeIntent: open(alreadyLinked),
  UnlinkSpeakerIntent: open(unlinkSpeaker),
  SetPinIntent: open(changePin),
  PrivacyOnIntent: open(privacyOn),
  PrivacyOffIntent: open(privacyOff),
  WhoKnowsIntent: isPrivate(whoKnows),
  WhatWasToldIntent: isPrivate(whatWasTold),
  StopTellingIntent: open(stopTellingSomebody),
  SpeakSlowerIntent: open(speakSlower),
  SpeakFasterIntent: open(speakFaster),
  SpeakShorterIntent: open(speakShorter),
  SpeakNormallyIntent: open(speakNormally),
};
