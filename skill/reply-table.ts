import { replyToCanYouTalk, replyToSureAllRight } from './alert/help-wanted.ts';
import { replyToWaitingAlert } from './alert/waiting-alert.ts';
import { replyToHearSpending } from './budget/budget-summary.ts';
import { replyToAskAdviser } from './budget/can-i-use-budget.ts';
import { replyToWantIdeas } from './budget/taken-back.ts';
import { replyToSendCancel, replyToWhichVisit } from './care-visit/cancel-care-visit.ts';
import { replyToHearVisit } from './care-visit/care-visit-purpose.ts';
import { replyToHearPurposes, replyToMoreVisits } from './care-visit/care-visits-on-day.ts';
import { replyToMoveToWhen, replyToSendMove } from './care-visit/move-care-visit.ts';
import { replyToTellBackup } from './care-visit/where-is-my-carer.ts';
import { replyToAnythingElse } from './everyday/anything-else.ts';
import { replyToCallMe } from './everyday/fallback.ts';
import { replyToIsThatRight } from './everyday/is-that-right.ts';
import { replyToTakeUpAgain } from './everyday/resume.ts';
import { replyToWhichOfTwo } from './everyday/which-of-two.ts';
import { replyToSayPin } from './household/private-answers.ts';
import { replyToNewPin } from './household/set-privacy.ts';
import { replyToUnlink } from './household/unlink-speaker.ts';
import { replyToChangeWhoKnows, replyToStopTelling } from './household/who-knows.ts';
import { replyToHearMessage, replyToTellSender } from './message/messages.ts';
import { replyToSendWord, replyToWhatToTell } from './message/send-word.ts';
import { replyToHowDidItGo } from './outcome/how-it-went.ts';
import { replyToKeepWellbeing, replyToMoreWellbeing, replyToWellbeingQuestion, replyToWellbeingWho } from './outcome/wellbeing.ts';
import { replyToMoreReminders } from './reminder/my-reminders.ts';
import { replyToSetReminder } from './reminder/set-reminder.ts';
import { replyToStopReminders } from './reminder/stop-reminders.ts';
import type { ReplyTable } from './replies.ts';
import { replyToAskOrAnother, replyToWhichService } from './service/choose-service.ts';
import { replyToLookFor, replyToWhatDoYouNeed } from './service/find-service.ts';
import { replyToAnotherIdea, replyToStartRequest } from './service/suggest-service.ts';
import { replyToSendAnswer, replyToWhatToAnswer } from './service-request/answer-more.ts';
import { replyToHowMany, replyToWhichDay } from './service-request/how-many-and-when.ts';
import { replyToPutWithVisits } from './service-request/put-with-visits.ts';
import { replyToAskTwice, replyToNotEnough, replyToSendRequest } from './service-request/send-request.ts';

/** Who takes the answer to each question we ask. */
export const replyTable: ReplyTable = {
  'anything-else': replyToAnythingElse,
  'another-idea': replyToAnotherIdea,
  'ask-adviser': replyToAskAdviser,
  'ask-or-another': replyToAskOrAnother,
  'ask-twice': replyToAskTwice,
  'call-me': replyToCallMe,
  'can-you-talk': replyToCanYouTalk,
  'sure-all-right': replyToSureAllRight,
  'waiting-alert': replyToWaitingAlert,
  'change-who-knows': replyToChangeWhoKnows,
  'hear-message': replyToHearMessage,
  'hear-purposes': replyToHearPurposes,
  'hear-spending': replyToHearSpending,
  'hear-visit': replyToHearVisit,
  'how-did-it-go': replyToHowDidItGo,
  'how-many': replyToHowMany,
  'is-that-right': replyToIsThatRight,
  'look-for': replyToLookFor,
  'more-reminders': replyToMoreReminders,
  'more-visits': replyToMoreVisits,
  'move-to-when': replyToMoveToWhen,
  'new-pin': replyToNewPin,
  'not-enough': replyToNotEnough,
  'say-pin': replyToSayPin,
  'send-cancel': replyToSendCancel,
  'send-move': replyToSendMove,
  'send-request': replyToSendRequest,
  'set-reminder': replyToSetReminder,
  'start-request': replyToStartRequest,
  'stop-reminders': replyToStopReminders,
  'stop-telling': replyToStopTelling,
  'take-up-again': replyToTakeUpAgain,
  'tell-backup': replyToTellBackup,
  'tell-sender': replyToTellSender,
  'unlink': replyToUnlink,
  'put-with-visits': replyToPutWithVisits,
  'send-answer': replyToSendAnswer,
  'send-word': replyToSendWord,
  'what-to-answer': replyToWhatToAnswer,
  'what-to-tell': replyToWhatToTell,
  'want-ideas': replyToWantIdeas,
  'what-do-you-need': replyToWhatDoYouNeed,
  'which-day': replyToWhichDay,
  'which-of-two': replyToWhichOfTwo,
  'which-service': replyToWhichService,
  'which-visit': replyToWhichVisit,
  'wellbeing-who': replyToWellbeingWho,
  'wellbeing-question': replyToWellbeingQuestion,
  'keep-wellbeing': replyToKeepWellbeing,
  'more-wellbeing': replyToMoreWellbeing,
};
