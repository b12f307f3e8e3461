/** Every phrase we put into people's mouths, what it must come to, and the question it may be an answer to. */
export const promptedPhrases: readonly (readonly [phrase: string, intent: string, question?: string])[] = [
  ['yes please', 'AMAZON.YesIntent', 'send-request'], ['that’s right', 'AMAZON.YesIntent', 'is-that-right'], ['no thank you', 'AMAZON.NoIntent', 'hear-message'], ['leave it', 'AMAZON.NoIntent', 'send-request'],
  ['leave it', 'AMAZON.NoIntent', 'unlink'], ['next', 'AMAZON.NextIntent', 'another-idea'], ['stop', 'AMAZON.StopIntent'], ['repeat', 'AMAZON.RepeatIntent'], ['cancel that', 'CancelThatIntent'],
  ['the first one', 'ChooseIntent', 'which-service'], ['the second one', 'ChooseIntent', 'which-visit'], ['the cheaper one', 'ChooseIntent', 'not-enough'], ['Green Fingers', 'ChooseIntent', 'which-service'], ['Priya', 'ChooseIntent', 'which-visit'],
  ['who’s coming today', 'WhoIsComingIntent'], ['who’s coming', 'WhoIsComingIntent'], ['how much have I got', 'BudgetLeftIntent'], ['how much is left of my budget', 'BudgetLeftIntent'], ['I need someone for the garden', 'FindServiceIntent'],
  ['help with the garden', 'FindServiceIntent'], ['any messages', 'MessagesIntent'], ['what happened to my request', 'RequestStatusIntent'], ['who knows about me', 'WhoKnowsIntent'], ['what did I spend it on', 'SpendingIntent'],
  ['what have I spent so far', 'SpendingIntent'], ['what’s that one for', 'CareVisitPurposeIntent'], ['my code is 4 8 2 9 1 3', 'LinkWithCodeIntent'], ['my code is four eight two nine one three', 'LinkWithCodeIntent'],
  ['four four one nine', 'GivePinIntent', 'say-pin'], ['4 4 1 9', 'GivePinIntent', 'new-pin'], ['send it', 'AMAZON.YesIntent', 'say-pin'], ['forget this speaker', 'UnlinkSpeakerIntent'], ['keep my answers private', 'PrivacyOnIntent'],
  ['stop telling Susan', 'StopTellingIntent'], ['stop telling Ann', 'StopTellingIntent', 'change-who-knows'], ['what is a direct payment', 'ExplainIntent'], ['can I use it for bingo', 'CanIUseBudgetIntent'],
  ['it went well, she was lovely', 'HowItWentIntent'], ['it went badly', 'HowItWentIntent', 'how-did-it-go'], ['two', 'GiveAmountIntent', 'how-many'], ['next Tuesday morning', 'GiveDayIntent', 'which-day'],
  ['about one o’clock', 'GiveTimeIntent', 'move-to-when'], ['Thursday at two', 'GiveDayIntent', 'move-to-when'], ['the garden', 'FindServiceIntent', 'what-do-you-need'], ['cleaning', 'FindServiceIntent', 'what-do-you-need'],
  ['stop the reminders', 'StopRemindersIntent'], ['what reminders have I got', 'MyRemindersIntent'], ['remind me an hour before my visit', 'SetReminderIntent'], ['half an hour', 'GiveAmountIntent', 'set-reminder'],
  ['a lift', 'FindServiceIntent', 'what-do-you-need'], ['go on with that', 'AMAZON.YesIntent', 'which-of-two'], ['something else', 'AMAZON.NextIntent', 'which-of-two'],
  ['I don’t remember', 'DontRememberIntent', 'waiting-alert'], ['I’m doing it now', 'DoingItNowIntent', 'waiting-alert'], ['yes', 'AMAZON.YesIntent', 'waiting-alert'], ['I’ve heard that', 'AMAZON.YesIntent', 'waiting-alert'], ['no', 'AMAZON.NoIntent', 'waiting-alert'],
  ['send a message to Susan', 'SendWordIntent'], ['tell them the kettle is broken', 'SayWordsIntent', 'what-to-tell'], ['I want to speak to the council', 'TalkToSomeoneIntent'],
  ['I’m all right', 'ImAllRightIntent', 'can-you-talk'], ['ask him', 'ChooseIntent', 'not-enough'], ['one o’clock', 'GiveTimeIntent', 'move-to-when'], ['Thursday', 'GiveDayIntent', 'which-day'], ['Sam', 'ChooseIntent'],
  ['skip', 'AMAZON.NextIntent', 'wellbeing-question'], ['hardly ever or never', 'GiveRatingIntent', 'wellbeing-question'], ['some of the time', 'GiveRatingIntent', 'wellbeing-question'], ['often', 'GiveRatingIntent', 'wellbeing-question'], ['often or always', 'GiveRatingIntent', 'wellbeing-question'], ['occasionally', 'GiveRatingIntent', 'wellbeing-question'], ['hardly ever', 'GiveRatingIntent', 'wellbeing-question'], ['never', 'GiveRatingIntent', 'wellbeing-question'],
];

/** A number, a name or a day is said in the person's own; what stands for it in a prompt. */
export const promptStandIns = ['tell them', 'four numbers', 'the four numbers', 'a number', 'my code is', 'it went', 'stop telling', 'your four numbers', 'a time, like one o’clock', 'a day, like thursday', 'a name, like sam'];
